"""Random facts, few enough entities and days for chains, circles and overlaps to be common."""

from collections.abc import Sequence

from hypothesis import strategies as st

from kg.inference import Fact, Recorded
from ontology.vocabulary import AssertionStatus, Predicate
from tests.inference.cases import AFFILIATES_RULE, ENTITY_LIST, P, S, fact

DAYS = ("2024-01-01", "2025-01-01", "2025-06-15", "2025-10-01", "2026-01-01", "2026-06-01")
MOMENTS = tuple(f"2026-0{month}-01T00:00:00Z" for month in range(1, 5))

COMPANIES = tuple(f"company:{x}" for x in "abcd")
LISTS = (ENTITY_LIST, "list:us-meu-list")
CLASSES = ("class:military", "class:concern", "group:d5")
PLACES = ("jurisdiction:cn", "jurisdiction:hk", "jurisdiction:us")
AGENCIES = ("agency:bureau", "agency:office")
INSTRUMENTS = (AFFILIATES_RULE, "instrument:act", "instrument:repealing")
NORMS = ("restriction:1", "restriction:2")
MODELS = tuple(f"model:{x}" for x in "xyz")
ASSETS = ("asset:systemic",)
PARTIES = (*COMPANIES, *PLACES)
GROUPS = (*LISTS, *CLASSES)

ENDS: tuple[tuple[Predicate, Sequence[str], Sequence[str]], ...] = (
    (P.LISTED_ON, PARTIES, (*LISTS, "instrument:act")),
    (P.LISTED_ON, COMPANIES, LISTS),
    (P.MEMBER_OF, (*PARTIES, *LISTS), GROUPS),
    (P.SUBGROUP_OF, GROUPS, GROUPS),
    (P.PART_OF, (*PLACES, *AGENCIES), (*PLACES, *AGENCIES)),
    (P.LOCATED_IN, (*COMPANIES, *AGENCIES), PLACES),
    (P.AFFILIATE_OF, COMPANIES, LISTS),
    (P.RESTRICTED_PARTY, NORMS, (*GROUPS, *PARTIES)),
    (P.RESTRICTED_PARTY, NORMS, GROUPS),
    (P.BEARER, NORMS, GROUPS),
    (P.EXEMPT_FROM, (*PARTIES, *CLASSES), NORMS),
    (P.ISSUED_BY, INSTRUMENTS, (*AGENCIES, *PLACES)),
    (P.GOVERNS, AGENCIES, PLACES),
    (P.REPEALS, INSTRUMENTS, INSTRUMENTS),
    (P.ESTABLISHES, INSTRUMENTS, NORMS),
    (P.DERIVED_FROM, MODELS, MODELS),
    (P.DISTILLED_FROM, (*MODELS, *COMPANIES), MODELS),
    (P.TRAINING_COMPUTE, MODELS, ("1e24", "5e25")),
    (P.COMPUTE_THRESHOLD, ASSETS, ("1e25", "1e26")),
    (P.REGULATED_ASSET, NORMS, ASSETS),
)
STATUSES = (S.OFFICIAL, S.OFFICIAL, S.OFFICIAL, S.REPORTED, S.REPORTED, S.ANALYST, S.ALLEGED)


@st.composite
def intervals(draw: st.DrawFn) -> tuple[str | None, str | None]:
    start = draw(st.sampled_from((None, None, None, *DAYS)))
    end = draw(st.sampled_from((*[None] * 8, *DAYS)))
    return (start, end) if start is None or end is None or start < end else (end, None)


THEMES: tuple[tuple[Predicate, ...], ...] = (
    (P.LISTED_ON, P.MEMBER_OF, P.SUBGROUP_OF, P.RESTRICTED_PARTY, P.EXEMPT_FROM),
    (P.PART_OF, P.LOCATED_IN, P.MEMBER_OF, P.RESTRICTED_PARTY, P.BEARER),
    (P.LISTED_ON, P.OWNS),
    (P.LISTED_ON, P.OWNS, P.AFFILIATE_OF, P.RESTRICTED_PARTY, P.REPEALS),
    (P.PART_OF, P.LOCATED_IN, P.ISSUED_BY, P.GOVERNS, P.REPEALS, P.ESTABLISHES),
    (P.DERIVED_FROM, P.DISTILLED_FROM, P.TRAINING_COMPUTE, P.COMPUTE_THRESHOLD, P.REGULATED_ASSET),
    (P.OWNS, *(predicate for predicate, _, _ in ENDS)),
)
"""Predicates that meet in rules: each graph has one theme, to be dense."""


@st.composite
def plain(draw: st.DrawFn, theme: tuple[Predicate, ...]) -> Fact:
    predicate, subjects, targets = draw(st.sampled_from([e for e in ENDS if e[0] in theme]))
    subject, target = draw(st.sampled_from(subjects)), draw(st.sampled_from(targets))
    return fact(subject, predicate, target, *draw(intervals()), status=_status(draw))


@st.composite
def shares(draw: st.DrawFn) -> Fact:
    owner, owned = draw(st.sampled_from(COMPANIES)), draw(st.sampled_from(COMPANIES))
    share = draw(st.sampled_from(("25", "30", "49.5", "60", "60")))
    return fact(owner, P.OWNS, owned, *draw(intervals()), status=_status(draw), share=share)


def _status(draw: st.DrawFn) -> AssertionStatus:
    return draw(st.sampled_from(STATUSES))


@st.composite
def legal_statuses(draw: st.DrawFn) -> list[Fact]:
    """A history of one instrument: days that differ, or one status of unknown date."""
    instrument = draw(st.sampled_from(INSTRUMENTS))
    codes = st.sampled_from(("in_force", "in_force", "partly_applicable", "suspended", "repealed"))
    days = draw(st.lists(st.sampled_from(DAYS), unique=True, max_size=3))
    return [fact(instrument, P.LEGAL_STATUS, draw(codes), day) for day in days or (None,)]


@st.composite
def facts(draw: st.DrawFn) -> list[Fact]:
    """Facts with different keys; each instrument has one history."""
    theme = draw(st.sampled_from(THEMES))
    found = draw(_some(plain(theme), 24))
    histories = draw(st.lists(legal_statuses(), max_size=3, unique_by=lambda h: h[0].subject))
    if P.OWNS in theme:
        found += draw(_some(shares(), 16))
        if all(history[0].subject != AFFILIATES_RULE for history in histories):
            histories.append([fact(AFFILIATES_RULE, P.LEGAL_STATUS, "in_force", DAYS[1])])
    found += [status for history in histories for status in history]
    for claim in draw(st.lists(st.sampled_from(found), max_size=2)) if found else ():
        found.append(fact("company:a", P.DISPUTES, claim.key, status=S.DENIED))
    return list({one.key: one for one in found}.values())


def _some(one: st.SearchStrategy[Fact], most: int) -> st.SearchStrategy[list[Fact]]:
    """Lists of all lengths alike: by themselves they are mostly short."""
    return st.integers(0, most).flatmap(lambda size: st.lists(one, min_size=size, max_size=size))


@st.composite
def recorded(draw: st.DrawFn) -> list[Recorded[Fact]]:
    """Facts with the time in which the graph knew them."""
    known = []
    for one in draw(facts()):
        since, until = draw(st.sampled_from(MOMENTS)), draw(st.sampled_from((None, *MOMENTS)))
        known.append(Recorded(one, since, until if until and until > since else None))
    return known
