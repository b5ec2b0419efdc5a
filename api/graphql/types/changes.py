"""What changed: the rows of the main question, now against an earlier moment."""

import strawberry

from api.graphql.arguments import CHANGE_ARGUMENTS
from api.graphql.declare import listed
from api.graphql.types.pages import FacingPage
from kg.query import changes


@strawberry.type(
    description="How what parties face differs from what the graph knew at an earlier moment."
)
class Changes:
    gained: FacingPage = listed(
        changes.GAINED,
        "What holds now and did not then: new norms, new members, other statuses; see `before`.",
        *CHANGE_ARGUMENTS,
    )
    lost: FacingPage = listed(
        changes.LOST, "What held then, and of which nothing is left.", *CHANGE_ARGUMENTS
    )
