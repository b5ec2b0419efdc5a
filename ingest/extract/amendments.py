"""Which instruments a bill, an act or a rule amends."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from ingest.extract.parties import Cast
from ingest.extract.result import Entity, Relation

_AMENDS = re.compile(
    r"\b(?:to amend|(?:is|are|be) (?:further |hereby )?amended|amends|amending|"
    r"is proposed to be amended|"
    r"is (?:hereby )?(?:repealed|revoked))\b",
    re.IGNORECASE,
)
_CITED_AS = re.compile(
    r"\b(?:may be cited as|cited as|known as|titled|"
    r"entitled)\b",
    re.IGNORECASE,
)
_TITLE_LENGTH = 400
_NEAR = 60


def amendments(doc: Doc, cast: Cast) -> Iterator[Relation]:
    """An `amends` for each instrument that a sentence of another instrument's own text amends."""
    own = _own_instrument(doc, cast)
    if own is None:
        return
    for unit in doc._.units:
        span = (unit.start, unit.end)
        match = _AMENDS.search(cast.text, *span)
        if match is None:
            continue
        for entity in cast.within(span):
            if entity.type == "Instrument" and entity.id != own.id:
                yield Relation(
                    "amends", own.id, entity.id, "reported", span, None, 0.7, "amendment"
                )
                break


def _own_instrument(doc: Doc, cast: Cast) -> Entity | None:
    """The instrument that the document is: the one it may be cited as, or that of its title."""
    cited = _CITED_AS.search(cast.text)
    start = cited.end() if cited else 0
    within = (start, start + (_NEAR * 2 if cited else _TITLE_LENGTH))
    named = (e for e in cast.within(within) if e.type == "Instrument")
    return next(named, None)
