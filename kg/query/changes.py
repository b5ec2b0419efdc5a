"""What changed since a moment: how the rows of the main question differ from what was known then.

`$since` is the moment; both states are taken on the day `$asOf`.
"""

from kg.projection import PAST_SLOT, slot
from kg.query.facing import BY_KEY, legal_statuses, restriction_types
from kg.query.patterns import Arguments, Connection, Filter, always, argument
from ontology.vocabulary import LegalStatus, RestrictionType

ON_THE_DAY = "{0}.from <= $asOf AND $asOf < {0}.to"
AT_THE_MOMENT = "{0}.recordedAt <= $since AND $since < coalesce({0}.supersededAt, '9')"
TWIN = "MATCH (<it>)-[:FACING_NORM]->(<r>)<-[:FACING_NORM]-(<g>:Facing) WHERE <g>.key = <it>.key"


def present_slots(arguments: Arguments) -> list[str]:
    """Where the rows are kept; without a choice, whatever their status: ends are changes too."""
    types, statuses = restriction_types(arguments), legal_statuses(arguments)
    return [
        slot(role, status, norm_type)
        for role in arguments["roles"]
        for status in map(LegalStatus, LegalStatus if statuses is None else statuses)
        for norm_type in (list(RestrictionType) if types is None else types)
    ]


def past_slots(arguments: Arguments) -> list[str]:
    return [PAST_SLOT + one for one in present_slots(arguments)]


def _of_row(fragment: str) -> str:
    return fragment.replace("<it>", "<new>")


def _on(form: str, variable: str) -> str:
    return form.format(variable)


PARTIES = Filter(
    "parties",
    "EXISTS { MATCH (<new>)-[:FACING_PARTY]->(<p>:Entity) WHERE <p>.id IN $parties }",
    argument("parties"),
)
GAINED = Connection(
    "MATCH (<new>:Facing)",
    BY_KEY,
    (
        Filter("slots", "<new>.slot IN $slots", present_slots),
        always("during", _on(ON_THE_DAY, "<new>")),
        always("later", "<new>.recordedAt > $since"),
        PARTIES,
        always(
            "differs",
            f"NOT EXISTS {{ {_of_row(TWIN)} AND {_on(AT_THE_MOMENT, '<g>')} "
            f"AND {_on(ON_THE_DAY, '<g>')} AND <g>.status = <new>.status "
            "AND <g>.assertion = <new>.assertion }",
        ),
    ),
)
"""Rows that hold now and did not then: new ones, and those with another status or standing."""

LOST = Connection(
    "MATCH (<new>:Facing)",
    BY_KEY,
    (
        Filter("slots", "<new>.slot IN $slots", past_slots),
        always("during", _on(ON_THE_DAY, "<new>")),
        always("then", _on(AT_THE_MOMENT, "<new>")),
        PARTIES,
        always(
            "gone",
            f"NOT EXISTS {{ {_of_row(TWIN)} AND <g>.supersededAt IS NULL "
            f"AND {_on(ON_THE_DAY, '<g>')} }}",
        ),
    ),
)
"""Rows that held then, of which nothing is left now."""

BEFORE = (
    TWIN.replace("<g>", "<new>")
    + " AND "
    + " AND ".join((_on(AT_THE_MOMENT, "<new>"), _on(ON_THE_DAY, "<new>")))
)
"""The row of the same party, norm and role at the moment."""
