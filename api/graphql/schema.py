"""The schema, with what planning needs to know of each field."""

import sys

import strawberry
from graphql import GraphQLSchema

from api.graphql.types.assets import AIModel, AssetClass, Instrument
from api.graphql.types.norms import Restriction
from api.graphql.types.parties import (
    Agency,
    Company,
    DesignationList,
    Jurisdiction,
    JurisdictionGroup,
    PartyClass,
)
from api.graphql.types.query import Query

KINDS = (
    Agency,
    AIModel,
    AssetClass,
    Company,
    DesignationList,
    Instrument,
    Jurisdiction,
    JurisdictionGroup,
    PartyClass,
    Restriction,
)

schema = strawberry.Schema(query=Query, types=KINDS)
core: GraphQLSchema = schema._schema

if __name__ == "__main__":
    sys.stdout.write(schema.as_str() + "\n")
