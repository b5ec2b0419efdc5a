"""List items of normative texts: they take force and bearer from the lead-in above them."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from ingest.extract import norm_words as w
from ingest.extract.bound import authority_above, bearers_of, is_authority
from ingest.extract.genre import Genre
from ingest.extract.norm import Modality, Norm, lead_ins
from ingest.extract.parties import Cast, is_party, named, parties
from ingest.extract.phrases import subject_before, tokens
from ingest.extract.result import Party, Span
from ingest.extract.segments import Unit


def inherited(unit: Unit, cast: Cast, document: Genre, previous: Span | None) -> Iterator[Norm]:
    """A list item takes force and bearer from the lead-in that it hangs from."""
    if (unit.kind != "item" and not unit.chapeau) or exempts(unit, cast):
        return
    if w.MODAL.search(cast.text, unit.start, unit.end) and not continues(unit, cast):
        return
    lead, modality = _lead(unit, cast, document, previous)
    if lead is None or modality is None:
        return
    words = cast.text[lead[0] : lead[1]]
    if modality == "obligation" and w.LISTS.search(words):
        return
    subject = _lead_subject(lead, cast)
    if modality == "obligation" and is_authority(subject, words[:160], cast):
        handed_down = _handed_down(unit, cast, words)
        if handed_down is not None:
            yield handed_down
        return
    bearers = bearers_of(subject, cast, (lead[0], lead[0]), lead)
    if _completes(unit, cast, words):
        yield _completing(unit, cast, lead, modality, bearers)
        return
    yield Norm(
        modality,
        (unit.start, unit.end),
        (unit.start, unit.end),
        "item",
        0.7,
        # An item before it in a flat list passes on its force, not what it is about.
        context=lead_ins(unit) if lead == previous else (lead, *lead_ins(unit)),
        bearers=bearers,
    )


def continues(unit: Unit, cast: Cast) -> bool:
    """Whether an item opens with the verb that its lead-in's modal governs: "(a) draw up …"."""
    if not unit.chapeau or unit.kind != "item":
        return False
    first = next(iter(tokens(cast.doc, (unit.start, unit.end))), None)
    lead = unit.chapeau[-1]
    opens = w.OPEN_END.search(cast.text[lead[0] : lead[1]])
    return bool(opens and first is not None and first.tag_ in {"VB", "VBP"})


def _completes(unit: Unit, cast: Cast, lead: str) -> bool:
    """Whether an item only says of whom or what the lead-in speaks, with no action of its own."""
    if w.COMPLETED.search(lead):
        return True
    first = next(iter(tokens(cast.doc, (unit.start, unit.end))), None)
    acts = first is None or first.pos_ in {"VERB", "AUX", "ADV"} or first.tag_ in {"VB", "VBG"}
    ending = w.COMPLETED_BY_PARTY.search(lead)
    modals = [m for m in w.MODAL.finditer(lead) if w.binds(lead, m)]
    says_what = bool(ending and modals and modals[-1].end() < ending.start())
    return says_what and not acts


def _completing(
    unit: Unit, cast: Cast, lead: Span, modality: Modality, bearers: tuple[Party, ...]
) -> Norm:
    """Reads "may not deal with a firm that: (a) makes chips": the lead-in says what is limited."""
    span = (unit.start, unit.end)
    modal = _last_modal(lead, cast)
    restricted: tuple[Party, ...] = ()
    if w.COMPLETED_BY_PARTY.search(cast.text[lead[0] : lead[1]]):
        head = next((t for t in tokens(cast.doc, span) if is_party(t, cast)), None)
        restricted = parties(head, cast, span) if head is not None else ()
    return Norm(
        modality,
        span,
        (modal.start() if modal else lead[0], lead[1]),
        "item",
        0.7,
        context=(lead, lead, span, *lead_ins(unit)),
        bearers=bearers,
        restricted=restricted,
    )


def bearers_above(unit: Unit, cast: Cast) -> tuple[Party, ...]:
    """Who an item without a subject binds: the first party of the lead-in it hangs from."""
    for lead in reversed(unit.chapeau):
        for token in tokens(cast.doc, lead):
            if is_party(token, cast) and token.dep_ != "compound":
                return parties(token, cast, lead)
    return ()


def _lead(
    unit: Unit, cast: Cast, document: Genre, previous: Span | None
) -> tuple[Span | None, Modality | None]:
    """The nearest lead-in with force: above the item, its heading, or an open item before it."""
    for lead in reversed(unit.chapeau):
        words = cast.text[lead[0] : lead[1]]
        if w.PROHIBITED_TERM.search(words):
            return lead, "prohibition"
        if w.DEFINES.search(words[:80]):
            return None, None
        modality = _force(lead, cast, document, from_heading=False)
        if modality is not None:
            return lead, modality
    if document.kind == "terms" and previous is not None:
        return previous, "prohibition"
    if document.kind == "terms" and w.MISDEED.match(cast.text, unit.start, unit.end):
        return (unit.start, unit.end), "prohibition"
    if unit.heading is not None:
        return unit.heading, _force(unit.heading, cast, document, from_heading=True)
    return None, None


def _handed_down(unit: Unit, cast: Cast, lead: str) -> Norm | None:
    """Reads "shall require: (i) companies … to provide …": the item binds its subject."""
    match = w.BINDS_ITEM.search(lead)
    subject = next((t for t in tokens(cast.doc, (unit.start, unit.end)) if is_party(t, cast)), None)
    if match is None or subject is None or subject.idx - unit.start > 60:
        return None
    span = (unit.start, unit.end)
    return Norm(
        "prohibition" if match[0].lower().startswith("prohib") else "obligation",
        span,
        span,
        "item",
        0.7,
        context=lead_ins(unit),
        imposers=named([authority_above(unit, cast)]),
        bearers=parties(subject, cast, span),
    )


def _force(lead: Span, cast: Cast, document: Genre, *, from_heading: bool) -> Modality | None:
    """What a lead-in makes of its items: the force of its last modal, or of a telling heading."""
    modal = _last_modal(lead, cast)
    if modal is not None:
        return "obligation" if modal["yes"] else "prohibition"
    words = cast.text[lead[0] : lead[1]]
    if (document.kind == "law" and from_heading) or not w.FORBIDS.search(words):
        return None
    return "prohibition"


def _last_modal(lead: Span, cast: Cast) -> re.Match[str] | None:
    modals = [m for m in w.MODAL.finditer(cast.text, *lead) if w.binds(cast.text, m)]
    return modals[-1] if modals else None


def _lead_subject(lead: Span, cast: Cast) -> Token | None:
    match = _last_modal(lead, cast)
    return subject_before(cast.doc, lead, match.start(), cast) if match else None


def open_ban(unit: Unit, cast: Cast, own: list[Norm], lead: Span | None) -> Span | None:
    """The ban that flat lists of terms hang from: bullets below it repeat its marker."""
    if unit.kind != "item":
        return None
    if any(norm.rule != "item" for norm in own):
        return (unit.start, unit.end) if own[-1].modality == "prohibition" else None
    return None if w.COMMAND.match(cast.text, unit.start, unit.end) else lead


def exempts(unit: Unit, cast: Cast) -> bool:
    """Whether a unit stands under an exception."""
    return any(w.REQUEST.search(cast.text[start:end]) for start, end in unit.chapeau)
