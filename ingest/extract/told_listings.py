"""Listings on control lists that a verb of a report tells of."""

from dataclasses import replace

from spacy.tokens import Token

from ingest.extract import prose_words as w
from ingest.extract.norm import Norm
from ingest.extract.parties import is_party, named, parties
from ingest.extract.result import Entity, Party, Span
from ingest.extract.sentence import Sentence
from ingest.extract.told_bans import is_passive, target_of


def listing(s: Sentence, verb: Token) -> Norm | None:
    """Reads "… added X to the Entity List"."""
    rest = (verb.idx, s.clause_end(verb))
    listed = next((e for e in s.cast.within(rest) if e.type == "Instrument"), None)
    names_list = listed is not None and "list" in s.words(rest).lower()
    if verb.lemma_ == "list" and s.talks and listed is None:
        listed = list_named(s, (verb.idx, verb.idx))
        names_list = listed is not None
    if not names_list and not w.LIST_NAME.search(s.words(rest)):
        return None
    if w.APPROVES.search(s.words(rest)):
        return None
    target = target_of(verb, is_passive(verb))
    if target is None or not is_party(target, s.cast):
        return None
    actor = s.actors.of_verb(verb, s.span)
    if actor is None and listed is None:
        return None
    norm = s.made("prohibition", "listing", rest, actor, 0.85)
    who = parties(target, s.cast, (s.span[0], target.idx + len(target)))
    return replace(
        norm,
        type="entity_listing",
        restricted=_counted(s, target)
        or tuple(dict.fromkeys((*who, *_listed_with(s, verb, target)))),
        instrument=listed.id if listed else norm.instrument,
    )


def _counted(s: Sentence, target: Token) -> tuple[Party, ...]:
    """The firms of "adds four entities to the List", where the list itself follows line by line."""
    if target.lemma_.lower() not in _ENTRIES or not any(t.like_num for t in target.lefts):
        return ()
    text = s.cast.text
    lines = [
        e
        for start, _, e in s.cast.mentions((s.span[1], len(text)))
        if e.type == "Company" and not text[text.rfind("\n", 0, start) + 1 : start].strip(" -•")
    ]
    return named(lines) if len(set(lines)) > 1 else ()


_ENTRIES = frozenset({"entity", "company", "firm", "party", "organization", "organisation"})


def _listed_with(s: Sentence, verb: Token, target: Token) -> tuple[Party, ...]:
    """The other firms of a listing: "A, B and C", "firms including A", "and B in December"."""
    start = target.left_edge.idx if is_passive(verb) else verb.idx
    found: list[Entity] = []
    for begin, end, entity in s.cast.mentions((start, s.span[1])):
        between = s.words((start, begin))
        if entity.type != "Company" or w.REASON.search(between):
            break
        if begin > target.idx and w.JOINS.search(s.words((s.span[0], begin))):
            found.append(entity)
        start = min(start, end)
    return named(found)


def list_named(s: Sentence, span: Span) -> Entity | None:
    """The control list that a span names, else the one named last before it."""
    inside = [e for e in s.cast.within(span) if e.type == "Instrument" and _is_list(e)]
    if inside:
        return inside[0]
    last = s.cast.before(span[0], ("Instrument",))
    return last if last is not None and _is_list(last) else None


def _is_list(entity: Entity) -> bool:
    return "list" in entity.name.lower()
