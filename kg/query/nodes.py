"""What is read of single nodes and edges by more than a property: status, evidence, periods."""

from kg.query.patterns import Key

STATUS = (
    "coalesce(head([i IN range(0, size(coalesce(<it>.statuses, [])) - 1) "
    "WHERE <it>.statusFrom[i] <= $asOf AND $asOf < <it>.statusTo[i] | <it>.statuses[i]]), "
    "'unknown')"
)
"""A norm's legal status on the day that the question is about."""

PERIODS = (
    "UNWIND range(0, size(coalesce(<it>.statuses, [])) - 1) AS <i> "
    "WITH <i>, {status: <it>.statuses[<i>], from: <it>.statusFrom[<i>], to: <it>.statusTo[<i>]} "
    "AS <new>"
)
"""A norm's legal statuses, each with its bounds."""
IN_TIME = (Key("<i>"),)

OF_CLAIMS = "UNWIND <it>.claims AS <k> MATCH (<c>:Claim {key: <k>})"
"""The claims from which an edge was projected."""
QUOTED = "-[:EVIDENCE]->(<new>:Passage)"
BY_PLACE = (Key("<new>.document"), Key("<new>.start"), Key("<new>.end"))
"""Passages by document, then as they follow each other in it."""


def known(bound: str) -> str:
    """A filter bound as a date: the sentinels for "always" and "still" are unknown dates."""
    return f"CASE WHEN {bound} IN ['0000-01-01', '9999-12-31'] THEN null ELSE {bound} END"
