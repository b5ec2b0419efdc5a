"""From annotated documents to a report: groups, intervals, cases."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.evaluate.bootstrap import intervals
from ingest.evaluate.gold import Gold
from ingest.evaluate.report import compare
from ingest.evaluate.scores import Counts, added
from ingest.extract.result import Extraction, Party
from tests.evaluate.made import document, entity, extractions, rule, tie

TEXT = (
    "Larkspur is a firm of toys. The ministry bars sales to it. Then nothing else happened at all."
)
FIRM, MINISTRY = entity("l", (0, 8)), entity("m", (32, 40), kind="Agency")
TOLD = document(FIRM, MINISTRY, rules=(rule((28, 58), by=(Party(entity="m"),)),))


def golds(*some: Extraction, genres: Sequence[str] = ()) -> list[Gold]:
    names = genres or ["news"] * len(some)
    return [
        Gold(TEXT, replace(one, doc=f"d{n}"), genre)
        for n, (one, genre) in enumerate(zip(some, names, strict=True))
    ]


def test_each_genre_has_its_own_figures() -> None:
    found = compare(golds(TOLD, TOLD, genres=["law", "news"]), [TOLD, document(FIRM)])
    assert list(found.genres) == ["law", "news"]
    assert found.genres["law"].figures["restriction"].f1 == 1.0
    assert found.genres["news"].figures["restriction"].f1 == 0.0
    assert found.whole.figures["restriction"].recall == 0.5
    assert found.whole.documents == 2


def test_rules_found_where_none_are_told_are_counted_by_document() -> None:
    found = compare(golds(document(FIRM), document(FIRM), TOLD), [TOLD, document(), TOLD])
    assert found.whole.spurious_per_document == 0.5
    assert compare(golds(TOLD), [TOLD]).whole.spurious_per_document is None


def test_the_score_is_the_mean_of_three() -> None:
    faced = replace(TOLD.restrictions[0], restricted=(Party(entity="l"),))
    found = compare(golds(replace(TOLD, restrictions=(faced,))), [document(FIRM, MINISTRY)])
    assert found.whole.score == pytest.approx(1 / 3)


def test_the_score_leaves_out_what_is_empty() -> None:
    assert compare(golds(document(FIRM)), [document(FIRM)]).whole.score == 1.0


def test_a_case_says_where_and_what_differs() -> None:
    wrong = rule((28, 58), "reporting", status="proposed")
    found = compare(golds(TOLD), [document(entity("x", (0, 8), kind="Agency"), rules=(wrong,))])
    said = {(case.kind, case.span, case.quote, case.differs) for case in found.cases}
    bars = "The ministry bars sales to it."
    assert ("missed entity", (0, 8), "Larkspur", "Company; there: Agency 'l'") not in said
    assert ("missed entity", (0, 8), "Larkspur", "Company; there: Agency 'x'") in said
    assert ("spurious entity", (0, 8), "Larkspur", "Agency; there: Company 'l'") in said
    assert (
        "missed restriction",
        (28, 58),
        bars,
        "chip_export; there: reporting [28, 58]",
    ) in said
    assert any(kind == "spurious restriction" for kind, *_ in said)
    assert {case.doc for case in found.cases} == {"d0"}


def test_a_case_tells_the_parts_of_a_paired_rule_and_relations() -> None:
    gold = replace(TOLD, relations=(tie("supplies", "l", "m"),))
    other = document(FIRM, MINISTRY, rules=(rule((28, 58), on=(Party(entity="l"),), status="x"),))
    kinds = [case.kind for case in compare(golds(gold), [other]).cases]
    assert sorted(kinds) == ["missed imposer", "missed relation", "spurious party", "wrong status"]


def test_a_perfect_finding_has_no_cases() -> None:
    assert compare(golds(TOLD), [TOLD]).cases == ()


def test_an_interval_holds_its_figure_and_narrows_with_agreement() -> None:
    some = [{"restriction": Counts(n % 3, 3, 3)} for n in range(30)]
    low, high = intervals(some)["restriction"]
    assert low < added(some)["restriction"].f1 < high
    assert intervals(some) == intervals(some)
    same = [{"restriction": Counts(1, 2, 2)}] * 30
    assert intervals(same)["restriction"] == (0.5, 0.5)


def test_nothing_and_a_single_document_have_no_interval() -> None:
    assert intervals([{"faces": Counts()}] * 2) == {}
    assert intervals([{"faces": Counts(1, 2, 2)}]) == {}
    assert intervals([]) == {}


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(extractions(), extractions()), min_size=1, max_size=4))
def test_intervals_stay_within_bounds(pairs: list[tuple[Extraction, Extraction]]) -> None:
    found = compare(golds(*(gold for gold, _ in pairs)), [other for _, other in pairs])
    for figure in found.whole.figures.values():
        if figure.interval:
            low, high = figure.interval
            assert 0 <= low <= high <= 1
