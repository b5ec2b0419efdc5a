"""The interfaces of the world layer: what any entity, party, asset or instrument can be asked."""

import strawberry

from api.graphql.arguments import CLAIM_ARGUMENTS, FACES_ARGUMENTS, RESTRICTION_ARGUMENTS
from api.graphql.declare import linked, listed, stored
from api.graphql.types.nodes import Node
from api.graphql.types.pages import ClaimPage, FacingPage, RestrictionPage
from api.graphql.types.refs import AnInstrument, AParty
from api.graphql.vocabulary import described
from kg.query import lists, nodes
from kg.query.facing import FACED_BY
from ontology.vocabulary import EntityKind, Predicate

__all__ = ["AnyInstrument", "Asset", "Entity", "Party"]


@strawberry.interface(description=described("Entity"))
class Entity(Node):
    id: strawberry.ID = stored("id", "The lasting id, such as `company:openai`.")
    name: str = stored("name", "The name by which the graph shows it.")
    aliases: list[str] = stored(
        nodes.ALIASES, "Other names and spellings that mean the same thing."
    )
    kind: EntityKind = stored("kind", "What kind of thing it is.")
    reference: bool = stored(
        "coalesce(<it>.reference, false)",
        "Whether it comes from the curated reference tables rather than from a document.",
    )
    wikidata: str | None = stored("wikidata", "The item in Wikidata, such as `Q21708200`.")
    claims: ClaimPage = listed(
        lists.CLAIMS_ABOUT, "The claims whose subject or object it is.", *CLAIM_ARGUMENTS
    )


@strawberry.interface(description=described("Party"))
class Party(Entity, Node):
    faces: FacingPage = listed(
        FACED_BY, "The norms that it faces, on a day, in some role.", *FACES_ARGUMENTS
    )
    imposes: RestrictionPage = listed(
        lists.IMPOSED, "The norms that it imposes, proposed ones included.", *RESTRICTION_ARGUMENTS
    )
    listed_on: list[AnInstrument] = linked(
        Predicate.LISTED_ON, "The control lists that name it.", to="Instrument"
    )
    opposes: list[AnInstrument] = linked(
        Predicate.OPPOSES, "The instruments that it speaks against.", to="Instrument"
    )


@strawberry.interface(description=described("Asset"))
class Asset(Entity, Node):
    regulated_by: RestrictionPage = listed(
        lists.REGULATING, "The norms about it.", *RESTRICTION_ARGUMENTS
    )


@strawberry.interface(
    description="A law, rule, order, list or other text that establishes norms: "
    "an instrument proper or a designation list."
)
class AnyInstrument(Entity, Node):
    title: str = stored("name", "The title by which the graph shows it.")
    instrument_type: str | None = stored("instrumentType", "The form of the text, such as `bill`.")
    citation: str | None = stored("citation", "How lawyers cite it, such as `90 FR 4544`.")
    issued_by: list[AParty] = linked(Predicate.ISSUED_BY, "Who issued it.", to="Party")
    establishes: RestrictionPage = listed(
        lists.ESTABLISHED, "The norms that it establishes.", *RESTRICTION_ARGUMENTS
    )
    amends: list[AnInstrument] = linked(
        Predicate.AMENDS, "The instruments that it changes.", to="Instrument"
    )
    amended_by: list[AnInstrument] = linked(
        Predicate.AMENDS, "The instruments that change it.", inverse=True, to="Instrument"
    )
    opposed_by: list[AParty] = linked(
        Predicate.OPPOSES, "Who speaks against it.", inverse=True, to="Party"
    )
