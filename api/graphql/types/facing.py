"""The row of the main question: a party, a norm, and how the one stands under the other."""

import strawberry

from api.graphql.declare import ended, reached, stored
from api.graphql.types.refs import AClaim, AFacing, AnEvidence, AParty, ARestriction
from kg.query import Key, changes, nodes
from kg.query.facing import FacingRole
from ontology.vocabulary import AssertionStatus, LegalStatus


@strawberry.type(
    description="One party under one norm, in one role, as the law stands on the day in question."
)
class Facing:
    party: AParty = ended("MATCH (<it>)-[:FACING_PARTY]->(<new>)", "Who faces the norm.")
    restriction: ARestriction = ended("MATCH (<it>)-[:FACING_NORM]->(<new>)", "The norm.")
    role: FacingRole = stored("role", "How the party stands under the norm.")
    status: LegalStatus = stored("status", "The norm's legal status on that day.")
    valid_from: str | None = stored(
        "validFrom", "Since when the norm has that status, as an ISO date; null if unknown."
    )
    valid_to: str | None = stored(
        "validTo", "The day from which it no longer has it; null if unknown or still to come."
    )
    undated: bool = stored("undated", "Whether no source dates the status.")
    assertion: AssertionStatus = stored(
        "assertion", "The strongest standing of the claim that the party is meant."
    )
    confidence: float = stored("confidence", "How sure the surest extraction is, from 0 to 1.")
    before: AFacing | None = reached(
        changes.BEFORE,
        "In an answer to `changes`: how this was then; null if it was not, or was not asked for.",
        order=(Key("<new>.from"),),
        many=False,
    )
    evidence: list[AnEvidence] = reached(
        f"{nodes.OF_CLAIMS}{nodes.QUOTED}",
        "The sentences that say that the norm means this party.",
        order=nodes.BY_PLACE,
        distinct=True,
    )
    claims: list[AClaim] = reached(
        nodes.OF_CLAIMS.replace("<c>", "<new>"),
        "The claims that the norm means this party.",
        order=(Key("<new>.key"),),
    )
