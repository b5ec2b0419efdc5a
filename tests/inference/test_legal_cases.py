"""Worked cases: who falls under which norm, since when, and by which chain of rules."""

import pytest

from kg.claims import Interval
from kg.inference import Engine, Fact
from ontology import rules
from tests.inference.cases import (
    AFFILIATES_RULE,
    ENTITY_LIST,
    P,
    S,
    derived,
    engine,
    fact,
    keys,
    pairs,
    rules_used,
)

NORM = "restriction:chips"
A, B, C = "company:a", "company:b", "company:c"
ACME = "company:acme"
LAW = (
    fact(AFFILIATES_RULE, P.LEGAL_STATUS, "in_force", "2025-09-29"),
    fact(AFFILIATES_RULE, P.LEGAL_STATUS, "suspended", "2025-11-10"),
)
BAN = fact(NORM, P.RESTRICTED_PARTY, ENTITY_LIST)
WHILE_IN_FORCE = "2025-10-15"


def listed(company: str, start: str | None = "2020-06-01", end: str | None = None) -> Fact:
    return fact(company, P.LISTED_ON, ENTITY_LIST, start, end)


def owns(
    owner: str, company: str, share: str, start: str | None = "2021-01-01", end: str | None = None
) -> Fact:
    return fact(owner, P.OWNS, company, start, end, share=share)


def affiliates(*facts: Fact, day: str = WHILE_IN_FORCE) -> set[str]:
    found = engine(*LAW, *facts)
    return {company for company, name in pairs(found, P.AFFILIATE_OF, day)}


# Listing, groups, inheritance ------------------------------------------------------------------


def test_a_listed_firm_is_restricted_by_what_restricts_the_list_since_its_listing() -> None:
    listing = listed(A)
    found = engine(listing, BAN)
    (member,) = derived(found, P.MEMBER_OF)
    (faced,) = derived(found, P.RESTRICTED_PARTY)
    assert (faced.subject, faced.target) == (NORM, A)
    assert faced.valid == Interval("2020-06-01")
    assert faced.rule == "rule:inherited-restriction"
    assert keys(faced.premises) == [member.key, BAN.key]
    assert keys(member.premises) == [listing.key]
    assert faced.weakest is S.OFFICIAL


def test_a_proposed_norm_reaches_its_parties_as_one_in_force_does() -> None:
    """The status stands beside the norm: whether it "would" restrict is asked there."""
    floated = fact(NORM, P.LEGAL_STATUS, "floated", "2026-01-01", status=S.REPORTED)
    without = derived(engine(listed(A), BAN), P.RESTRICTED_PARTY)
    beside = derived(engine(listed(A), BAN, floated), P.RESTRICTED_PARTY)
    assert keys(without) == keys(beside)


def test_a_chain_of_subgroups_ends_in_the_widest_class() -> None:
    found = engine(
        listed(A),
        fact(ENTITY_LIST, P.SUBGROUP_OF, "class:military-linked", status=S.ANALYST),
        fact("class:military-linked", P.SUBGROUP_OF, "class:of-concern"),
        fact("restriction:cloud", P.RESTRICTED_PARTY, "class:of-concern", status=S.REPORTED),
    )
    (faced,) = derived(found, P.RESTRICTED_PARTY)
    assert (faced.subject, faced.target) == ("restriction:cloud", A)
    assert faced.weakest is S.ANALYST
    assert rules_used(faced) == [
        "rule:inherited-restriction",
        "rule:subgroup",
        "rule:subgroup",
        "rule:listing",
    ]


def test_duties_reach_the_members_of_the_class_that_bears_them() -> None:
    found = engine(
        fact("company:cloud", P.MEMBER_OF, "class:cloud-providers"),
        fact("restriction:kyc", P.BEARER, "class:cloud-providers", "2026-01-01"),
    )
    assert pairs(found, P.BEARER) == {("restriction:kyc", "company:cloud")}
    assert derived(found, P.BEARER)[0].valid == Interval("2026-01-01")


def test_time_is_what_the_premises_share_and_none_gives_nothing() -> None:
    found = engine(
        fact(A, P.LISTED_ON, ENTITY_LIST, "2020-06-01", "2022-01-01"),
        fact("restriction:early", P.RESTRICTED_PARTY, ENTITY_LIST, "2021-01-01"),
        fact("restriction:late", P.RESTRICTED_PARTY, ENTITY_LIST, "2022-01-01"),
    )
    (faced,) = derived(found, P.RESTRICTED_PARTY)
    assert faced.subject == "restriction:early"
    assert faced.valid == Interval("2021-01-01", "2022-01-01")


