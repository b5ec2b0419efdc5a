"""What norms are about: AI models and described kinds of assets; and the texts that set norms."""

import strawberry

from api.graphql.declare import linked, reached, stored
from api.graphql.types.entities import AnyInstrument, Asset, Entity
from api.graphql.types.nodes import Node
from api.graphql.types.parties import OTHER_END
from api.graphql.types.refs import AParty, ARelation
from api.graphql.vocabulary import described
from kg.query.clocks import held, tie
from ontology.vocabulary import Predicate


@strawberry.type(description=described("AIModel"))
class AIModel(Asset, Entity, Node):
    developed_by: list[AParty] = linked(Predicate.DEVELOPED_BY, "Who develops it.", to="Party")
    distilled_from: list[ARelation] = reached(
        f"MATCH (<it>)-[<new>:{tie(Predicate.DISTILLED_FROM)}]->(<o>:AIModel) "
        f"WHERE {held('<new>')}",
        "The models on whose output it is said to be trained: mind each one's status.",
        order=OTHER_END,
    )
    distilled_by: list[ARelation] = reached(
        f"MATCH (<it>)<-[<new>:{tie(Predicate.DISTILLED_FROM)}]-(<o>:Entity) WHERE {held('<new>')}",
        "The companies and models said to be trained on its output: mind each one's status.",
        order=OTHER_END,
    )


@strawberry.type(description=described("AssetClass"))
class AssetClass(Asset, Entity, Node):
    criterion: str | None = stored("criterion", "What belongs to it, in the words of the source.")


@strawberry.type(description=described("Instrument"))
class Instrument(AnyInstrument, Entity, Node):
    """An instrument proper: all of its fields are those of any instrument."""
