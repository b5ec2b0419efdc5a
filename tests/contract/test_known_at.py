"""What the graph knew: an earlier answer comes back exactly, whatever happens later."""

from collections.abc import Callable

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.graphql.execute import Answerer, Request
from api.graphql.limits import Limits
from kg.claims import Batch, Claim, Document, Entity, Interval, Passage, Run
from kg.errors import InvalidInputError
from kg.store import Store
from kg.store.writer import retract, write
from ontology.vocabulary import AssertionStatus, EntityKind, LegalStatus, Predicate
from tests.graphs import entity, restriction

FIRMS = [entity(EntityKind.COMPANY, name) for name in ("Aria", "Brio")]
AGENCY = entity(EntityKind.AGENCY, "Bureau of Cloud")
LAW = entity(EntityKind.INSTRUMENT, "Cloud Act")
NORMS = [
    restriction("Cloud rule", "cloud_access", "prohibition"),
    restriction("Report", "reporting", "obligation"),
]
QUESTION = """
query Past($at: DateTime, $agency: ID!) {
  facing(knownAt: $at, asOf: "2026-06-01", statuses: null, roles: [RESTRICTED, OBLIGED, BOUND]) {
    totalCount edges { cursor node {
      party { id name aliases } role status undated assertion confidence validFrom
      restriction { id status statusHistory { status from to } imposedBy { name }
        bearers { name } instrument { title } evidence { quote } }
      evidence { quote document { id title } } claims { id supersededAt disputedBy { id } }
    } }
  }
  restrictions(knownAt: $at, asOf: "2026-06-01") {
    totalCount edges { node { id status imposedBy { name } claims { edges { node { id } } } } }
  }
  imposed: restrictions(knownAt: $at, imposedBy: $agency) { totalCount edges { node { id } } }
  entities(knownAt: $at) { edges { node { id name aliases ... on Company {
    faces(roles: [RESTRICTED, BOUND]) { totalCount } } } } }
  claims(knownAt: $at) { edges { node { id status disputes { id } supersededAt } } }
  documents(knownAt: $at) { edges { node { id passages { edges { node { quote } } }
    restrictions { edges { node { id } } } } } }
  stats(knownAt: $at, asOf: "2026-06-01") { claims documents statuses { status count }
    restrictions { type count } entities { kind count } assertions { status count } }
}
"""


def ask(store: Store, at: str | None) -> object:
    answer = orjson.loads(
        Answerer(store, Limits(timeout=60)).answer(
            Request(QUESTION, {"at": at, "agency": AGENCY.id})
        )
    )
    assert "errors" not in answer, answer["errors"]
    return answer["data"]


def moment(number: int) -> str:
    return f"2026-11-24T12:{number:02}:00Z"


def document(place: int, sentences: list[str]) -> Document:
    return Document(" ".join(sentences), f"Page {place}", source=f"https://example.org/{place}")


@st.composite
def batches(draw: st.DrawFn) -> Callable[[int], Batch]:
    """A version of one of three pages, as a run of that number finds it."""
    place = draw(st.integers(0, 2))
    sentences = draw(st.lists(st.sampled_from(("One.", "Two.", "Three.")), min_size=1, max_size=3))
    source = document(place, sentences)
    said = draw(st.lists(claims(source), min_size=1, max_size=4))
    aliases = tuple(draw(st.lists(st.sampled_from(("A", "B", "C")), max_size=2, unique=True)))
    known = [Entity(one.id, one.kind, one.name, aliases) for one in FIRMS]
    everybody = (*known, AGENCY, LAW, *NORMS)
    if draw(st.booleans()):
        said = [*said, denial(source, said[0])]
    return lambda number: Batch(
        source, everybody, tuple(said), Run(f"run:{number}", "test", "0", moment(number))
    )


