"""What writing promises, on every store: whole or not at all, once; edges follow claims."""

from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.claims import Batch, Claim, Interval
from kg.errors import InvalidInputError
from kg.store import Store
from kg.store.base import Row
from kg.store.projector import rebuild
from kg.store.writer import retract, write
from ontology.vocabulary import AssertionStatus, EntityKind, LegalStatus, Predicate
from tests.graphs import NOW, batch, claim, entity, restriction, snapshot, status_claim

BAIDU = entity(EntityKind.COMPANY, "Baidu")
OPENAI = entity(EntityKind.COMPANY, "OpenAI")
GPT4 = entity(EntityKind.AI_MODEL, "GPT-4")
BEIJING = entity(EntityKind.JURISDICTION, "China")
MILITARY = entity(EntityKind.PARTY_CLASS, "entities linked to the military")
BUREAU = entity(EntityKind.AGENCY, "Bureau of Cloud")
CLOUD = restriction("Cloud rule", "cloud_access", "prohibition")


def news(text: str, published: str = "2026-04-24") -> Batch:
    """One document: a proposed cloud rule, an allegation and a denial."""
    alleged = claim(text, BAIDU, Predicate.DISTILLED_FROM, GPT4, AssertionStatus.ALLEGED)
    return batch(
        text,
        published,
        [BAIDU, OPENAI, GPT4, BEIJING, MILITARY, BUREAU, CLOUD],
        [
            alleged,
            claim(text, GPT4, Predicate.DEVELOPED_BY, OPENAI),
            claim(text, CLOUD, Predicate.RESTRICTED_PARTY, MILITARY),
            claim(text, CLOUD, Predicate.IMPOSED_BY, BUREAU),
            status_claim(text, CLOUD, LegalStatus.PROPOSED),
            Claim(
                BEIJING.id,
                Predicate.DISPUTES,
                AssertionStatus.DENIED,
                alleged.document,
                alleged.evidence,
                claimant=BEIJING.id,
                disputes=(alleged.key,),
            ),
        ],
    )


def faces(store: Store) -> list[Row]:
    return store.read(
        "MATCH (p:Party)<-[:FACING_PARTY]-(f:Facing)-[:FACING_NORM]->(r:Restriction) "
        "WHERE f.supersededAt IS NULL RETURN p.name AS party, r.name AS norm, "
        "f.role AS role, f.status AS status, f.from AS start, f.to AS end, f.undated AS undated "
        "ORDER BY party, norm, role, start"
    )


def test_a_document_says_the_same_once_however_often_it_is_written(store: Store) -> None:
    first = write(store, [news("One.")], now=NOW)
    before = snapshot(store)
    again = write(store, [news("One.")], now="2026-12-01T00:00:00Z")
    assert (first.documents, first.claims, first.unchanged) == (1, 6, 0)
    assert (again.documents, again.entities, again.claims, again.unchanged) == (0, 0, 0, 6)
    assert snapshot(store) == before


def test_two_documents_about_one_company_give_one_entity(store: Store) -> None:
    write(store, [news("One."), news("Two.")], now=NOW)
    assert store.read("MATCH (n:Company {name: 'Baidu'}) RETURN count(n) AS n") == [{"n": 1}]


def test_a_write_that_fails_leaves_nothing(store: Store) -> None:
    write(store, [news("One.")], now=NOW)
    before = snapshot(store)

    def half(tx) -> None:  # type: ignore[no-untyped-def]
        tx.run("CREATE (d:Document {id: 'document:half'})")
        raise RuntimeError("power cut")

    with pytest.raises(RuntimeError, match="power cut"):
        store.write(half)
    assert snapshot(store) == before


def test_a_denial_marks_the_edge_as_disputed_even_from_a_later_document(store: Store) -> None:
    both = news("One.")
    allegation, denial = both.claims[0], both.claims[-1]
    write(store, [Batch(both.document, both.entities, (allegation,), both.run)], now=NOW)
    edge = (
        "MATCH (:Company)-[e:DISTILLED_FROM]->(:AIModel) "
        "RETURN e.status AS s, coalesce(e.disputed, false) AS d"
    )
    assert store.read(edge) == [{"s": "alleged", "d": False}]
    write(store, [Batch(both.document, both.entities, (denial,), both.run)], now=NOW)
    assert store.read(edge) == [{"s": "alleged", "d": True}]


