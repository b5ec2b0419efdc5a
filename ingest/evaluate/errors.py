"""What extraction misses and what it makes up, case by case, for whoever improves it next."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ingest.evaluate.matching import Matched, match_parties, overlap
from ingest.evaluate.scores import bound_parties, imposers
from ingest.extract.result import Entity, Extraction, Party, Relation, Restriction, Span

LONGEST_QUOTE = 200


@dataclass(frozen=True, slots=True)
class Case:
    """One disagreement: `kind` such as "missed restriction", where it is, and what differs."""

    kind: str
    doc: str
    span: Span
    quote: str
    differs: str


def cases(matched: Matched, text: str) -> list[Case]:
    """All disagreements of one document, as they stand in the text."""
    parts = (_entities(matched), _restrictions(matched), _details(matched), _relations(matched))
    found = [
        Case(kind, matched.gold.doc, span, _short(text[slice(*span)]), differs)
        for part in parts
        for kind, span, differs in part
    ]
    return sorted(found, key=lambda case: (case.span, case.kind, case.differs))


def _short(quote: str) -> str:
    """On one line; a longer quote is cut in the middle, since both ends say where it is."""
    line = " ".join(quote.split())
    half = LONGEST_QUOTE // 2
    return line if len(line) <= LONGEST_QUOTE else f"{line[:half]} … {line[-half:]}"


type _Cases = Iterator[tuple[str, Span, str]]


def _entities(matched: Matched) -> _Cases:
    paired = set(matched.entities.values())
    for entity in matched.gold.entities:
        if entity.id not in matched.entities:
            other = _elsewhere(entity, matched.found.entities)
            yield "missed entity", entity.mentions[0], f"{entity.type}; {other or 'not found'}"
    for entity in matched.found.entities:
        if entity.id not in paired:
            other = _elsewhere(entity, matched.gold.entities)
            yield "spurious entity", entity.mentions[0], f"{entity.type}; {other or 'no entity'}"


def _elsewhere(entity: Entity, others: Iterable[Entity]) -> str:
    """What the other side holds where the entity is first named."""
    first = entity.mentions[0]
    held = [o for o in others if any(overlap(first, span) for span in o.mentions)]
    return ", ".join(f"there: {other.type} {other.name!r}" for other in held)


def _restrictions(matched: Matched) -> _Cases:
    gold, found = matched.gold.restrictions, matched.found.restrictions
    paired = set(matched.typed.values())
    for i, rule in enumerate(gold):
        if i not in matched.typed:
            yield "missed restriction", rule.evidence, f"{rule.type}; {_there(rule, found)}"
    for j, rule in enumerate(found):
        if j not in paired:
            said = f"{rule.type} by rule {rule.rule!r}; {_there(rule, gold)}"
            yield "spurious restriction", rule.evidence, said


def _there(rule: Restriction, others: Sequence[Restriction]) -> str:
    held = [o for o in others if overlap(rule.evidence, o.evidence)]
    return ", ".join(f"there: {o.type} {list(o.evidence)}" for o in held) or "nothing there"


def _details(matched: Matched) -> _Cases:
    """What differs within paired restrictions."""
    for i, j in matched.typed.items():
        gold, found = matched.gold.restrictions[i], matched.found.restrictions[j]
        for name in ("status", "modality"):
            one, other = getattr(gold, name), getattr(found, name)
            if one != other:
                yield f"wrong {name}", gold.evidence, f"{other} instead of {one}"
        yield from _party_details("imposer", imposers, gold, found, matched)
        yield from _party_details("party", bound_parties, gold, found, matched)


def _party_details(
    name: str,
    of: Callable[[Restriction], list[Party]],
    gold: Restriction,
    found: Restriction,
    matched: Matched,
) -> _Cases:
    annotated, extracted = of(gold), of(found)
    pairs = match_parties(annotated, extracted, matched.entities)
    for i, party in enumerate(annotated):
        if i not in pairs:
            yield f"missed {name}", gold.evidence, _called(party, matched.gold)
    for j, party in enumerate(extracted):
        if j not in pairs.values():
            yield f"spurious {name}", gold.evidence, _called(party, matched.found)


def _called(party: Party, some: Extraction) -> str:
    names = {entity.id: entity.name for entity in some.entities}
    return names[party.entity] if party.entity is not None else repr(party.text)


def _relations(matched: Matched) -> _Cases:
    as_gold = {found: gold for gold, found in matched.entities.items()}
    annotated = {(t.type, t.subject, t.object) for t in matched.gold.relations}
    extracted = {
        (t.type, as_gold.get(t.subject), as_gold.get(t.object)) for t in matched.found.relations
    }
    for tie in matched.gold.relations:
        if (tie.type, tie.subject, tie.object) not in extracted:
            yield "missed relation", tie.evidence, _tie(tie, matched.gold)
    for tie in matched.found.relations:
        if (tie.type, as_gold.get(tie.subject), as_gold.get(tie.object)) not in annotated:
            yield "spurious relation", tie.evidence, _tie(tie, matched.found)


def _tie(tie: Relation, some: Extraction) -> str:
    names = {entity.id: entity.name for entity in some.entities}
    return f"{names[tie.subject]} {tie.type} {names[tie.object]}"
