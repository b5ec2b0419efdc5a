"""Rules told in running prose: bans, duties, listings and controls that a report speaks of."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from ingest.extract import prose_words as w
from ingest.extract.actors import Actors
from ingest.extract.norm import Norm, by_clause
from ingest.extract.parties import Cast, named
from ingest.extract.result import Entity
from ingest.extract.segments import Unit
from ingest.extract.sentence import Sentence
from ingest.extract.told_bans import ban, controlled, halt, no_more, refusal, shut_out
from ingest.extract.told_duties import caps, law_change, misread, modals, requirement
from ingest.extract.told_items import items, listed_below
from ingest.extract.told_listings import listing
from ingest.extract.told_nouns import nouns
from ingest.extract.told_orders import orders


def statements(units: Sequence[Unit], cast: Cast, actors: Actors) -> Iterator[Norm]:
    """The rules that the sentences of a report, a fact sheet or an analysis tell of."""
    about_ai = bool(w.AI.search(cast.text))
    talks = _talks(cast.text)
    for unit in units:
        text = cast.text[unit.start : unit.end]
        if unit.kind == "heading" or text.endswith("?"):
            continue
        if unit.kind != "item" and not w.PREFILTER.search(text):
            continue
        s = Sentence(unit, cast, actors, talks=talks)
        found = list(listed_below(s)) or list(items(s))
        if not found and w.PREFILTER.search(text):
            on_topic = talks or w.TOPIC.search(text) or _on_topic(text, unit, cast, about_ai)
            found = _norms(s) if on_topic else []
        yield from (_with_examples(s, _of_another(s, norm)) for norm in found)


def _of_another(s: Sentence, norm: Norm) -> Norm:
    """Nobody imposes on himself: whom a passive binds is not the one whose rule it is."""
    bound = {*norm.bearers, *norm.restricted}
    others = tuple(p for p in norm.imposers if p not in bound)
    if len(others) == len(norm.imposers):
        return norm
    if others:
        return replace(norm, imposers=others)
    actor = s.actors.other_than({p.entity for p in bound if p.entity}, norm.scope[0])
    return replace(norm, imposers=actor.parties, instrument=norm.instrument or actor.instrument)


def _with_examples(s: Sentence, norm: Norm) -> Norm:
    """Name those whom "countries that it does not support, among them China" names."""
    described = [p.span for p in norm.restricted if p.span]
    if not described:
        return norm
    marker = w.EXAMPLES.search(s.cast.text, described[0][0], s.span[1])
    if marker is None:
        return norm
    found: list[Entity] = []
    end = marker.end()
    for start, stop, entity in s.cast.mentions((marker.end(), s.span[1])):
        if entity.type not in {"Company", "Jurisdiction"} or start - end > _APART:
            break
        found.append(entity)
        end = stop
    return replace(norm, restricted=tuple(dict.fromkeys((*norm.restricted, *named(found)))))


_APART = 8
"""Names of one list stand no further apart than ", and the "."""


def _talks(text: str) -> bool:
    """Whether a text is about what rules say: it speaks of them in every other sentence."""
    told = len(w.TALK.findall(text))
    if len(w.ADVOCACY.findall(text)) * 2 > told:
        return False
    return told >= _LEAST_TALK and told * _WORDS_PER_TALK * 6 >= len(text)


_LEAST_TALK = 4
_WORDS_PER_TALK = 60


def _on_topic(text: str, unit: Unit, cast: Cast, about_ai: bool) -> bool:
    """Whether a sentence without a word of the field is about it: by a name, or by its law."""
    types = {e.type for e in cast.within((unit.start, unit.end))}
    if "AIModel" in types or ("Company" in types and w.BLOCKS.search(text)):
        return True
    return about_ai and ("Instrument" in types or bool(w.LAW_SAYS.search(text)))


def _norms(s: Sentence) -> list[Norm]:
    """All the rules of the sentence; a later pattern yields where an earlier one has read."""
    found: list[Norm] = []
    for token in s.tokens:
        if (token.pos_ in {"VERB", "AUX"} or token.tag_ in {"VBG", "VBN"}) and not any(
            n.rule == "require" and n.scope[0] <= token.idx < n.scope[1] for n in found
        ):
            norm = _verb(s, token)
            if norm is not None:
                found.extend(by_clause(s.doc, norm) if norm.rule == "require" else [norm])
    readers = (nouns, modals, caps, law_change)
    for reader in readers if found else (misread, orders, *readers):
        for norm in reader(s):
            if not _overlaps(norm, found):
                found.extend(by_clause(s.doc, norm) if norm.rule == "modal" else [norm])
    return found


def _verb(s: Sentence, verb: Token) -> Norm | None:
    lemma = verb.lemma_.lower()
    if lemma in w.HALTS and (halted := halt(s, verb)) is not None:
        return halted
    if w.SHUTS.get(lemma) and any(c.lower_ in w.SHUTS[lemma] for c in verb.children):
        return shut_out(s, verb)
    if lemma in w.NO_MORE and no_more(verb):
        return refusal(s, verb)
    if lemma not in w.BANS and lemma not in w.REQUIRES and lemma not in w.LISTS:
        return None
    if s.dismissed(verb.idx):
        return None
    if lemma in w.LISTS:
        return listing(s, verb) or controlled(s, verb)
    if lemma in w.REQUIRES:
        return requirement(s, verb)
    return ban(s, verb, lemma)


def _overlaps(norm: Norm, found: Sequence[Norm]) -> bool:
    return any(n.scope[0] <= norm.scope[0] < n.scope[1] for n in found)
