"""Rules told in a list: its items take their force, or the list they name, from the lead-in."""

from collections.abc import Iterator
from dataclasses import replace

from ingest.extract import prose_words as w
from ingest.extract.actors import Actor
from ingest.extract.lists import inherited
from ingest.extract.norm import Norm
from ingest.extract.parties import is_party, named, parties
from ingest.extract.phrases import cut_off, tokens
from ingest.extract.result import Entity, Span
from ingest.extract.sentence import Sentence


def listed_below(s: Sentence) -> Iterator[Norm]:
    """The firms of "The following are added to the Entity List: …", item by item."""
    if s.unit.kind != "item" or not s.unit.chapeau:
        return
    lead = s.words(s.unit.chapeau[-1])
    above = s.words(
        (
            s.unit.chapeau[-1][0] - _ABOVE if s.unit.chapeau[-1][0] > _ABOVE else 0,
            s.unit.chapeau[-1][1],
        )
    )
    if not w.LISTED_BELOW.search(lead) or not w.LIST_NAME.search(above):
        return
    first = next((m for m in s.cast.mentions(s.span) if m[2].type == "Company"), None)
    if first is None or first[0] - s.span[0] > _OPENING:
        return
    target = list_named(s, s.unit.chapeau[-1])
    norm = s.made("prohibition", "listing", s.span, None, 0.8)
    yield replace(
        norm,
        type="entity_listing",
        restricted=named([first[2]]),
        instrument=target.id if target else norm.instrument,
    )


_ABOVE = 500
_OPENING = 20


def list_named(s: Sentence, span: Span) -> Entity | None:
    """The control list that a span names, else the one named last before it."""
    inside = [e for e in s.cast.within(span) if e.type == "Instrument" and _is_list(e)]
    if inside:
        return inside[0]
    last = s.cast.before(span[0], ("Instrument",))
    return last if last is not None and _is_list(last) else None


def _is_list(entity: Entity) -> bool:
    return "list" in entity.name.lower()


def items(s: Sentence) -> Iterator[Norm]:
    """An item under "Providers must:", or one that opens with "Barring …", "Requiring …"."""
    if s.unit.kind != "item":
        return
    opening = w.GERUND.match(s.text)
    if opening:
        yield _opened(s, s.unit.start + opening.end(), forbids=bool(opening["no"]))
        return
    if not s.unit.chapeau:
        return
    lead = s.unit.chapeau[-1]
    for norm in inherited(s.unit, s.cast, s.actors.document, None):
        actor = _lead_actor(s, lead)
        made = s.made(norm.modality, "item", norm.scope, actor, 0.65)
        yield replace(
            made, bearers=norm.bearers, context=norm.context, status=_status(s.words(lead))
        )


def _status(lead: str) -> str | None:
    return "proposed" if w.WOULD.search(lead) else None


def _lead_actor(s: Sentence, lead: Span) -> Actor | None:
    return s.actors.of_span(lead)


def _opened(s: Sentence, start: int, *, forbids: bool) -> Norm:
    """Reads "Barring providers from serving X": who must refrain, and who is cut off."""
    scope = (s.unit.start, s.unit.end)
    norm = s.made("prohibition" if forbids else "obligation", "opening", scope, None, 0.65)
    words = tokens(s.doc, (start, s.unit.end))
    stop = next((t.idx for t in words if t.lower_ in {"from", "to"}), s.unit.end)
    head = next((t for t in words if t.idx < stop and is_party(t, s.cast)), None)
    if head is None:
        return norm
    who = parties(head, s.cast, (start, stop))
    if not forbids:
        return replace(norm, bearers=who)
    others = [t for t in words if t.idx > stop and is_party(t, s.cast)]
    served = [t for t in others if t.dep_ == "dobj"]
    cut = (
        parties(served[0], s.cast, s.span) if served else cut_off(s.doc, (stop, s.unit.end), s.cast)
    )
    if stop == s.unit.end:
        return replace(norm, restricted=who)
    return replace(norm, bearers=who, restricted=cut)