def test_the_stronger_source_sets_the_edge_and_the_weaker_stays_a_claim(store: Store) -> None:
    write(store, [news("One.")], now=NOW)
    said = claim("Two.", BAIDU, Predicate.DISTILLED_FROM, GPT4, AssertionStatus.REPORTED)
    write(store, [batch("Two.", "2026-05-01", [BAIDU, GPT4], [said])], now=NOW)
    rows = store.read(
        "MATCH (:Company)-[e:DISTILLED_FROM]->(:AIModel) RETURN e.status AS s, size(e.claims) AS n"
    )
    assert rows == [{"s": "reported", "n": 2}]


def test_a_denial_that_is_retracted_disputes_no_more(store: Store) -> None:
    both = news("One.")
    write(store, [both], now=NOW)
    edge = "MATCH (:Company)-[e:DISTILLED_FROM]->(:AIModel) RETURN e.disputed AS disputed"
    assert store.read(edge) == [{"disputed": True}]
    retract(store, [both.claims[-1].key], now="2026-11-25T00:00:00Z")
    assert store.read(edge) == [{"disputed": None}]


def test_status_periods_follow_later_documents(store: Store) -> None:
    write(store, [news("One.")], now=NOW)
    in_force = status_claim("Two.", CLOUD, LegalStatus.IN_FORCE, Interval("2026-06-01"))
    write(store, [batch("Two.", "2026-05-20", [CLOUD], [in_force])], now=NOW)
    assert [(r["status"], r["start"], r["end"], r["undated"]) for r in faces(store)] == [
        ("proposed", "0000-01-01", "2026-06-01", True),
        ("in_force", "2026-06-01", "9999-12-31", False),
    ]


def test_new_names_of_a_known_entity_become_aliases(store: Store) -> None:
    long = entity(EntityKind.COMPANY, "Baidu", "Baidu Online Network Technology")
    write(store, [news("One.")], now=NOW)
    write(
        store,
        [
            batch(
                "Two.",
                "2026-05-01",
                [long, OPENAI],
                [claim("Two.", long, Predicate.INVESTED_IN, OPENAI)],
            )
        ],
        now=NOW,
    )
    rows = store.read("MATCH (n:Company {name: 'Baidu'}) RETURN n.aliases AS a, n.search AS s")
    assert rows == [
        {
            "a": ["Baidu Online Network Technology"],
            "s": "Baidu\nBaidu Online Network Technology",
        }
    ]


def test_a_claim_about_an_entity_that_is_not_there_is_refused_whole(store: Store) -> None:
    good = claim("Two.", GPT4, Predicate.DEVELOPED_BY, OPENAI)
    bad = claim("Two.", BAIDU, Predicate.INVESTED_IN, OPENAI)
    with pytest.raises(InvalidInputError, match=BAIDU.id):
        write(store, [batch("Two.", None, [GPT4, OPENAI], [good, bad])], now=NOW)
    assert all(not rows for rows in snapshot(store))


PARTIES = [BAIDU, OPENAI, MILITARY, BUREAU]
NORMS = [CLOUD, restriction("Report", "reporting", "obligation")]
DATES = st.sampled_from([None, "2025-01-01", "2025-06-01", "2026-02-01"])


@st.composite
def documents(draw: st.DrawFn) -> list[Batch]:
    """A few small documents about the same norms."""
    found = []
    for i in range(draw(st.integers(1, 3))):
        text = f"Document {i}."
        norm = draw(st.sampled_from(NORMS))
        claims = [
            claim(
                text,
                norm,
                draw(
                    st.sampled_from(
                        [Predicate.BEARER, Predicate.RESTRICTED_PARTY, Predicate.IMPOSED_BY]
                    )
                ),
                draw(st.sampled_from(PARTIES)),
                draw(st.sampled_from([AssertionStatus.REPORTED, AssertionStatus.ALLEGED])),
            ),
            status_claim(
                text, norm, draw(st.sampled_from(list(LegalStatus))), Interval(draw(DATES))
            ),
        ]
        found.append(batch(text, f"2026-0{i + 1}-01", [*PARTIES, *NORMS], claims))
    return found


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(docs=documents())
def test_edges_depend_on_the_claims_alone(store: Store, docs: list[Batch]) -> None:
    """Neither the order of writing nor an index made anew changes what questions read."""
    seen = []
    for order in permutations(docs):
        store.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n"))
        for one in order:
            write(store, [one], now=NOW)
        seen.append(snapshot(store))
    assert all(one == seen[0] for one in seen)
    rebuild(store, now=NOW)
    assert snapshot(store) == seen[0]
