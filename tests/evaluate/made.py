"""Small extractions made by hand, and any by hypothesis."""

from dataclasses import replace

from hypothesis import strategies as st

from ingest.extract.result import Entity, Extraction, Party, Relation, Restriction, Span

TYPES = ("Company", "AIModel", "Agency", "Jurisdiction", "Instrument")


def entity(name: str, *mentions: Span, kind: str = "Company") -> Entity:
    return Entity(name, kind, name, (), mentions)


def rule(
    evidence: Span,
    kind: str = "chip_export",
    *,
    by: tuple[Party, ...] = (),
    bearers: tuple[Party, ...] = (),
    on: tuple[Party, ...] = (),
    modality: str = "prohibition",
    status: str = "in_force",
) -> Restriction:
    return Restriction(
        id="r",
        type=kind,
        modality=modality,
        status=status,
        evidence=evidence,
        imposers=by,
        bearers=bearers,
        restricted=on,
        owed_to=(),
        assets=(),
        instrument=None,
        claimant=None,
        assertion="reported",
        valid_from=None,
        valid_to=None,
        precision=None,
        confidence=1.0,
        rule="made",
    )


def tie(kind: str, subject: str, target: str) -> Relation:
    return Relation(kind, subject, target, "reported", (0, 9), None, 1.0, "made")


def document(
    *entities: Entity,
    rules: tuple[Restriction, ...] = (),
    ties: tuple[Relation, ...] = (),
) -> Extraction:
    return Extraction("made", entities, rules, ties)


spans = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda at: (at[0], at[0] + at[1]))


@st.composite
def extractions(draw: st.DrawFn) -> Extraction:
    """Any document of a few entities, with rules and relations among them; spans may overlap."""
    mentions = st.lists(spans, min_size=1, max_size=4, unique=True)
    kinds = st.sampled_from(TYPES)
    found = draw(st.lists(st.tuples(kinds, mentions), max_size=5))
    entities = tuple(
        Entity(f"e{n}", kind, f"E{n}", (), tuple(sorted(some)))
        for n, (kind, some) in enumerate(found)
    )
    rules = draw(st.lists(_rules(entities), max_size=5))
    ties = draw(st.lists(_ties(entities), max_size=4)) if entities else []
    return Extraction("made", entities, tuple(rules), tuple(ties))


def _rules(entities: tuple[Entity, ...]) -> st.SearchStrategy[Restriction]:
    described = spans.map(lambda span: Party(text="words", span=span))
    named = [Party(entity=one.id) for one in entities]
    parties = st.lists(described | st.sampled_from(named) if named else described, max_size=3)
    some = parties.map(tuple)
    return st.builds(
        rule,
        spans,
        st.sampled_from(("chip_export", "reporting")),
        by=some,
        bearers=some,
        on=some,
        modality=st.sampled_from(("prohibition", "obligation")),
        status=st.sampled_from(("proposed", "in_force")),
    )


def _ties(entities: tuple[Entity, ...]) -> st.SearchStrategy[Relation]:
    ids = st.sampled_from([one.id for one in entities])
    return st.builds(tie, st.sampled_from(("supplies", "opposes")), ids, ids)


@st.composite
def shuffled(draw: st.DrawFn, some: Extraction) -> Extraction:
    """The same document with everything in it in another order."""
    rules = [
        replace(
            one,
            imposers=tuple(draw(st.permutations(one.imposers))),
            bearers=tuple(draw(st.permutations(one.bearers))),
            restricted=tuple(draw(st.permutations(one.restricted))),
        )
        for one in some.restrictions
    ]
    return replace(
        some,
        entities=tuple(draw(st.permutations(some.entities))),
        restrictions=tuple(draw(st.permutations(rules))),
        relations=tuple(draw(st.permutations(some.relations))),
    )