def test_unknown_dates_stay_unknown() -> None:
    (faced,) = derived(engine(listed(A, None), BAN), P.RESTRICTED_PARTY)
    assert faced.valid == Interval(None, None)


def test_a_dated_report_is_not_lost_beside_an_undated_one() -> None:
    undated = fact(A, P.LISTED_ON, ENTITY_LIST, status=S.REPORTED)
    dated = fact(A, P.LISTED_ON, ENTITY_LIST, "2020-06-01", status=S.REPORTED)
    found = derived(engine(undated, dated, BAN), P.RESTRICTED_PARTY)
    assert [one.valid for one in found] == [Interval(), Interval("2020-06-01")]


def test_many_reports_of_one_listing_make_one_result() -> None:
    reports = [fact(A, P.LISTED_ON, ENTITY_LIST, f"2021-0{i}-01") for i in range(1, 7)]
    (faced,) = derived(engine(*reports, BAN), P.RESTRICTED_PARTY)
    assert faced.valid == Interval("2021-01-01")


# Places ----------------------------------------------------------------------------------------

PLACES = (
    fact("jurisdiction:hk", P.PART_OF, "jurisdiction:cn"),
    fact("jurisdiction:cn", P.MEMBER_OF, "group:us-d5", "2019-01-01"),
    fact("company:harbour", P.LOCATED_IN, "jurisdiction:hk"),
    fact("restriction:d5", P.RESTRICTED_PARTY, "group:us-d5"),
)


def test_a_hong_kong_firm_falls_under_the_group_of_china() -> None:
    found = engine(*PLACES)
    assert ("company:harbour", "group:us-d5") in pairs(found, P.MEMBER_OF)
    faced = {one.target: one for one in derived(found, P.RESTRICTED_PARTY)}
    assert set(faced) == {"jurisdiction:cn", "jurisdiction:hk", "company:harbour"}
    assert faced["company:harbour"].valid == Interval("2019-01-01")
    assert rules_used(faced["company:harbour"]) == [
        "rule:inherited-restriction",
        "rule:location",
        "rule:territory",
    ]


def test_a_place_passes_on_only_its_groups_of_jurisdictions() -> None:
    found = engine(*PLACES, fact("jurisdiction:hk", P.MEMBER_OF, "class:ports"))
    assert ("company:harbour", "class:ports") not in pairs(found, P.MEMBER_OF)


# Exemptions ------------------------------------------------------------------------------------


def test_an_exempted_firm_is_not_restricted_by_that_norm() -> None:
    other = fact("restriction:other", P.RESTRICTED_PARTY, ENTITY_LIST)
    licence = fact(A, P.EXEMPT_FROM, NORM)
    found = engine(listed(A), listed(B), BAN, other, licence)
    assert pairs(found, P.RESTRICTED_PARTY) == {
        (NORM, B),
        ("restriction:other", A),
        (other.subject, B),
    }


def test_an_exemption_for_a_time_leaves_the_time_before_and_after() -> None:
    licence = fact(A, P.EXEMPT_FROM, NORM, "2023-01-01", "2024-01-01")
    found = derived(engine(listed(A), BAN, licence), P.RESTRICTED_PARTY)
    assert [one.valid for one in found] == [
        Interval("2020-06-01", "2023-01-01"),
        Interval("2024-01-01"),
    ]
    assert len({one.key for one in found}) == 2


def test_an_exception_for_a_class_is_one_for_its_members() -> None:
    found = engine(
        listed(A),
        BAN,
        fact(A, P.MEMBER_OF, "class:validated-users"),
        fact("class:validated-users", P.EXEMPT_FROM, NORM),
    )
    assert pairs(found, P.RESTRICTED_PARTY) == set()


def test_an_exemption_does_not_undo_a_claim_that_names_the_firm() -> None:
    named = fact(NORM, P.RESTRICTED_PARTY, A)
    found = Engine(rules.load())
    change = found.apply([named, fact(A, P.EXEMPT_FROM, NORM)])
    assert change.lost == ()


# Affiliates ------------------------------------------------------------------------------------


