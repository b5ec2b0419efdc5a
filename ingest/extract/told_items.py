"""Rules told in a list: its items take their force, or the list they name, from the lead-in."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.extract import prose_words as w
from ingest.extract.actors import Actor
from ingest.extract.lists import inherited
from ingest.extract.norm import Norm
from ingest.extract.parties import described, is_party, named, parties
from ingest.extract.phrases import cut_off, recipients, tokens
from ingest.extract.result import Span
from ingest.extract.sentence import Sentence
from ingest.extract.told_listings import list_named


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
    if first is not None and first[0] - s.span[0] <= _OPENING:
        listed = named([first[2]])
    elif _FOLLOWING.search(lead):
        name = _NAME.match(s.text)
        listed = (described(s.cast, s.at(name)),) if name else ()
    else:
        return
    target = list_named(s, s.unit.chapeau[-1])
    norm = s.made("prohibition", "listing", s.span, None, 0.8)
    yield replace(
        norm,
        type="entity_listing",
        restricted=listed,
        instrument=target.id if target else norm.instrument,
    )


_ABOVE = 500
_OPENING = 20
_FOLLOWING = re.compile(
    r"\bfollowing\s+(?:\w+\s+){0,3}(?:entit|compan|firm|part|person|organi|institut|names)",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^,;(:]+[^,;(:\s.]")


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
        made = replace(
            made, bearers=norm.bearers, context=norm.context, status=_status(s.words(lead))
        )
        yield _cut_off_below(s, made, lead)


def _cut_off_below(s: Sentence, norm: Norm, lead: Span) -> Norm:
    """The items of "may not be sold to:" are those who are cut off."""
    head = next((t for t in s.tokens if is_party(t, s.cast) and t.dep_ != "compound"), None)
    opens = head is not None and head.idx - s.unit.start <= _PHRASE
    if norm.modality != "prohibition" or not opens or not w.FOR_WHOM.search(s.words(lead)):
        return norm
    who = parties(head, s.cast, s.span) if head is not None else ()
    return replace(norm, restricted=who, scope=lead, context=(s.span,))


_PHRASE = 30


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
    heads = [t for t in words if t.idx < stop and is_party(t, s.cast) and t.dep_ != "compound"]
    head = next(iter(heads), None)
    if head is None:
        return norm
    who = parties(head, s.cast, (start, stop))
    if not forbids:
        owed = recipients(s.doc, (stop, s.unit.end), s.cast)
        return replace(norm, bearers=who, owed_to=owed)
    others = [t for t in words if t.idx > stop and is_party(t, s.cast)]
    served = [t for t in others if t.dep_ == "dobj"]
    cut = (
        parties(served[0], s.cast, s.span) if served else cut_off(s.doc, (stop, s.unit.end), s.cast)
    )
    if stop == s.unit.end:
        return replace(norm, restricted=who)
    return replace(norm, bearers=who, restricted=cut)
