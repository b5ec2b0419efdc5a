"""What the instrument that a document is says of itself: who makes it, what it amends."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from ingest.extract.parties import Cast
from ingest.extract.result import Entity, Relation, Span

_AMENDS = re.compile(
    r"\b(?:to amend|would (?:also )?amend|will amend|"
    r"(?:is|are|be) (?:further |hereby )?amended|amends|amending|"
    r"is proposed to be amended|(?:is|are) added to|"
    r"is (?:hereby )?(?:repealed|revoked))\b",
    re.IGNORECASE,
)
_CITED_AS = re.compile(
    r"\b(?:(?:may|shall) be (?:known(?:,? and may be cited)?|cited),? as|cited as|known as|titled|"
    r"entitled(?! to\b))\b",
    re.IGNORECASE,
)
_MADE = (
    (
        re.compile(
            r"\benacted\s+by\s+the\s+(?:[A-Z]\w+\s+and\s+)?"
            r"(?:[\w\s]{0,80}\bin\s+(?=Congress\b))?"
        ),
        ("Agency", "Jurisdiction"),
    ),
    (
        re.compile(r"\b[Tt]he\s+[Pp]eople\s+of\s+(?:the\s+)?(?=[^.]{0,40}\bdo\s+enact)"),
        ("Jurisdiction",),
    ),
    (re.compile(r"\bBy\s+the\s+authority\s+vested\s+in\s+me\s+as\s+"), ("Agency",)),
    (
        re.compile(
            r"\b(?:[Pp]romulgated|[Ii]ssued|[Aa]dopted|[Aa]pproved)\s+(?:on\s+[\w\s,]{4,24}?\s)?"
            r"(?:jointly\s+)?by\s+(?:(?:Order|Decree)\b[\w.\s]{0,12}?\bof\s+)?(?:the\s+)?"
        ),
        ("Agency",),
    ),
    (re.compile(r"\bagreement\s+between\s+[Yy]ou\b[^.;]{0,30}\band\s+"), ("Company",)),
)
"""The words by which an instrument says who makes it, and the types that they can name."""

_AND = re.compile(r"\W*(?:,|and|together\s+with|,\s*and)?\s*(?:the\s+)?")
_MAKERS = 300
_OTHERS = re.compile(r"\b(?:by|of|under|the|to|and|with|including)\s(?:the\s)?$", re.IGNORECASE)
"""What stands before an instrument that a title only refers to."""

_DIRECTLY = re.compile(r"\W*(?:the\s+)?\W*")
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
    """Who made the instrument that the document is: as its enacting words say, else its land."""
    for pattern, types in _MADE:
        made = pattern.search(cast.text)
        makers = list(_joined(cast, made.end(), types)) if made else []
        if made and makers:
            evidence = _unit(doc, made.start())
            for maker in makers:
                yield Relation(
                    "issued_by", own.id, maker.id, "reported", evidence, None, 0.7, "enacting words"
                )
            return
    place = cast.most_named(("Jurisdiction",))
    if place is None or not _CITED_AS.search(cast.text):
        return
    evidence = _unit(doc, own.mentions[0][0])
    yield Relation("issued_by", own.id, place.id, "reported", evidence, None, 0.5, "own law")


def _joined(cast: Cast, at: int, types: tuple[str, ...]) -> Iterator[Entity]:
    """The makers named one after the other from `at` on."""
    for start, end, entity in cast.mentions((at, at + _MAKERS)):
        if entity.type in types and (start <= at or _AND.fullmatch(cast.text, at, start)):
            yield entity
            at = end
        elif start > at:
            return


def _unit(doc: Doc, at: int) -> Span:
    return next(((u.start, u.end) for u in doc._.units if u.start <= at < u.end), (at, at + 1))


def cited_instrument(cast: Cast) -> Entity | None:
    """The instrument that the document says it may be cited as."""
    cited = _CITED_AS.search(cast.text)
    if cited is None:
        return None
    named = cast.mentions((cited.end(), cited.end() + _NEAR))
    start, _, first = next(named, (0, 0, None))
    direct = first is not None and _DIRECTLY.fullmatch(cast.text, cited.end(), start)
    return first if direct and first is not None and first.type == "Instrument" else None


def _own_instrument(cast: Cast) -> Entity | None:
    """The instrument that the document is: as it may be cited, else that of its title."""
    if cited := cited_instrument(cast):
        return cited
    if "CFR" in cast.text[:_TITLE_LENGTH]:
        return None  # a rule's head cites the parts that it changes
    begins = [m.start() for pattern, _ in _MADE if (m := pattern.search(cast.text))]
    titled = (
        entity
        for start, _, entity in cast.mentions((0, min([_TITLE_LENGTH, *begins])))
        if entity.type == "Instrument" and not _OTHERS.search(cast.text, 0, start)
    )
    return next(titled, None)
