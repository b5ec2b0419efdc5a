"""Connections: long lists read page by page, as Relay defines them."""

import strawberry

from api.graphql.declare import part
from api.graphql.types.refs import (
    AClaim,
    ADocument,
    AFacing,
    AnEntity,
    AnEvidence,
    ARestriction,
)
from kg.query import Part


@strawberry.type(description="Where a page stands in its list.")
class PageInfo:
    has_next_page: bool = part(Part.HAS_NEXT, "Whether there are rows after this page.")
    has_previous_page: bool = part(
        Part.HAS_PREVIOUS, "Whether the page was asked for by a cursor, so that rows precede it."
    )
    start_cursor: str | None = part(Part.FIRST_CURSOR, "The cursor of the first row of the page.")
    end_cursor: str | None = part(
        Part.LAST_CURSOR, "The cursor of the last row: give it as `after` for the next page."
    )


@strawberry.type(description="One row of a list, with the cursor that marks its place.")
class Edge[T]:
    cursor: str = part(Part.CURSOR, "The place of the row; opaque, and lasting.")
    node: T = part(Part.NODE, "What stands in the row.")


@strawberry.type(description="A long list, read page by page in a fixed order.")
class Connection[T]:
    total_count: int = part(
        Part.TOTAL, "How many rows the whole list has; counted only if it is asked for."
    )
    page_info: PageInfo = part(Part.PAGE_INFO, "Where this page stands in the list.")
    edges: list[Edge[T]] = part(Part.EDGES, "The rows of the page.")


EntityPage = Connection[AnEntity]
RestrictionPage = Connection[ARestriction]
FacingPage = Connection[AFacing]
ClaimPage = Connection[AClaim]
DocumentPage = Connection[ADocument]
EvidencePage = Connection[AnEvidence]
