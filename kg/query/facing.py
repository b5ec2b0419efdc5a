"""The main question: which parties face which norms, in which role, on a day."""

from enum import StrEnum

from kg.projection import PAST_SLOT, slot
from kg.query.clocks import held
from kg.query.patterns import (
    PAST,
    Arguments,
    Connection,
    Filter,
    Key,
    Variant,
    always,
    argument,
)
from ontology.vocabulary import LegalStatus, RestrictionType, narrower


class FacingRole(StrEnum):
    """How a party stands under a norm."""

    RESTRICTED = "restricted"
    OBLIGED = "obliged"
    BOUND = "bound"


def restriction_types(arguments: Arguments) -> list[str] | None:
    """`type` and `types` together, each with its narrower types unless `exact`."""
    single = arguments.get("type")
    wanted = [*(arguments.get("types") or ()), *([single] if single is not None else ())]
    if not wanted and arguments.get("types") is None:
        return None
    if arguments.get("exact"):
        return sorted({RestrictionType(one).value for one in wanted})
    return sorted({found.value for one in wanted for found in narrower(RestrictionType(one))})


def legal_statuses(arguments: Arguments) -> list[str] | None:
    """The statuses asked for, each with its narrower ones; None if all will do."""
    wanted = arguments.get("statuses")
    if wanted is None:
        return None
    return sorted({found.value for one in wanted for found in narrower(LegalStatus(one))})


def live_statuses(arguments: Arguments) -> list[str]:
    """Without a choice, every status but those of norms that have ended."""
    chosen = legal_statuses(arguments)
    if chosen is not None:
        return chosen
    return sorted(one.value for one in set(LegalStatus) - narrower(LegalStatus.ENDED))


def slots(arguments: Arguments) -> list[str]:
    """The slots in which the rows that the arguments ask for are kept."""
    types = restriction_types(arguments)
    found = [
        slot(role, LegalStatus(status), norm_type)
        for role in arguments["roles"]
        for status in live_statuses(arguments)
        for norm_type in (list(RestrictionType) if types is None else types)
    ]
    return [*found, *(PAST_SLOT + one for one in found)] if arguments.get(PAST) else found


FILTERS = (
    Filter("slots", "<new>.slot IN $slots", slots),
    always("held", held("<new>")),
    always("during", "$asOf < <new>.to AND <new>.from <= $asOf"),
    Filter("minConfidence", "<new>.confidence >= $minConfidence", argument("minConfidence")),
    Filter(
        "includeUndated",
        "NOT <new>.undated",
        lambda arguments: True if arguments.get("includeUndated") is False else None,
    ),
    Filter("party", "<p>.id = $party", argument("party")),
)
BY_KEY = (Key("<new>.key"),)

FACING = Connection(
    "MATCH (<new>:Facing)",
    BY_KEY,
    FILTERS,
    (Variant("party", "MATCH (<p>:Entity)<-[:FACING_PARTY]-(<new>:Facing)", BY_KEY),),
    one_scan=True,
)
"""Rows are Facing nodes; at most one of a party, norm and role holds on a day."""

FACED_BY = Connection(
    "MATCH (<it>)<-[:FACING_PARTY]-(<new>:Facing)", BY_KEY, FILTERS[:-1], one_scan=True
)
"""The same, for the party at hand."""
