"""The interface of everything that has an id."""

import strawberry

from api.graphql.declare import stored


@strawberry.interface(description="Whatever has an id: entities, documents, passages, claims.")
class Node:
    id: strawberry.ID = stored("id", "The lasting id.")
