"""Places that stand for their government: adjectives, capitals and cities that act."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from ingest.extract import lexicon_places
from ingest.extract.candidates import Candidate


def _alternatives(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


_GOVERNED = lexicon_places.names() | lexicon_places.adjectives()
_GOVERNMENT = re.compile(rf"\s{lexicon_places.GOVERNMENT_WORDS}(?!\w)")
_SEATS = lexicon_places.capitals()
_SEAT = re.compile(rf"(?<![\w.-])(?:{_alternatives(list(_SEATS))})(?!\w|,\s(?:D\.?C|DC))")
_CITY = re.compile(rf"(?<![\w.-])(?:{_alternatives(list(lexicon_places.CITIES))})(?!\w)")
_BEFORE_SEAT = re.compile(
    r"(?:\b(?:between|by|against|with|from|pressure|and|or|for|to|of)\s|\u2014|\u2013|-)$"
)
_AFTER_SEAT = re.compile(
    r"['\u2019]s?\s(?!(?:\w+\s)?(?:airport|streets?|suburbs?|hotel|museum))|\s(?:has|have|had|is|was|will|would|could|may|might|must|can|"
    r"should|wants?|says?|said|sees?|plans?|aims?|seeks?|sought|imposed?|imposes|banned|bans|announced|"
    r"accused|warned|tightened|blocked|agreed|continues?|remains?|needs?|needed|did|does|also|itself|"
    r"responded|retaliated|considers?|considered|hopes|began|began|started|launched|moved|took|takes)\b"
)
_SPOKEN = frozenset(
    {
        "accuse",
        "argue",
        "condemn",
        "contend",
        "contest",
        "counter",
        "criticise",
        "criticize",
        "defend",
        "demand",
        "denounce",
        "deny",
        "dismiss",
        "dispute",
        "insist",
        "maintain",
        "object",
        "oppose",
        "protest",
        "rebuff",
        "refute",
        "reject",
        "reply",
        "retort",
        "threaten",
        "urge",
        "vow",
    }
)
"""What only a government does of a capital: take a stand."""
_PLACE_BEFORE = re.compile(r"\b(?:in|at|near|outside|around|across|through|of|downtown|George)\s$")
_CITY_ACTS = re.compile(
    r"(?:['\u2019]s?)?\s(?:\w+\s)?(?:ban(?:ned|s)?|moratorium|ordinances?|became|becomes|passed|passes|adopted|"
    r"adopts|voted|votes|enacted|prohibit(?:s|ed)|approved|joins?|joined|outlawed|lawmakers|officials|"
    r"city\scouncil|City\sCouncil|Mayor|law|bill|has|have|considers?|enact|followed)\b"
)
_CITY_OF = re.compile(
    r"\b(?:[Cc]ity\sof|(?:cities|places|states)\s(?:like|such\sas|including)|bans?\s(?:in|by))\s(?:[A-Z]\w+,?\s(?:and\s)?)*$"
)


def governments(doc: Doc) -> Iterator[Candidate]:
    """Candidates for jurisdictions named by their government, capital or council."""
    text = doc.text
    for match in _GOVERNMENT.finditer(text):
        if place := _governed(text[max(0, match.start() - 40) : match.start()]):
            span = (match.start() - len(place), match.end())
            yield _jurisdiction(span, _GOVERNED[place], "government")
    for match in _SEAT.finditer(text):
        if _acts(doc, match.start(), match.end()):
            yield _jurisdiction(match.span(), _SEATS[match[0]], "capital")
    for match in _CITY.finditer(text):
        before = text[max(0, match.start() - 60) : match.start()]
        if _CITY_ACTS.match(text, match.end()) or _CITY_OF.search(before):
            slug = match[0].lower().replace(" ", "-")
            yield Candidate(*match.span(), "Jurisdiction", "city", 2, None, f"city:{slug}")


def _governed(before: str) -> str | None:
    """The longest place or adjective that `before` ends with."""
    words = re.split(r"(?<=[\s-])", before)
    endings = ("".join(words[first:]) for first in range(max(0, len(words) - 4), len(words)))
    return next((place for place in endings if place in _GOVERNED), None)


def _jurisdiction(span: tuple[int, int], code: str, rule: str) -> Candidate:
    ref = f"jurisdiction:{code}"
    return Candidate(*span, "Jurisdiction", rule, 3, ref, ref)


def _acts(doc: Doc, start: int, end: int) -> bool:
    """Whether a capital stands for its government here rather than for the place."""
    text = doc.text
    before = text[max(0, start - 12) : start]
    if _PLACE_BEFORE.search(before):
        return False
    if _AFTER_SEAT.match(text, end):
        return True
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return False
    if span.root.dep_ == "nsubj" and span.root.head.lemma_ in _SPOKEN:
        return True
    return bool(_BEFORE_SEAT.search(before)) and _head_allows(span.root)


def _head_allows(token: Token) -> bool:
    if token.dep_ == "conj":
        return _head_allows(token.head)
    if token.dep_ in {"nsubj", "nsubjpass", "poss"}:
        return True
    return token.dep_ == "pobj" and token.head.lower_ in {"between", "by", "against", "with"}
