"""The parties: companies, agencies, jurisdictions and described groups."""

import strawberry

from api.graphql.declare import linked, listed, reached, stored
from api.graphql.types.entities import AnyInstrument, Entity, Party
from api.graphql.types.nodes import Node
from api.graphql.types.pages import ClaimPage
from api.graphql.types.refs import ACompany, AJurisdiction, AModel, AnAgency, AParty, ARelation
from api.graphql.vocabulary import described
from kg.query import Key, lists
from kg.query.clocks import held, tie
from ontology.vocabulary import Predicate

OTHER_END = (Key("<o>.sort"),)


@strawberry.type(description=described("Company"))
class Company(Party, Entity, Node):
    country: str | None = stored("country", "The country of its seat, as an ISO 3166 code.")
    develops: list[AModel] = linked(
        Predicate.DEVELOPED_BY, "The AI models that it develops.", inverse=True, to="AIModel"
    )
    subsidiary_of: list[ACompany] = linked(
        Predicate.SUBSIDIARY_OF, "The companies that own it.", to="Company"
    )
    subsidiaries: list[ACompany] = linked(
        Predicate.SUBSIDIARY_OF, "The companies that it owns.", inverse=True, to="Company"
    )
    located_in: list[AJurisdiction] = linked(
        Predicate.LOCATED_IN, "Where it has its seat.", to="Jurisdiction"
    )
    invested_in: list[ACompany] = linked(
        Predicate.INVESTED_IN, "The companies that it put money into.", to="Company"
    )
    investors: list[ACompany] = linked(
        Predicate.INVESTED_IN, "The companies that put money into it.", inverse=True, to="Company"
    )
    supplies: list[AParty] = linked(Predicate.SUPPLIES, "Whom it supplies.", to="Party")
    distilled_from: list[ARelation] = reached(
        f"MATCH (<it>)-[<new>:{tie(Predicate.DISTILLED_FROM)}]->(<o>:AIModel) "
        f"WHERE {held('<new>')}",
        "The models whose output it is said to have trained on: mind each one's status.",
        order=OTHER_END,
    )
    allegations: ClaimPage = listed(lists.ALLEGATIONS, "What is alleged of it, and by whom.")


@strawberry.type(description=described("Agency"))
class Agency(Party, Entity, Node):
    country: str | None = stored("country", "The country that it serves, as an ISO 3166 code.")
    part_of: list[AnAgency] = linked(
        Predicate.PART_OF, "The bodies that it belongs to.", to="Agency"
    )
    parts: list[AnAgency] = linked(
        Predicate.PART_OF, "The bodies that belong to it.", inverse=True, to="Agency"
    )
    located_in: list[AJurisdiction] = linked(
        Predicate.LOCATED_IN, "The jurisdiction that it acts for.", to="Jurisdiction"
    )


@strawberry.type(description=described("Jurisdiction"))
class Jurisdiction(Party, Entity, Node):
    iso_code: str | None = stored("isoCode", "Its ISO 3166 code, such as `US` or `US-CA`.")
    part_of: list[AJurisdiction] = linked(
        Predicate.PART_OF, "The larger jurisdictions that it belongs to.", to="Jurisdiction"
    )
    parts: list[AJurisdiction] = linked(
        Predicate.PART_OF,
        "The jurisdictions that belong to it.",
        inverse=True,
        to="Jurisdiction",
    )


@strawberry.type(description=described("PartyClass"))
class PartyClass(Party, Entity, Node):
    criterion: str | None = stored("criterion", "Who belongs to it, in the words of the source.")


@strawberry.type(description=described("JurisdictionGroup"))
class JurisdictionGroup(Party, Entity, Node):
    criterion: str | None = stored("criterion", "Who belongs to it, in the words of the source.")


@strawberry.type(description=described("DesignationList"))
class DesignationList(Party, AnyInstrument, Entity, Node):
    criterion: str | None = stored("criterion", "Who belongs on it, in the words of the source.")
    lists: list[AParty] = linked(
        Predicate.LISTED_ON, "The parties that it names.", inverse=True, to="Party"
    )
