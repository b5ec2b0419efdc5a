"""What one request may ask for: depth, estimated cost, page size, time, size.

Cost is an estimate of the rows read times the fields shown: every field costs one per parent row,
a page multiplies what is below it by its `first`, a plain list by `LIST_ROWS`, and every page
costs `PAGE_COST` on top, for the search that finds it.
"""

from dataclasses import dataclass

LIST_ROWS = 5
PAGE_COST = 50


DEPTH = 12
COST = 50_000
PAGE_ROWS = 200
TIMEOUT = 10.0  # seconds, for the whole operation
REQUEST_BYTES = 100_000
TOKENS = 2_000  # of a query's text, so that checking it stays quick


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds; each has an error code of its own."""

    depth: int = DEPTH
    cost: int = COST
    page_size: int = PAGE_ROWS
    timeout: float = TIMEOUT
    request_bytes: int = REQUEST_BYTES
    tokens: int = TOKENS