def test_two_listed_owners_of_30_and_25_percent_qualify_together() -> None:
    assert affiliates(listed(A), listed(B), owns(A, ACME, "30"), owns(B, ACME, "25")) == {ACME}


@pytest.mark.parametrize(("share", "qualifies"), [("49", False), ("49.99", False), ("50", True)])
def test_the_threshold_is_half(share: str, qualifies: bool) -> None:
    assert bool(affiliates(listed(A), owns(A, ACME, share))) is qualifies


def test_shares_add_up_exactly() -> None:
    shares = [owns(f"company:{i}", ACME, "16.7" if i else "33.3") for i in range(2)]
    assert affiliates(listed("company:0"), listed("company:1"), *shares) == {ACME}


def test_owners_on_different_lists_do_not_add_up() -> None:
    other = fact(B, P.LISTED_ON, "list:us-meu-list", "2020-06-01")
    assert affiliates(listed(A), other, owns(A, ACME, "30"), owns(B, ACME, "25")) == set()


def test_an_ended_holding_does_not_count() -> None:
    ended = owns(A, ACME, "60", "2021-01-01", "2025-06-01")
    assert affiliates(listed(A), ended) == set()


def test_a_holding_is_counted_while_it_and_the_listing_last() -> None:
    facts = (listed(A, "2025-10-05"), owns(A, ACME, "60", "2021-01-01", "2025-10-20"))
    (found,) = derived(engine(*LAW, *facts), P.AFFILIATE_OF)
    assert found.valid == Interval("2025-10-05", "2025-10-20")


@pytest.mark.parametrize(
    ("day", "qualifies"),
    [("2025-09-28", False), ("2025-09-29", True), ("2025-11-09", True), ("2025-11-10", False)],
)
def test_the_rule_gives_results_only_while_it_is_in_force(day: str, qualifies: bool) -> None:
    assert bool(affiliates(listed(A), owns(A, ACME, "60"), day=day)) is qualifies


def test_without_the_rule_there_are_no_affiliates() -> None:
    found = engine(listed(A), owns(A, ACME, "60"), BAN)
    assert pairs(found, P.AFFILIATE_OF) == set()


def test_a_repealed_rule_gives_none() -> None:
    repeal = (
        fact("instrument:new", P.REPEALS, AFFILIATES_RULE),
        fact("instrument:new", P.LEGAL_STATUS, "in_force", "2025-10-10"),
    )
    (found,) = derived(engine(*LAW, *repeal, listed(A), owns(A, ACME, "60")), P.AFFILIATE_OF)
    assert found.valid == Interval("2025-09-29", "2025-10-10")


def test_affiliates_of_affiliates_qualify() -> None:
    """A listed parent holds 60 percent of B; B and another listed firm hold 30 and 25 of Acme."""
    chain = (listed(A), listed(C), owns(A, B, "60"), owns(B, ACME, "30"), owns(C, ACME, "25"))
    assert affiliates(*chain) == {B, ACME}
    found = engine(*LAW, *chain, BAN)
    faced = {one.target: one for one in derived(found, P.RESTRICTED_PARTY)}
    assert faced[ACME].rule == "rule:affiliate-restriction"
    assert faced[ACME].valid == Interval("2025-09-29", "2025-11-10")
    assert rules_used(faced[ACME]).count("rule:bis-affiliates") == 2


def test_the_first_hop_must_reach_the_threshold_itself() -> None:
    assert affiliates(listed(A), owns(A, B, "40"), owns(B, ACME, "100")) == set()


def test_owners_in_a_circle_prove_nothing_by_themselves() -> None:
    circle = (owns(A, B, "60"), owns(B, C, "60"), owns(C, A, "60"))
    assert affiliates(*circle) == set()
    assert affiliates(*circle, listed(A)) == {A, B, C}


def test_joint_shares_change_over_time() -> None:
    """30 percent throughout, and 25 more in two spells: two affiliations."""
    found = engine(
        *LAW,
        listed(A),
        listed(B),
        owns(A, ACME, "30"),
        owns(B, ACME, "25", "2021-01-01", "2025-10-10"),
        owns(B, ACME, "25", "2025-10-20"),
    )
    assert [one.valid for one in derived(found, P.AFFILIATE_OF)] == [
        Interval("2025-09-29", "2025-10-10"),
        Interval("2025-10-20", "2025-11-10"),
    ]