@st.composite
def claims(draw: st.DrawFn, source: Document) -> Claim:
    norm = draw(st.sampled_from(NORMS))
    predicate, target, value = draw(
        st.sampled_from(
            [(Predicate.IMPOSED_BY, AGENCY.id, None)]
            + [
                (p, f.id, None)
                for p in (Predicate.BEARER, Predicate.RESTRICTED_PARTY)
                for f in FIRMS
            ]
            + [
                (Predicate.LEGAL_STATUS, None, status.value)
                for status in (LegalStatus.PROPOSED, LegalStatus.IN_FORCE, LegalStatus.SUSPENDED)
            ]
        )
    )
    return Claim(
        norm.id,
        predicate,
        draw(st.sampled_from([AssertionStatus.REPORTED, AssertionStatus.ALLEGED])),
        source.id,
        (Passage(source.id, 0, len(source.text), source.text),),
        object=target,
        value=value,
        valid=Interval(draw(st.sampled_from([None, "2026-01-01", "2026-03-01"]))),
        confidence=draw(st.sampled_from([0.5, 1.0])),
    )


def denial(source: Document, claim: Claim) -> Claim:
    evidence = (Passage(source.id, 0, len(source.text), source.text),)
    return Claim(
        AGENCY.id,
        Predicate.DISPUTES,
        AssertionStatus.DENIED,
        source.id,
        evidence,
        claimant=AGENCY.id,
        disputes=(claim.key,),
    )


STEPS = st.lists(st.one_of(batches(), st.integers(0, 9)), min_size=2, max_size=6)


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS)
def test_an_earlier_answer_comes_back(
    store: Store, steps: list[Callable[[int], Batch] | int]
) -> None:
    store.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n"))
    answers = []
    for number, step in enumerate(steps):
        if isinstance(step, int):
            keys = store.read("MATCH (c:Claim) RETURN c.key AS key ORDER BY key")
            retract(store, [keys[step % len(keys)]["key"]] if keys else [], now=moment(number))
        else:
            write(store, [step(number)], now=moment(number))
        answers.append(ask(store, None))
        for earlier, answer in enumerate(answers):
            assert ask(store, moment(earlier)) == answer, earlier


def test_another_version_of_a_page_supersedes_what_it_no_longer_says(store: Store) -> None:
    first, second = document(0, ["One."]), document(0, ["Two."])
    evidence = (Passage(first.id, 0, 4, "One."),)
    norm, firm = NORMS[0], FIRMS[0]
    said = Claim(
        norm.id,
        Predicate.RESTRICTED_PARTY,
        AssertionStatus.OFFICIAL,
        first.id,
        evidence,
        object=firm.id,
    )
    run = Run("run:1", "test", "0", moment(1))
    write(store, [Batch(first, (norm, firm), (said,), run)], now=moment(1))
    report = write(store, [Batch(second, (), (), run)], now=moment(2))
    assert (report.documents, report.superseded) == (1, 1)
    again = write(store, [Batch(first, (norm, firm), (said,), run)], now=moment(3))
    assert (again.claims, again.superseded) == (1, 0)
    lives = store.read(
        "MATCH (c:Claim) RETURN c.recordedAt AS since, c.supersededAt AS until ORDER BY since"
    )
    assert [(row["since"][14:16], row["until"] and row["until"][14:16]) for row in lives] == [
        ("01", "02"),
        ("03", None),
    ]


def test_a_claim_that_is_not_there_cannot_be_retracted(store: Store) -> None:
    with pytest.raises(InvalidInputError, match="no claim claim:nothing"):
        retract(store, ["claim:nothing"], now=moment(0))


def test_two_texts_of_one_place_read_together_stand_side_by_side(store: Store) -> None:
    norm, firm = NORMS[0], FIRMS[0]
    both = []
    for text in ("One.", "Two."):
        source = document(0, [text])
        said = Claim(
            norm.id,
            Predicate.BEARER,
            AssertionStatus.REPORTED,
            source.id,
            (Passage(source.id, 0, 4, text),),
            object=firm.id,
        )
        both.append(Batch(source, (norm, firm), (said,), Run("run:1", "test", "0", moment(1))))
    assert write(store, both, now=moment(1)).claims == 2
    again = write(store, both, now=moment(2))
    assert (again.claims, again.unchanged, again.superseded) == (0, 2, 0)
