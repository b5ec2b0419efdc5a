"""Names that their form gives away: models with versions, citations, bodies, titles, firms."""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from ingest.extract import lexicon_places
from ingest.extract.candidates import Candidate
from ingest.extract.citations import citations
from ingest.extract.foreign_bodies import foreign_bodies
from ingest.extract.model_names import models
from ingest.extract.offices import offices
from ingest.extract.titles import phrases
from ingest.extract.wordlists import alternation, words

_FORM = rf"(?:{alternation('legal forms')})"
_PART = rf"(?!(?:{_FORM})\b)[A-Z][\w&\u2019'-]*(?:\.\w+)*"
_FIRM = re.compile(
    rf"(?<![\w.-])(?:{_PART}[ \u00a0](?:(?:&|and|of)[ \u00a0])?){{0,6}}{_PART},?[ \u00a0]"
    rf"(?:\([A-Z]\w+\)[ \u00a0])?{_FORM}\b\.?(?:,?[ \u00a0]{_FORM}\b\.?)*"
)
_TERMS = re.compile(
    r"(?<!\w)(?:[A-Z][\w.]+\s){0,3}(?:Acceptable\sUse|Usage|Privacy|Content|Community|"
    r"Responsible\sScaling)\s(?:Policy|Policies|Guidelines)(?!\w)"
    r"|(?<!\w)(?:[A-Z][\w.]+\s){0,3}(?:Terms\sof\s(?:Service|Use)|Terms\s(?:and|&)\sConditions|"
    r"(?:End[\s-]User\s)?Licen[sc]e\sAgreement|(?:Community|Apache|MIT|Open)\sLicen[sc]e)(?!\w)"
)
_BRACKETED = re.compile(
    r"(?<![\w-])(?:[A-Z][\w-]*,?\s(?:(?:of|and|for|in|the|on|to)\s){0,2}){1,8}"
    r"\([A-Z][\w\s]{1,30}\)\s(?:Act|Bill|Rules|Regulations|Order)(?:\s(?:of\s)?(?:19|20)\d\d)?(?!\w)"
)
_FUNCTION = words("function words")


def form_candidates(text: str, known: tuple[Candidate, ...]) -> Iterator[Candidate]:
    """All candidates that the form of the text gives; they may overlap."""
    yield from models(text)
    yield from citations(text)
    yield from offices(text)
    yield from foreign_bodies(text)
    yield from phrases(text, known)
    yield from _firms(text)
    for match in _BRACKETED.finditer(text):
        yield Candidate(*_without_lead(match), "Instrument", "title", 2)
    for match in _TERMS.finditer(text):
        yield Candidate(*_without_lead(match), "Instrument", "terms", 3)


def _firms(text: str) -> Iterator[Candidate]:
    for match in _FIRM.finditer(text):
        start, end = _without_lead(match)
        if text.endswith(" AG", start, end) and text[start : end - 3] in lexicon_places.names():
            yield Candidate(start, end, "Agency", "office", 2)  # a state's attorney general
        elif " " in text[start:end] or "\u00a0" in text[start:end]:
            yield Candidate(start, end, "Company", "legal form", 3)


def _without_lead(match: re.Match[str]) -> tuple[int, int]:
    """The span of a match without the function words that it begins with."""
    for word in re.finditer(r"\S+", match[0]):
        if word[0] not in _FUNCTION:
            return match.start() + word.start(), match.end()
    return match.span()


@Language.component("patterns")
def patterns(doc: Doc) -> Doc:
    """Add the candidates that the form gives to `doc._.candidates`."""
    doc._.candidates = (*doc._.candidates, *form_candidates(doc.text, doc._.candidates))
    return doc