def test_the_best_attested_share_counts() -> None:
    rumour = fact(A, P.OWNS, ACME, "2021-01-01", share="80", status=S.REPORTED)
    assert affiliates(listed(A), owns(A, ACME, "30"), rumour) == set()
    assert affiliates(listed(A), rumour) == {ACME}


def test_a_proof_takes_no_more_owners_than_it_needs_and_the_best_attested_first() -> None:
    weak = fact(B, P.OWNS, ACME, "2021-01-01", share="60", status=S.REPORTED)
    found = engine(*LAW, listed(A), listed(B), owns(A, ACME, "55"), weak)
    (one,) = derived(found, P.AFFILIATE_OF)
    assert one.weakest is S.OFFICIAL
    assert weak.key not in keys(one.premises)
    assert one.premises[0].predicate is P.LEGAL_STATUS


# Authority, repeal, models ---------------------------------------------------------------------


def test_an_instrument_has_the_jurisdiction_of_its_makers_ministry() -> None:
    found = engine(
        fact("instrument:rule", P.ISSUED_BY, "agency:bureau"),
        fact("agency:bureau", P.PART_OF, "agency:office"),
        fact("agency:office", P.PART_OF, "agency:ministry"),
        fact("agency:ministry", P.LOCATED_IN, "jurisdiction:us"),
        fact("instrument:law", P.ISSUED_BY, "jurisdiction:fr"),
        fact("instrument:terms", P.ISSUED_BY, A),
        fact(A, P.LOCATED_IN, "jurisdiction:us"),
    )
    assert pairs(found, P.HAS_JURISDICTION) == {
        ("instrument:rule", "jurisdiction:us"),
        ("instrument:law", "jurisdiction:fr"),
    }


def test_a_repeal_reaches_the_norms_from_the_day_of_force_and_for_good() -> None:
    found = engine(
        fact("instrument:new", P.REPEALS, "instrument:old", status=S.REPORTED),
        fact("instrument:new", P.LEGAL_STATUS, "proposed", "2024-01-01"),
        fact("instrument:new", P.LEGAL_STATUS, "in_force", "2025-01-20"),
        fact("instrument:new", P.LEGAL_STATUS, "repealed", "2026-02-01"),
        fact("instrument:old", P.ESTABLISHES, NORM),
    )
    found_status = {one.subject: one for one in derived(found, P.LEGAL_STATUS)}
    assert found_status[NORM].target == "repealed"
    assert found_status[NORM].valid == Interval("2025-01-20")
    assert found_status[NORM].weakest is S.REPORTED
    assert found_status["instrument:old"].valid == Interval("2025-01-20")


def test_a_repeal_that_is_only_proposed_does_nothing() -> None:
    found = engine(
        fact("instrument:new", P.REPEALS, "instrument:old"),
        fact("instrument:new", P.LEGAL_STATUS, "proposed", "2024-01-01"),
    )
    assert pairs(found, P.LEGAL_STATUS) == set()


@pytest.mark.parametrize(("compute", "inside"), [("1e25", False), ("2.1e25", True)])
def test_a_model_above_the_threshold_is_in_the_class(compute: str, inside: bool) -> None:
    found = engine(
        fact("model:m", P.TRAINING_COMPUTE, compute),
        fact("asset:systemic", P.COMPUTE_THRESHOLD, "1e25", "2025-08-02"),
        fact("restriction:eval", P.REGULATED_ASSET, "asset:systemic"),
    )
    expected = {("model:m", "asset:systemic")} if inside else set()
    assert pairs(found, P.ASSET_MEMBER_OF) == expected
    assert bool(pairs(found, P.REGULATED_ASSET)) is inside


def test_lineage_goes_through_derivatives_and_distillates() -> None:
    found = engine(
        fact("model:tuned", P.DERIVED_FROM, "model:small"),
        fact("model:small", P.DISTILLED_FROM, "model:large"),
        fact(A, P.DISTILLED_FROM, "model:large"),
    )
    assert pairs(found, P.DERIVED_FROM) == {
        ("model:small", "model:large"),
        ("model:tuned", "model:large"),
    }


def test_models_in_a_circle_are_not_derived_from_themselves() -> None:
    found = engine(
        fact("model:x", P.DERIVED_FROM, "model:y"), fact("model:y", P.DERIVED_FROM, "model:x")
    )
    assert pairs(found, P.DERIVED_FROM) == set()
