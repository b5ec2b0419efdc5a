"""Norms in laws, rules, orders and terms of use, where a modal verb makes the rule."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from ingest.extract import norm_words as w
from ingest.extract.bound import addressed, bearers_of, delegated, is_authority
from ingest.extract.genre import Genre
from ingest.extract.lists import bearers_above, continues, exempts, inherited, open_ban
from ingest.extract.norm import Modality, Norm, by_clause, lead_ins
from ingest.extract.parties import Cast, named, parties
from ingest.extract.phrases import subject_before, tokens
from ingest.extract.result import Party, Span
from ingest.extract.segments import Unit

_SAME_PARAGRAPH = re.compile(r"[^\S\n]*\n?[^\S\n]*")


def provisions(units: Sequence[Unit], cast: Cast, document: Genre) -> Iterator[Norm]:
    """The norms of a normative text, in the order of its units."""
    skip_until, lead = -1, None
    last: Norm | None = None
    for place, unit in enumerate(units):
        if unit.start < skip_until or unit.kind == "heading":
            continue
        own = [] if continues(unit, cast) else list(_in_sentence(unit, cast, document))
        items = _items_below(units, place)
        if own and items and w.OPEN_END.search(cast.text[unit.start : unit.end]):
            if document.kind == "law" and _one_rule(unit, cast, own, items):
                skip_until = items[-1].end
                own = [_with_end(norm, skip_until) for norm in own]
            elif own[-1].modality == "prohibition":
                own = [norm for norm in own if norm.modality == "obligation"]
            elif not w.LISTS.search(cast.text[unit.start : unit.end]):
                own = own[:-1]
        elif not own:
            handed_down = delegated(unit, cast, None, (unit.start, unit.end))
            own = [handed_down] if handed_down else list(inherited(unit, cast, document, lead))
        lead = open_ban(unit, cast, own, lead)
        own = [_with_antecedent(norm, cast, last) for norm in own]
        last = own[-1] if own else last
        yield from own


def _with_antecedent(norm: Norm, cast: Cast, last: Norm | None) -> Norm:
    """ "It must also …" binds whom the sentence before it binds."""
    if (
        norm.bearers
        or last is None
        or not _SAME_PARAGRAPH.fullmatch(cast.text, last.evidence[1], norm.evidence[0])
    ):
        return norm
    taken_up = w.TAKES_UP.match(cast.text, *norm.evidence)
    return replace(norm, bearers=last.bearers) if taken_up else norm


def _in_sentence(unit: Unit, cast: Cast, document: Genre) -> Iterator[Norm]:
    text = cast.text[unit.start : unit.end]
    if w.DEFINES.search(text[:80]) or exempts(unit, cast):
        return
    matches = [m for m in w.MODAL.finditer(text) if w.binds(text, m)]
    for place, match in enumerate(matches):
        end = matches[place + 1].start() if place + 1 < len(matches) else len(text)
        if (
            match["yes"]
            and match["yes"].lower().startswith("will")
            and document.status != "proposed"
        ):
            continue
        norm = _norm(unit, cast, match, unit.start + end, is_first=place == 0)
        if norm is not None:
            yield from by_clause(cast.doc, norm)


def _norm(unit: Unit, cast: Cast, match: re.Match[str], end: int, *, is_first: bool) -> Norm | None:
    modality: Modality = "obligation" if match["yes"] else "prohibition"
    trigger = unit.start + match.start()
    span = (unit.start, unit.end)
    subject = _subject(span, match, trigger, cast)
    words = cast.text[subject.left_edge.idx : trigger] if subject is not None else ""
    if _of_the_text_itself(words, cast.text[unit.start : trigger]):
        return None
    if (
        modality == "obligation"
        and is_authority(subject, words, cast)
        and not w.OWN_USE.search(cast.text, trigger, end)
    ):
        return delegated(unit, cast, subject, (trigger, end))
    if subject is not None and subject.tag_ in {"WDT", "WP"}:
        return None
    bearers = addressed(cast, span, unit.start + match.end())
    if not bearers and trigger == unit.start and modality == "obligation":
        bearers = bearers_above(unit, cast)
    bearers = bearers or bearers_of(subject, cast, (trigger, end), span)
    is_thing = subject is not None and not bearers
    scope = (subject.left_edge.idx if is_thing and subject is not None else trigger, end)
    shut_out = bearers if w.SHUTS_OUT.match(cast.text, trigger) else ()
    end = _without_condition(cast, modality, (trigger, end))
    if is_thing and w.BANNED_ALREADY.match(cast.text, unit.start + match.end()):
        end = unit.start + match.end()
    before = (unit.start, end if modality == "prohibition" and is_first else trigger)
    if match["licence"] or (
        match["yes"] and w.NEEDS_LICENCE.match(cast.text, unit.start + match.end())
    ):
        return Norm(
            "prohibition", span, span, "licence", 0.75, context=lead_ins(unit), bearers=bearers
        )
    return Norm(
        modality,
        span,
        (max(scope[0], unit.start), end),
        "modal",
        0.75,
        context=((unit.start, trigger), before, *lead_ins(unit)),
        imposers=_told_to_rule(unit, cast, trigger),
        bearers=() if shut_out else bearers,
        restricted=shut_out,
        assets=parties(subject, cast, span) if is_thing and subject is not None else (),
    )


def _told_to_rule(unit: Unit, cast: Cast, trigger: int) -> tuple[Party, ...]:
    """Who is to make the rule: "The Secretary shall propose regulations under which X must …"."""
    if not w.RULES_BY_WHICH.search(cast.text, unit.start, trigger):
        return ()
    office = next((e for e in cast.within((unit.start, trigger)) if e.type == "Agency"), None)
    return named([office])


def _of_the_text_itself(subject: str, before: str) -> bool:
    """Whether a sentence is about the act: "This section shall …" binds nobody."""
    if w.TOLD_OF_SECTION.match(before):
        return False
    return bool(w.OWN_TEXT.match(subject.strip()) or w.OWN_TEXT.match(before))


def _without_condition(cast: Cast, modality: Modality, clause: Span) -> int:
    """Where a ban ends: what must be done to escape it ("unless …") is not what it limits."""
    condition = w.UNLESS.search(cast.text, *clause) if modality == "prohibition" else None
    return condition.start() if condition else clause[1]


def _subject(span: Span, match: re.Match[str], trigger: int, cast: Cast) -> Token | None:
    if match[0].lower().startswith("no "):
        inside = [
            t for t in tokens(cast.doc, (trigger + 3, span[0] + match.end())) if t.pos_ != "AUX"
        ]
        nouns = [t for t in inside if t.pos_ in {"NOUN", "PROPN"} and t.dep_ != "compound"]
        heads = [t for t in nouns if t.dep_.startswith("nsubj")]
        return next(iter(heads or nouns), None)
    return subject_before(cast.doc, span, trigger, cast)


def _one_rule(unit: Unit, cast: Cast, own: list[Norm], items: list[Unit]) -> bool:
    """Whether the items only finish the lead-in's sentence: "… a person to: (1) harm another;"."""
    text = cast.text[unit.start : unit.end]
    if not w.PURPOSE_OPEN.search(text):
        return False
    size = sum(item.end - item.start for item in items)
    return own[-1].modality == "prohibition" and len(items) <= 4 and size < 700


def _with_end(norm: Norm, end: int) -> Norm:
    return replace(norm, evidence=(norm.evidence[0], end), scope=(norm.scope[0], end))


def _items_below(units: Sequence[Unit], place: int) -> list[Unit]:
    """The run of list items that hang from the unit at `place`."""
    lead = (units[place].start, units[place].end)
    below: list[Unit] = []
    for unit in units[place + 1 :]:
        if lead not in unit.chapeau:
            break
        below.append(unit)
    return below
