"""Norms: who forbids, demands or grants what to whom, and where it stands in its life."""

import strawberry

from api.graphql.arguments import AS_OF
from api.graphql.declare import linked, reached, stored
from api.graphql.types.entities import Entity
from api.graphql.types.nodes import Node
from api.graphql.types.refs import AnAsset, AnEvidence, AnInstrument, AParty
from api.graphql.vocabulary import described
from kg.query import nodes
from kg.query.clocks import live
from ontology.vocabulary import DeonticModality, LegalStatus, Predicate, RestrictionType


@strawberry.type(description="A stretch of time during which a norm had one legal status.")
class StatusPeriod:
    status: LegalStatus = stored("status", "The legal status.")
    start: str | None = stored(
        nodes.dated("<it>.from"), "The first day, as an ISO date; null if unknown.", name="from"
    )
    end: str | None = stored(
        nodes.dated("<it>.to"),
        "The day after the last one; null if unknown or still to come.",
        name="to",
    )


@strawberry.type(description=described("Restriction"))
class Restriction(Entity, Node):
    type: RestrictionType = stored("type", "What it limits or demands.")
    modality: DeonticModality = stored("modality", "Whether it forbids, demands or allows.")
    status: LegalStatus = stored(
        nodes.STATUS, "Its legal status on the day that the question is about.", AS_OF
    )
    status_history: list[StatusPeriod] = reached(
        nodes.PERIODS, "Its legal status over time, from the first known on.", order=nodes.IN_TIME
    )
    imposed_by: list[AParty] = linked(
        Predicate.IMPOSED_BY, "Who imposes or proposes it.", to="Party"
    )
    bearers: list[AParty] = linked(
        Predicate.BEARER, "Who must act or refrain, such as the cloud provider.", to="Party"
    )
    restricted_parties: list[AParty] = linked(
        Predicate.RESTRICTED_PARTY, "Who is cut off by it, such as the listed firm.", to="Party"
    )
    owed_to: list[AParty] = linked(
        Predicate.OWED_TO, "To whom a duty is owed, such as who receives the report.", to="Party"
    )
    assets: list[AnAsset] = linked(
        Predicate.REGULATED_ASSET, "What it is about, such as chips or a model.", to="Asset"
    )
    instrument: AnInstrument | None = linked(
        Predicate.ESTABLISHES,
        "The instrument that establishes it; the first by title if there are several.",
        inverse=True,
        many=False,
        to="Instrument",
    )
    instruments: list[AnInstrument] = linked(
        Predicate.ESTABLISHES, "The instruments that establish it.", inverse=True, to="Instrument"
    )
    evidence: list[AnEvidence] = reached(
        f"MATCH (<it>)<-[:CLAIM_SUBJECT]-(<c>:Claim){nodes.QUOTED} WHERE {live('<c>')}",
        "The sentences that say anything about it.",
        order=nodes.BY_PLACE,
        distinct=True,
    )
