"""Which instruments a bill, an act or a rule amends."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from ingest.extract.parties import Cast
from ingest.extract.result import Entity, Relation

_AMENDS = re.compile(
    r"\b(?:to amend|would (?:also )?amend|will amend|"
    r"(?:is|are|be) (?:further |hereby )?amended|amends|amending|"
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
_NEAR = 120


def amendments(doc: Doc, cast: Cast) -> Iterator[Relation]:
    """What an instrument's own text says of it: whom it comes from and what it amends."""
    own = _own_instrument(cast)
    if own is None:
        return
    yield from _issue(doc, cast, own)
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


def _issue(doc: Doc, cast: Cast, own: Entity) -> Iterator[Relation]:
    """A law is issued by the jurisdiction that its text is about."""
    place = cast.most_named(("Jurisdiction",))
    if place is None or not _CITED_AS.search(cast.text):
        return
    start = own.mentions[0][0]
    for unit in doc._.units:
        if unit.start <= start < unit.end:
            span = (unit.start, unit.end)
            yield Relation("issued_by", own.id, place.id, "reported", span, None, 0.5, "own law")


def cited_instrument(cast: Cast) -> Entity | None:
    """The instrument that the document says it may be cited as."""
    cited = _CITED_AS.search(cast.text)
    if cited is None:
        return None
    named = cast.within((cited.end(), cited.end() + _NEAR))
    return next((e for e in named if e.type == "Instrument"), None)


def _own_instrument(cast: Cast) -> Entity | None:
    """The instrument that the document is: as it may be cited, else that of its title."""
    titled = (e for e in cast.within((0, _TITLE_LENGTH)) if e.type == "Instrument")
    return cited_instrument(cast) or next(titled, None)
