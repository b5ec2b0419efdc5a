"""Names that only their context gives away: unknown firms, offices in a law, places that act."""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from ingest.extract.candidates import Candidate
from ingest.extract.places import governments
from ingest.extract.unknown import unknown

_SHALL = re.compile(r"\bshall\b")
_WORDS_PER_SHALL = 250
_UNION_LAW = re.compile(
    r"\bMember\sStates?\b|\bRegulation\s\(EU\)|\bUnion\s(?:law|market|level)|"
    r"\bthe\sCommission\sshall"
)
_UNION_SIGNS = 3
_UNION = re.compile(
    r"(?<=\bthe\s)(?:Commission|Union)(?![\w-]|\s[A-Z])|"
    r"\bUnion(?=\s(?:law|market|level|harmonisation|legislation)\b)"
)
_PRESIDENT = re.compile(
    r"\b(?:as\s(?=President\sby\b)|[Tt]he\s|[Bb]y\sthe\s)"
    r"(President(?:\sof\sthe\sUnited\sStates)?)(?![\w\u2019'-]|\s[A-Z])"
)


_LEGISLATURE = re.compile(
    r"\b[Tt]he\s((?:State\s)?Legislature|General\sAssembly)(?![\w'\u2019-]|\s[A-Z])"
)


@Language.component("names")
def names(doc: Doc) -> Doc:
    """Add the candidates that their context gives to `doc._.candidates`."""
    text = doc.text
    found = [*governments(doc), *unknown(doc), *_of_laws(text), *_union(text)]
    doc._.candidates = (*doc._.candidates, *found)
    return doc


def _union(text: str) -> Iterator[Candidate]:
    """The Commission and the Union, as the law of the European Union calls them."""
    if len(_UNION_LAW.findall(text)) < _UNION_SIGNS:
        return
    for match in _UNION.finditer(text):
        if match[0] == "Commission":
            yield Candidate(*match.span(), "Agency", "union", 3, None, "agency:ec-eu")
        else:
            ref = "jurisdiction:eu"
            yield Candidate(*match.span(), "Jurisdiction", "union", 3, ref, ref)


def _of_laws(text: str) -> Iterator[Candidate]:
    """The President and the legislature of a law, bill or order; elsewhere a person, a thing."""
    if len(_SHALL.findall(text)) * _WORDS_PER_SHALL < len(text.split()):
        return
    for match in _PRESIDENT.finditer(text):
        yield Candidate(*match.span(1), "Agency", "president", 2, None, "agency:president")
    for match in _LEGISLATURE.finditer(text):
        yield Candidate(*match.span(1), "Agency", "president", 2, None, "agency:legislature")
