"""Whom a provision binds: its subject, its agent, or those whom an office is to bind."""

import re

from spacy.tokens import Token

from ingest.extract import norm_words as w
from ingest.extract.norm import Modality, Norm, lead_ins
from ingest.extract.parties import Cast, described, is_party, named, parties
from ingest.extract.phrases import subject_before, tokens
from ingest.extract.result import Entity, Party, Span
from ingest.extract.segments import Unit


def addressees(cast: Cast) -> tuple[Party, ...]:
    """Whom terms of use say that they bind: "anyone using our service"."""
    defined = w.YOU_ARE.search(cast.text)
    if defined is not None:
        return (described(cast, defined.span("who")),)
    match = w.ADDRESSEES.search(cast.text)
    return (described(cast, match.span()),) if match else ()


def bearers_of(subject: Token | None, cast: Cast, clause: Span, span: Span) -> tuple[Party, ...]:
    """Who a provision binds: the agent of a passive, else the subject if it can act."""
    if subject is None or subject.lower_ in {"you", "we"}:
        return ()
    for token in (*subject.subtree, *tokens(cast.doc, clause)):
        by = token.dep_ == "pobj" and token.head.lower_ == "by"
        if by and token.head.head in {subject, subject.head} and is_party(token, cast):
            return parties(token, cast, span)
    if subject.lower_ in {"they", "it", "he", "she"}:
        subject = _named_before(span, subject, cast)
    if subject is None or not is_party(subject, cast) or _acted_on(subject):
        return ()
    return parties(subject, cast, span)


def addressed(cast: Cast, span: Span, after: int) -> tuple[Party, ...]:
    """Whom "It is unlawful for any person to …" binds; `after` is the end of its ban."""
    match = w.FOR_WHOM.match(cast.text, after, span[1])
    if match is None:
        return ()
    who = [t for t in tokens(cast.doc, match.span("who")) if is_party(t, cast)]
    return parties(who[-1], cast, match.span("who")) if who else ()


def _named_before(span: Span, pronoun: Token, cast: Cast) -> Token | None:
    """The party that a pronoun takes up: the subject of an earlier clause of the sentence."""
    before = tokens(cast.doc, (span[0], pronoun.idx))
    subjects = [t for t in before if t.dep_.startswith("nsubj") and is_party(t, cast)]
    return subjects[-1] if subjects else None


def _acted_on(subject: Token) -> bool:
    return subject.dep_ == "nsubjpass" and subject.head.lemma_ not in w.BINDS


def is_authority(subject: Token | None, words: str, cast: Cast) -> bool:
    """Whether a subject is an office, whose own tasks are no rules."""
    if subject is None:
        return False
    entity = cast.at(subject)
    if entity is not None and entity.type in {"Agency", "Jurisdiction"}:
        return True
    return bool(w.AUTHORITY.search(words[:120]))


def delegated(unit: Unit, cast: Cast, authority: Token | None, clause: Span) -> Norm | None:
    """Reads "The Secretary shall require providers to report": a rule on the providers."""
    match = w.DELEGATES.search(cast.text, *clause)
    if match is not None and w.DISCLAIMS.search(cast.text, unit.start, match.start()):
        return None
    if match is None:
        return _controlled(unit, cast, authority, clause)
    who = [t for t in tokens(cast.doc, match.span("who")) if is_party(t, cast)]
    if not who and authority is not None:
        return _required_of_thing(unit, cast, authority, (match.start(), clause[1]))
    if not who or is_authority(who[-1], cast.text[slice(*match.span("who"))], cast):
        return None
    modality: Modality = (
        "obligation" if match["verb"].startswith(("requir", "oblig")) else "prohibition"
    )
    entity = cast.at(authority) if authority is not None else authority_above(unit, cast)
    head = next((t for t in who if t.dep_ in {"dobj", "nsubj"} and cast.at(t) is None), who[-1])
    return Norm(
        modality,
        (unit.start, unit.end),
        (match.start(), clause[1]),
        "delegated",
        0.7,
        context=lead_ins(unit),
        imposers=named([entity]),
        bearers=parties(head, cast, (unit.start, unit.end)),
    )


def _required_of_thing(unit: Unit, cast: Cast, authority: Token, scope: Span) -> Norm:
    """Reads "The Secretary shall require each product to be fitted with …"."""
    span = (unit.start, unit.end)
    imposers = named([cast.at(authority)])
    return Norm(
        "obligation", span, scope, "delegated", 0.6, context=lead_ins(unit), imposers=imposers
    )


def _controlled(unit: Unit, cast: Cast, authority: Token | None, clause: Span) -> Norm | None:
    """Reads "The President shall control the export of …", "may require a license for …"."""
    match = w.CONTROLS.search(cast.text, unit.start, clause[1])
    if match is None:
        return None
    span = (unit.start, unit.end)
    subject = authority or subject_before(cast.doc, span, match.start(), cast)
    office = cast.at(subject) if subject is not None else None
    if office is None or office.type != "Agency":
        office = authority_above(unit, cast)
    return Norm(
        "prohibition",
        span,
        (match.start(), clause[1]),
        "controlled",
        0.6,
        context=lead_ins(unit),
        imposers=named([office]),
        bearers=_whose_acts(cast, (match.end(), unit.end)),
    )


def _whose_acts(cast: Cast, after: Span) -> tuple[Party, ...]:
    """Whose acts are controlled: "the activities of United States persons"."""
    acts = _ACTS.search(cast.text, after[0], min(after[1], after[0] + _NEAR))
    if acts is None:
        return ()
    who = [t for t in tokens(cast.doc, (acts.end(), after[1])) if is_party(t, cast)]
    head = next((t for t in who if t.dep_ == "pobj" and t.head.idx == acts.start("of")), None)
    return parties(head, cast, (acts.end(), after[1])) if head is not None else ()


_ACTS = re.compile(r"\b(?:activities|conduct|acts|transactions)\s+(?P<of>of|by)\s+")
_NEAR = 60


def authority_above(unit: Unit, cast: Cast) -> Entity | None:
    """The office that an item's lead-in directs."""
    for start, end in reversed(unit.chapeau):
        office = next((e for e in cast.within((start, end)) if e.type == "Agency"), None)
        if office is not None:
            return office
    return None
