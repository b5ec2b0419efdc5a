"""What is read of single nodes and edges by more than a property: status, evidence, periods."""

from kg.query.clocks import either
from kg.query.patterns import Key


def _standing(where: str, now: str, then: str) -> str:
    """A list over a norm's status periods `i`, as they are or as they were thought to be."""
    current = f"[i IN range(0, size(coalesce(<it>.statuses, [])) - 1){where} | {now}]"
    past = (
        "[i IN range(0, size(coalesce(<it>.pastStatuses, [])) - 1) "
        "WHERE <it>.pastSince[i] <= $knownAt AND $knownAt < <it>.pastUntil[i]"
        f"{where.replace(' WHERE', ' AND')} | {then}]"
    )
    past = past.replace("<it>.statusFrom", "<it>.pastFrom").replace("<it>.statusTo", "<it>.pastTo")
    return either(
        current, f"CASE WHEN <it>.standingSince <= $knownAt THEN {current} ELSE {past} END"
    )


_ON_THE_DAY = " WHERE <it>.statusFrom[i] <= $asOf AND $asOf < <it>.statusTo[i]"
STATUS = (
    f"coalesce(head({_standing(_ON_THE_DAY, '<it>.statuses[i]', '<it>.pastStatuses[i]')}), "
    "'unknown')"
)
"""A norm's legal status on the day that the question is about."""

_PERIOD = "{{at: i, status: <it>.{0}[i], from: <it>.{1}[i], to: <it>.{2}[i]}}"
PERIODS = (
    "UNWIND "
    + _standing(
        "",
        _PERIOD.format("statuses", "statusFrom", "statusTo"),
        _PERIOD.format("pastStatuses", "pastFrom", "pastTo"),
    )
    + " AS <new>"
)
"""A norm's legal statuses, each with its bounds."""
IN_TIME = (Key("<new>.at"),)

OF_CLAIMS = "UNWIND <it>.claims AS <k> MATCH (<c>:Claim {key: <k>})"
"""The claims from which an edge was projected."""
QUOTED = "-[:EVIDENCE]->(<new>:Passage)"
BY_PLACE = (Key("<new>.document"), Key("<new>.start"), Key("<new>.end"))
"""Passages by document, then as they follow each other in it."""


ALIASES = either(
    "coalesce(<it>.aliases, [])",
    "[i IN range(0, size(coalesce(<it>.aliases, [])) - 1) WHERE "
    "coalesce(<it>.aliasesSince[i], <it>.recordedAt) <= $knownAt | <it>.aliases[i]]",
)
SUPERSEDED = either(
    "<it>.supersededAt",
    "CASE WHEN <it>.supersededAt <= $knownAt THEN <it>.supersededAt ELSE null END",
)
"""When a claim fell, unless that was later than the question knows."""


def dated(bound: str) -> str:
    """A filter bound as a date: the sentinels for "always" and "still" are unknown dates."""
    return f"CASE WHEN {bound} IN ['0000-01-01', '9999-12-31'] THEN null ELSE {bound} END"
