"""From a model's answer to an extraction: only what the text holds is taken over."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ingest.extract.result import Entity, Extraction, Party, Relation, Restriction, Span
from ingest.plugins.quotes import locate, occurrences
from ingest.plugins.report import Refusal
from ingest.plugins.schema import Answer, SaidEntity, SaidParty, SaidRelation, SaidRestriction

CONFIDENCE = 0.3
"""Of what a model says: a suggestion, below every rule of the extractor."""

NOT_IN_TEXT = "it does not occur in the text"
INSIDE_OTHERS = "it stands only inside longer names"
NO_SUCH_ENTITY = "it names no entity of the list"


def ground(
    answer: Answer, text: str, doc: str, *, rule: str
) -> tuple[Extraction, tuple[Refusal, ...]]:
    """What the answer says and the text holds, with offsets; and what was refused, in order."""
    grounding = _Grounding(text, doc, rule)
    grounding.name(answer.entities)
    rules = tuple(grounding.restrictions(answer.restrictions))
    ties = tuple(grounding.relations(answer.relations))
    entities = tuple(grounding.entities.values())
    return Extraction(doc, entities, rules, ties), tuple(grounding.refused)


@dataclass(slots=True)
class _Grounding:
    """One document on the way; `entities` is keyed by the model's own ids, in text order."""

    text: str
    doc: str
    rule: str
    entities: dict[str, Entity] = field(default_factory=dict)
    refused: list[Refusal] = field(default_factory=list)

    def name(self, said: Sequence[SaidEntity]) -> None:
        """Take over the entities that the text names."""
        known: dict[str, SaidEntity] = {}
        for one in said:
            if one.id in known:
                self._refuse(f"{one.type} {one.name!r}", one.id, "its id stands for another")
            else:
                known[one.id] = one
        mentions = self._mentions(known.values())
        first = sorted((spans[0], key) for key, spans in mentions.items())
        for number, (_, key) in enumerate(first, 1):
            self.entities[key] = self._entity(f"e{number}", known[key], mentions[key])

    def restrictions(self, said: Iterable[SaidRestriction]) -> Iterable[Restriction]:
        number = 0
        for one in said:
            evidence = self._evidence(f"{one.type} restriction", one.evidence)
            if evidence:
                number += 1
                yield self._restriction(f"r{number}", one, evidence)

    def relations(self, said: Iterable[SaidRelation]) -> Iterable[Relation]:
        for one in said:
            what = f"{one.type} relation"
            ends = [self._named(what, key) for key in (one.subject, one.object)]
            evidence = self._evidence(what, one.evidence)
            if ends[0] and ends[1] and evidence:
                yield Relation(
                    one.type, ends[0], ends[1], one.status, evidence, None, CONFIDENCE, self.rule
                )

    def _mentions(self, said: Iterable[SaidEntity]) -> dict[str, list[Span]]:
        """The mentions of each entity that has any; a longer name wins over those inside it."""
        found = [(span, one) for one in said for span in self._named_at(one)]
        kept: list[tuple[Span, str]] = []
        for span, one in sorted(found, key=lambda hit: (hit[0][0] - hit[0][1], hit[0])):
            if all(span[1] <= start or end <= span[0] for (start, end), _ in kept):
                kept.append((span, one.id))
        mentions: dict[str, list[Span]] = {}
        for span, key in sorted(kept):
            mentions.setdefault(key, []).append(span)
        for one in {one.id: one for _, one in found if one.id not in mentions}.values():
            self._refuse(f"name of {one.type} {one.id}", one.name, INSIDE_OTHERS)
        return mentions

    def _named_at(self, said: SaidEntity) -> Iterator[Span]:
        for form in dict.fromkeys((said.name, *said.other_names)):
            spans = occurrences(form, self.text)
            if not spans:
                self._refuse(f"name of {said.type} {said.id}", form, NOT_IN_TEXT)
            yield from spans

    def _entity(self, key: str, said: SaidEntity, mentions: Sequence[Span]) -> Entity:
        forms = list(dict.fromkeys(self.text[start:end] for start, end in mentions))
        name = said.name if said.name in forms else max(forms, key=len)
        aliases = tuple(form for form in forms if form != name)
        return Entity(key, said.type, name, aliases, tuple(mentions))

    def _restriction(self, key: str, said: SaidRestriction, evidence: Span) -> Restriction:
        def parties(role: str, some: Sequence[SaidParty]) -> tuple[Party, ...]:
            what = f"{role} of a {said.type} restriction"
            grounded = [self._party(what, one, evidence) for one in some]
            return tuple(party for party in grounded if party)

        return Restriction(
            id=key,
            type=said.type,
            modality=said.modality,
            status=said.status,
            evidence=evidence,
            imposers=parties("imposer", said.imposers),
            bearers=parties("bearer", said.bearers),
            restricted=parties("restricted party", said.restricted),
            owed_to=(),
            assets=parties("asset", said.assets),
            instrument=None,
            claimant=None,
            assertion="reported",
            valid_from=None,
            valid_to=None,
            precision=None,
            confidence=CONFIDENCE,
            rule=self.rule,
        )

    def _party(self, what: str, said: SaidParty, evidence: Span) -> Party | None:
        if said.entity is not None:
            named = self._named(what, said.entity)
            return Party(entity=named) if named else None
        words = said.text or ""
        span = locate(words, self.text, evidence) or locate(words, self.text)
        if span is None:
            self._refuse(what, words, NOT_IN_TEXT)
            return None
        return Party(text=self.text[slice(*span)], span=span)

    def _named(self, what: str, key: str) -> str | None:
        found = self.entities.get(key)
        if found is None:
            self._refuse(what, key, NO_SUCH_ENTITY)
            return None
        return found.id

    def _evidence(self, what: str, quote: str) -> Span | None:
        span = locate(quote, self.text)
        if span is None:
            self._refuse(f"evidence of a {what}", quote, NOT_IN_TEXT)
        return span

    def _refuse(self, what: str, said: str, reason: str) -> None:
        self.refused.append(Refusal(self.doc, what, said, reason))
