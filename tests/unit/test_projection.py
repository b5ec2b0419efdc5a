"""Edges and status periods, from claims alone."""

from kg.claims import Interval
from kg.projection import FIRST_DAY, LAST_DAY, Said, edge, faces, timeline
from ontology.vocabulary import AssertionStatus, DeonticModality, LegalStatus, Predicate

NORM = "restriction:n"


def status(
    value: LegalStatus, attested: str, start: str | None = None, end: str | None = None
) -> Said:
    return Said(
        key=f"claim:{value}{attested}{start}",
        subject=NORM,
        predicate=Predicate.LEGAL_STATUS,
        target=value.value,
        triple=f"{NORM}{value}",
        status=AssertionStatus.REPORTED,
        attested=attested,
        valid=Interval(start, end),
    )


def party(
    who: str,
    predicate: Predicate = Predicate.RESTRICTED_PARTY,
    said: AssertionStatus = AssertionStatus.REPORTED,
    *,
    key: str = "claim:p",
    confidence: float = 1.0,
    disputed: bool = False,
) -> Said:
    return Said(
        key=key,
        subject=NORM,
        predicate=predicate,
        target=who,
        triple=f"{NORM}{predicate}{who}",
        status=said,
        attested="2026-01-01",
        confidence=confidence,
        disputed=disputed,
    )


def spans(claims: list[Said]) -> list[tuple[str, str, str]]:
    return [(p.status.value, p.start, p.end) for p in timeline(claims)]


def test_a_status_of_unknown_date_reaches_back_and_stays_undated() -> None:
    periods = timeline([status(LegalStatus.PROPOSED, "2026-05-01")])
    assert [(p.status, p.start, p.end) for p in periods] == [
        (LegalStatus.PROPOSED, FIRST_DAY, LAST_DAY)
    ]
    assert periods[0].undated


def test_a_dated_status_opens_on_its_date_not_on_publication() -> None:
    claims = [status(LegalStatus.IN_FORCE, "2024-11-15", start="2025-01-02")]
    assert spans(claims) == [("in_force", "2025-01-02", LAST_DAY)]


def test_a_later_undated_status_counts_from_the_day_it_was_said() -> None:
    claims = [
        status(LegalStatus.IN_FORCE, "2026-03-01"),
        status(LegalStatus.PROPOSED, "2025-06-01"),
    ]
    assert spans(claims) == [
        ("proposed", FIRST_DAY, "2026-03-01"),
        ("in_force", "2026-03-01", LAST_DAY),
    ]


def test_a_suspension_ends_in_the_unknown_and_a_rule_in_its_end() -> None:
    claims = [
        status(LegalStatus.IN_FORCE, "2025-10-01", start="2025-09-29"),
        status(LegalStatus.SUSPENDED, "2025-11-12", start="2025-11-10", end="2026-11-10"),
    ]
    assert spans(claims) == [
        ("in_force", "2025-09-29", "2025-11-10"),
        ("suspended", "2025-11-10", "2026-11-10"),
        ("unknown", "2026-11-10", LAST_DAY),
    ]
    ended = [status(LegalStatus.IN_FORCE, "2025-01-01", start="2025-01-01", end="2025-05-13")]
    assert spans(ended)[-1] == ("ended", "2025-05-13", LAST_DAY)


def test_two_sources_for_one_status_are_one_period_since_the_earlier_date() -> None:
    claims = [
        status(LegalStatus.IN_FORCE, "2025-03-01"),
        status(LegalStatus.IN_FORCE, "2025-04-01", start="2025-02-01"),
    ]
    assert spans(claims) == [("in_force", "2025-02-01", LAST_DAY)]


def test_denied_status_opens_no_period() -> None:
    denied = Said(
        "claim:d",
        NORM,
        Predicate.LEGAL_STATUS,
        "in_force",
        "t",
        AssertionStatus.DENIED,
        "2026-01-01",
    )
    assert timeline([denied]) == ()


def test_the_strongest_assertion_speaks_for_the_edge() -> None:
    folded = edge(
        [
            party(
                "company:x",
                said=AssertionStatus.ALLEGED,
                key="claim:a",
                confidence=0.9,
                disputed=True,
            ),
            party("company:x", said=AssertionStatus.REPORTED, key="claim:b", confidence=0.5),
        ]
    )
    assert folded.status is AssertionStatus.REPORTED
    assert folded.disputed
    assert folded.confidence == 0.9
    assert folded.claims == ("claim:a", "claim:b")


def test_who_faces_a_norm_depends_on_role_and_modality() -> None:
    edges = [
        edge([party("class:military")]),
        edge([party("class:clouds", Predicate.BEARER)]),
        edge([party("agency:us-bis", Predicate.IMPOSED_BY)]),
    ]
    prohibition = faces(edges, DeonticModality.PROHIBITION, ())
    assert [(f.party, f.role) for f in prohibition] == [
        ("class:clouds", "bound"),
        ("class:military", "restricted"),
    ]
    obligation = faces(edges, DeonticModality.OBLIGATION, ())
    assert [(f.party, f.role) for f in obligation] == [
        ("class:clouds", "obliged"),
        ("class:military", "restricted"),
    ]
    assert {f.period.status for f in prohibition} == {LegalStatus.UNKNOWN}


def test_one_row_for_each_status_period() -> None:
    periods = timeline(
        [
            status(LegalStatus.PROPOSED, "2024-01-29"),
            status(LegalStatus.IN_FORCE, "2025-01-20", start="2025-02-01"),
        ]
    )
    rows = faces([edge([party("company:x")])], DeonticModality.PROHIBITION, periods)
    assert [(r.period.status.value, r.period.start, r.period.end) for r in rows] == [
        ("proposed", FIRST_DAY, "2025-02-01"),
        ("in_force", "2025-02-01", LAST_DAY),
    ]


def test_a_denied_party_does_not_face_the_norm() -> None:
    denied = edge([party("company:x", said=AssertionStatus.DENIED)])
    assert faces([denied], DeonticModality.PROHIBITION, ()) == ()
