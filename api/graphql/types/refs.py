"""Names for types of other modules, so that types can mention each other in any order."""

from typing import TYPE_CHECKING, Annotated

import strawberry

if TYPE_CHECKING:
    from api.graphql.types.assets import AIModel
    from api.graphql.types.claims import Claim, Document, Evidence, Relation
    from api.graphql.types.entities import AnyInstrument, Asset, Entity, Party
    from api.graphql.types.facing import Facing
    from api.graphql.types.norms import Restriction
    from api.graphql.types.parties import Agency, Company, Jurisdiction

ENTITIES = "api.graphql.types.entities"
PARTIES = "api.graphql.types.parties"
CLAIMS = "api.graphql.types.claims"

AnEntity = Annotated["Entity", strawberry.lazy(ENTITIES)]
AParty = Annotated["Party", strawberry.lazy(ENTITIES)]
AnAsset = Annotated["Asset", strawberry.lazy(ENTITIES)]
AnInstrument = Annotated["AnyInstrument", strawberry.lazy(ENTITIES)]
ACompany = Annotated["Company", strawberry.lazy(PARTIES)]
AnAgency = Annotated["Agency", strawberry.lazy(PARTIES)]
AJurisdiction = Annotated["Jurisdiction", strawberry.lazy(PARTIES)]
AModel = Annotated["AIModel", strawberry.lazy("api.graphql.types.assets")]
ARestriction = Annotated["Restriction", strawberry.lazy("api.graphql.types.norms")]
AFacing = Annotated["Facing", strawberry.lazy("api.graphql.types.facing")]
AClaim = Annotated["Claim", strawberry.lazy(CLAIMS)]
ADocument = Annotated["Document", strawberry.lazy(CLAIMS)]
AnEvidence = Annotated["Evidence", strawberry.lazy(CLAIMS)]
ARelation = Annotated["Relation", strawberry.lazy(CLAIMS)]
