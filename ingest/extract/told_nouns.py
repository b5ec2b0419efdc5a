"""Bans and controls that a report names by a noun: "a ban on", "export controls"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from ingest.extract import prose_words as w
from ingest.extract.actors import Actor
from ingest.extract.norm import Modality, Norm
from ingest.extract.parties import described, is_party, parties
from ingest.extract.phrases import cut_off, tokens
from ingest.extract.result import Party
from ingest.extract.sentence import Sentence
from ingest.extract.told_bans import with_product


def nouns(s: Sentence) -> Iterator[Norm]:
    """The bans, controls and duties that a sentence names, each with whose they are."""
    for match in w.NOUN.finditer(s.text):
        start = s.unit.start + match.start()
        if s.dismissed(start):
            continue
        head = next(
            (t for t in tokens(s.doc, s.at(match)) if t.pos_ in {"NOUN", "PROPN"}),
            None,
        )
        if head is None:
            continue
        norm = _noun(s, match, head)
        if norm is not None:
            yield norm


def _noun(s: Sentence, match: re.Match[str], head: Token) -> Norm | None:
    last = tokens(s.doc, s.at(match))
    of_use = match[0].lower().startswith("terms")
    noun = (
        head if of_use else next((t for t in reversed(last) if t.pos_ in {"NOUN", "PROPN"}), head)
    )
    actor = _noun_actor(s, match, noun)
    if actor is None:
        return None
    end = s.clause_end(noun)
    scope = (min(s.unit.start + match.start(), noun.left_edge.idx), end)
    modality: Modality = "obligation" if match["duty"] else "prohibition"
    norm = s.made(modality, "noun", scope, actor, 0.6)
    if match["duty"]:
        return norm
    if noun.head.lemma_ == "face" and noun.dep_ == "dobj":
        return _faced(s, norm, noun.head)
    return with_product(s, _cut(s, norm, last[-1] if noun.lower_ == "terms" else noun))


def _noun_actor(s: Sentence, match: re.Match[str], noun: Token) -> Actor | None:
    """Whose ban a noun names; export controls and stated aims may leave it to the context."""
    if noun.head.lemma_ == "face":
        return Actor() if _MANY.search(s.text) else s.actors.of_context(s.unit.start)
    actor = s.actors.of_noun(noun, s.span, w.TIGHTENS)
    if actor is not None:
        return actor
    if s.talks and noun.dep_ in {"dobj", "pobj"}:
        verb = noun.head if noun.head.pos_ == "VERB" else noun.head.head
        actor = s.actors.of_verb(verb, s.span) if verb.pos_ == "VERB" else None
        if actor is not None and actor.parties and noun.head.lower_ in {"with", verb.lower_}:
            return actor
    governed = noun.head.lemma_.lower() in w.TIGHTENS and noun.dep_ in {
        "dobj",
        "conj",
        "nsubjpass",
    }
    if governed and (s.leads_item(noun.head) or w.AIM.search(s.text)):
        return s.actors.of_lead(s.unit)
    opens = match.start() < 4 and w.AGAINST.search(s.text, match.start(), match.end() + 9)
    if w.EXPORTS.search(match[0]) and (governed or opens):
        return s.actors.of_context(s.unit.start)
    return None


_MANY = re.compile(r"\b(?:countries|governments|states|nations|regulators|places)\b")
"""Where many rule, nobody in particular does."""


def _faced(s: Sentence, norm: Norm, verb: Token) -> Norm:
    """Reads "X is facing caps on …": the subject is cut off, not the one who cuts off."""
    current = verb
    for _ in range(6):
        subject = next((c for c in current.lefts if c.dep_.startswith("nsubj")), None)
        if subject is not None:
            return replace(norm, restricted=parties(subject, s.cast, s.span))
        current = current.head
    return norm


def _laid_on(s: Sentence, noun: Token) -> tuple[Party, ...]:
    """Those on whom a verb lays what the noun names: "imposed restrictions on 80 companies"."""
    for child in noun.head.rights:
        if child.i > noun.i and child.lower_ in {"on", "against"}:
            who = next((t for t in child.rights if t.dep_ == "pobj"), None)
            if who is not None and is_party(who, s.cast):
                return parties(who, s.cast, s.span)
    return ()


def _cut(s: Sentence, norm: Norm, noun: Token) -> Norm:
    """Whom a noun such as "restrictions" cuts off, and what it concerns."""
    stop = w.STOP.search(s.text, noun.idx - s.unit.start)
    end = max(norm.scope[1], s.unit.start + stop.start() if stop else s.span[1])
    restricted = cut_off(s.doc, (noun.idx, end), s.cast) or _laid_on(s, noun)
    ruled = {p.entity for p in norm.imposers}
    restricted = tuple(p for p in restricted if p.entity is None or p.entity not in ruled)
    thing = next(
        (t for c in noun.rights if c.dep_ == "prep" for t in c.rights if t.dep_ == "pobj"), None
    )
    if thing is None or is_party(thing, s.cast):
        direct = parties(thing, s.cast, s.span) if thing is not None else ()
        direct = tuple(p for p in direct if p.entity is None or p.entity not in ruled)
        return replace(norm, restricted=tuple(dict.fromkeys((*direct, *restricted))))
    providers = tuple(
        described(s.cast, (thing.left_edge.idx, t.idx + len(t)))
        for t in thing.lefts
        if t.dep_ == "compound" and t.lower_ in {"provider", "supplier", "exporter"}
    )
    return replace(
        norm,
        assets=parties(thing, s.cast, s.span),
        restricted=restricted,
        bearers=providers,
    )
