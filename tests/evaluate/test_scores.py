"""The figures of one document, on cases small enough to count by hand."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.evaluate.matching import match
from ingest.evaluate.scores import Counts, Tally, score
from ingest.extract.result import Extraction, Party
from tests.evaluate.made import document, entity, extractions, rule, shuffled, tie

A, B = entity("a", (0, 5), (20, 25)), entity("b", (30, 35))
ON_A, ON_B = (Party(entity="a"),), (Party(entity="b"),)


def scored(gold: Extraction, found: Extraction) -> Tally:
    return score(match(gold, found))


def test_an_entity_is_found_by_any_mention_of_its_type() -> None:
    found = document(entity("x", (3, 9)), entity("y", (30, 35), kind="Agency"))
    figures = scored(document(A, B), found)
    assert figures["entity.Company"] == Counts(hits=1, found=1, gold=2)
    assert figures["entity.Agency"] == Counts(hits=0, found=1, gold=0)
    assert figures["entity.core"] == Counts(hits=1, found=2, gold=2)
    assert figures["mention.Company"] == Counts(hits=0, found=1, gold=3)
    assert figures["mention~.Company"] == Counts(hits=1, found=1, gold=3)


def test_an_entity_split_in_two_counts_once() -> None:
    figures = scored(document(A), document(entity("x", (0, 5)), entity("y", (20, 25))))
    assert figures["entity.Company"] == Counts(hits=1, found=2, gold=1)


def test_evidence_must_share_half_of_the_shorter_span() -> None:
    gold = document(rules=(rule((0, 40)),))
    assert scored(gold, document(rules=(rule((35, 45)),)))["restriction"].hits == 1
    assert scored(gold, document(rules=(rule((36, 46)),)))["restriction"].hits == 0


def test_a_rule_of_another_type_counts_only_as_any() -> None:
    figures = scored(
        document(rules=(rule((0, 40)),)), document(rules=(rule((0, 40), "reporting"),))
    )
    assert figures["restriction"] == Counts(hits=0, found=1, gold=1)
    assert figures["restriction.any"] == Counts(hits=1, found=1, gold=1)
    assert figures["restriction:reporting"] == Counts(hits=0, found=1, gold=0)
    assert "status" not in figures


def test_of_two_findings_the_better_one_is_taken() -> None:
    found = document(
        rules=(rule((0, 10), status="proposed"), rule((0, 40), status="in_force")),
    )
    figures = scored(document(rules=(rule((0, 40)),)), found)
    assert figures["restriction"] == Counts(hits=1, found=2, gold=1)
    assert figures["status"] == Counts(hits=1, found=1, gold=1)


def test_parties_are_compared_within_paired_rules_only() -> None:
    words = Party(text="cloud providers", span=(2, 17))
    gold = document(
        A, B, rules=(rule((0, 40), by=ON_A, bearers=(words,), on=ON_B), rule((50, 90), on=ON_A))
    )
    near = Party(text="providers", span=(8, 17))
    found = document(A, B, rules=(rule((0, 40), by=ON_B, bearers=(near,), on=ON_B),))
    figures = scored(gold, found)
    assert figures["imposer"] == Counts(hits=0, found=1, gold=1)
    assert figures["party"] == Counts(hits=2, found=2, gold=3)


def test_who_faces_what_counts_bearers_of_obligations_alone() -> None:
    gold = document(
        A,
        B,
        rules=(
            rule((0, 40), on=ON_A, bearers=ON_B),
            rule((50, 90), "reporting", bearers=ON_B, modality="obligation"),
        ),
    )
    found = document(A, B, rules=(rule((0, 40), on=ON_B),))
    assert scored(gold, found)["faces"] == Counts(hits=0, found=1, gold=2)
    assert scored(gold, gold)["faces"] == Counts(hits=2, found=2, gold=2)


def test_a_relation_needs_its_type_and_both_its_ends() -> None:
    gold = document(A, B, ties=(tie("supplies", "a", "b"),))
    assert scored(gold, document(A, B, ties=(tie("supplies", "b", "a"),)))["relation"].hits == 0
    stranger = entity("b", (90, 95))
    found = document(A, stranger, ties=(tie("supplies", "a", "b"),))
    assert scored(gold, found)["relation"] == Counts(hits=0, found=1, gold=1)


@settings(deadline=None)
@given(extractions())
def test_a_document_against_itself_is_perfect(gold: Extraction) -> None:
    figures = scored(gold, gold)
    assert all(c.hits == c.found == c.gold for c in figures.values())
    assert {c.f1 for c in figures.values() if c.gold} <= {1.0}


@settings(deadline=None)
@given(extractions(), extractions())
def test_every_figure_stays_within_its_bounds(gold: Extraction, found: Extraction) -> None:
    for counts in scored(gold, found).values():
        assert 0 <= counts.hits <= min(counts.found, counts.gold)
        assert all(0 <= one <= 1 for one in (counts.precision, counts.recall, counts.f1))


@settings(deadline=None)
@given(st.data(), extractions(), extractions())
def test_order_does_not_matter(data: st.DataObject, gold: Extraction, found: Extraction) -> None:
    again = scored(data.draw(shuffled(gold)), data.draw(shuffled(found)))
    assert again == scored(gold, found)
