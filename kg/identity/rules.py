"""The rules that decide about two records without asking anyone, tried in this order."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from kg.identity.alignment import How
from kg.identity.evidence import ORGANISATIONS, SINGLE, Accord, Evidence
from kg.identity.likeness import Relation


class Verdict(StrEnum):
    """Whether two entities are one."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Rule:
    """A sure sign that two records are one entity, or two."""

    name: str
    verdict: Verdict
    holds: Callable[[Evidence], bool]


def deciding(evidence: Evidence) -> Rule | None:
    """The first rule that holds, or None where a person has to look."""
    return next((rule for rule in RULES if rule.holds(evidence)), None)


def _kinds_differ(e: Evidence) -> bool:
    both_organisations = e.a.kind in ORGANISATIONS and e.b.kind in ORGANISATIONS
    return not e.kinds_agree and not both_organisations


def _identifiers_differ(e: Evidence) -> bool:
    return bool(SINGLE.intersection(e.conflicting)) and not e.shared


def _numbers_or_places_differ(e: Evidence) -> bool:
    telling = e.best.numbers_differ or e.best.places_differ
    return telling and e.best.alike > 0.5 and not e.shared


def _countries_differ(e: Evidence) -> bool:
    equal = e.best.relation in (Relation.SAME, Relation.REORDERED)
    return e.countries is Accord.DIFFER and not equal and e.best.share > ALIKE and not e.shared


def _clear(e: Evidence) -> bool:
    """Nothing speaks against their being one."""
    return (
        e.countries is not Accord.DIFFER
        and not e.conflicting
        and e.kinds_agree
        and not e.main.numbers_differ
        and not e.main.places_differ
    )


def _same_identifier(e: Evidence) -> bool:
    sure = e.countries is not Accord.DIFFER or any(i.scheme in SINGLE for i in e.shared)
    return bool(e.shared) and sure and not e.conflicting and e.kinds_agree


def _same_name(e: Evidence) -> bool:
    equal = e.best.relation in (Relation.SAME, Relation.REORDERED)
    if not equal or e.brand_only or not _clear(e):
        return False
    if e.has_own_word:
        return True
    known = e.distinctive or e.countries is Accord.AGREE
    return known and e.forms_agree and all(a.how is How.EQUAL for a in e.best.alignment.answers)


def _same_spelling(e: Evidence) -> bool:
    return e.best.relation is Relation.RESPELLED and _clear(e) and e.slight


def _short_name(e: Evidence) -> bool:
    return (
        e.best.relation is Relation.SHORTENED
        and e.core_is_theirs
        and e.extra_is_mild
        and e.countries is Accord.AGREE
        and _clear(e)
    )


def _acronym(e: Evidence) -> bool:
    short = e.best.a if e.best.a.is_short else e.best.b
    return (
        e.best.relation is Relation.ACRONYM
        and len(short.glued) > 2
        and e.countries is Accord.AGREE
        and e.are_theirs(short.content)
        and not e.acronym_is_taken
        and _clear(e)
    )


# Names less alike than this need no rule to keep them apart.
ALIKE = 0.3
RULES = (
    Rule("different kinds", Verdict.DIFFERENT, _kinds_differ),
    Rule("parent and part", Verdict.DIFFERENT, lambda e: e.related),
    Rule("identifiers differ", Verdict.DIFFERENT, _identifiers_differ),
    Rule("same identifier", Verdict.SAME, _same_identifier),
    Rule("numbers or places differ", Verdict.DIFFERENT, _numbers_or_places_differ),
    Rule("countries differ", Verdict.DIFFERENT, _countries_differ),
    Rule("same name", Verdict.SAME, _same_name),
    Rule("same name, other spelling", Verdict.SAME, _same_spelling),
    Rule("short name of one alone", Verdict.SAME, _short_name),
    Rule("acronym of one alone", Verdict.SAME, _acronym),
)
