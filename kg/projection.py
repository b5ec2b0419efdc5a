"""From claims to the direct edges and periods that questions read: an index that can be rebuilt.

Pure functions. `edge` folds the live claims of one triple, `timeline` orders what is claimed
about a norm's legal status, `faces` crosses both into the index edges of the main question.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from kg.claims import UNKNOWN, Interval
from ontology.vocabulary import AssertionStatus, DeonticModality, LegalStatus, Predicate

FIRST_DAY = "0000-01-01"
LAST_DAY = "9999-12-31"

# An assertion outranks those after it when sources say the same thing with different force.
STRENGTH = (
    AssertionStatus.OFFICIAL,
    AssertionStatus.REPORTED,
    AssertionStatus.ANALYST,
    AssertionStatus.INFERRED,
    AssertionStatus.ALLEGED,
    AssertionStatus.DENIED,
)
RANK = {status: len(STRENGTH) - i for i, status in enumerate(STRENGTH)}


@dataclass(frozen=True, slots=True)
class Said:
    """What projection needs of a live claim.

    `target` is the object's id or the value; `attested` the ISO date on which its source said
    so (publication, else recording): it orders undated statements and is never valid time.
    """

    key: str
    subject: str
    predicate: Predicate
    target: str
    triple: str
    status: AssertionStatus
    attested: str
    valid: Interval = UNKNOWN
    confidence: float = 1.0
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """The projected edge of one triple."""

    subject: str
    predicate: Predicate
    object: str
    triple: str
    status: AssertionStatus
    disputed: bool
    confidence: float
    valid: Interval
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of a norm's legal status: [start, end) as filter bounds, `valid` as claimed."""

    status: LegalStatus
    start: str
    end: str
    valid: Interval

    @property
    def undated(self) -> bool:
        return self.valid.start is None


@dataclass(frozen=True, slots=True)
class Facing:
    """One party under one norm in one role during one status period."""

    party: str
    norm: str
    role: str
    period: Period
    assertion: AssertionStatus
    confidence: float
    claims: tuple[str, ...]


def _force(said: Said) -> tuple[int, bool, str, str]:
    return RANK[said.status], said.valid.start is not None, said.attested, said.key


def edge(claims: Sequence[Said]) -> Edge:
    """Fold the live claims of one triple: the strongest, best dated, latest one speaks for all."""
    if len(claims) == 1:  # by far the most
        return _edge_of(claims[0])
    strongest = max(claims, key=_force)
    return Edge(
        subject=strongest.subject,
        predicate=strongest.predicate,
        object=strongest.target,
        triple=strongest.triple,
        status=strongest.status,
        disputed=any(said.disputed for said in claims),
        confidence=max(said.confidence for said in claims),
        valid=strongest.valid,
        claims=tuple(sorted(said.key for said in claims)),
    )


def _edge_of(said: Said) -> Edge:
    return Edge(
        said.subject,
        said.predicate,
        said.target,
        said.triple,
        said.status,
        said.disputed,
        said.confidence,
        said.valid,
        (said.key,),
    )


def timeline(claims: Iterable[Said]) -> tuple[Period, ...]:
    """Legal status over time, from the status claims of one norm.

    A dated claim opens its period on that date. An undated one counts from the day on which its
    source said it, except that the earliest known status reaches back without bound: it was
    already so when first heard of, and nobody says since when.
    """
    usable = [said for said in claims if said.status is not AssertionStatus.DENIED]
    ordered = sorted(usable, key=lambda said: (said.valid.start or said.attested, *_force(said)))
    runs = [(LegalStatus(status), list(run)) for status, run in groupby(ordered, _target)]
    starts = [_run_start(run, first=i == 0) for i, (_, run) in enumerate(runs)]
    periods: list[Period] = []
    for i, (status, run) in enumerate(runs):
        limit = starts[i + 1] if i + 1 < len(runs) else LAST_DAY
        periods.extend(_run_periods(status, run, starts[i], limit))
    return tuple(period for period in periods if period.start < period.end)


def _target(said: Said) -> str:
    return said.target


def _run_start(run: Sequence[Said], *, first: bool) -> str:
    dated = [said.valid.start for said in run if said.valid.start]
    if dated:
        return min(dated)
    return FIRST_DAY if first else min(said.attested for said in run)


def _run_periods(
    status: LegalStatus, run: Sequence[Said], start: str, limit: str
) -> Iterable[Period]:
    best = max(run, key=_force)
    ends = [said.valid.end for said in run if said.valid.end]
    end = min(max(ends), limit) if ends else limit
    yield Period(status, start, end, best.valid)
    if end < limit:
        # A pause that is over need not have been followed by the old state: nobody said so.
        over = LegalStatus.UNKNOWN if status in PAUSES else LegalStatus.ENDED
        yield Period(over, end, limit, Interval(end, None, best.valid.precision))


PAUSES = (LegalStatus.SUSPENDED, LegalStatus.ENJOINED, LegalStatus.PROPOSED)
ALWAYS_UNKNOWN = Period(LegalStatus.UNKNOWN, FIRST_DAY, LAST_DAY, UNKNOWN)


def role(predicate: Predicate, modality: DeonticModality) -> str | None:
    """How a party of that predicate stands under a norm of that modality, if it faces it at all."""
    if predicate is Predicate.RESTRICTED_PARTY:
        return "restricted"
    if predicate is Predicate.BEARER:
        return "obliged" if modality is DeonticModality.OBLIGATION else "bound"
    return None


PAST_SLOT = "past|"  # before the slot of a facing that the graph no longer holds


def past_edge(edge: str) -> str:
    """The type of the edges that were projected once, and are no longer."""
    return f"{edge}_PAST"


def slot(role: str, status: LegalStatus, norm_type: str) -> str:
    """Under which a facing is found: what the main question nearly always asks for, in one key."""
    return f"{role}|{status.value}|{norm_type}"


def faces(
    edges: Iterable[Edge], modality: DeonticModality, periods: Sequence[Period]
) -> tuple[Facing, ...]:
    """Cross the party edges of one norm with its status periods."""
    rows = []
    for one in edges:
        stands = role(one.predicate, modality)
        if stands is None or one.status is AssertionStatus.DENIED:
            continue
        for period in periods or (ALWAYS_UNKNOWN,):
            start = max(period.start, one.valid.start or FIRST_DAY)
            end = min(period.end, one.valid.end or LAST_DAY)
            if start < end:
                stretch = Period(period.status, start, end, period.valid)
                rows.append(
                    Facing(
                        one.object,
                        one.subject,
                        stands,
                        stretch,
                        one.status,
                        one.confidence,
                        one.claims,
                    )
                )
    return tuple(sorted(rows, key=lambda row: (row.party, row.norm, row.role, row.period.start)))
