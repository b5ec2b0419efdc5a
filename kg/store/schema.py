"""What both engines say about keys and indexes."""

from ontology import derive
from ontology.derive import Index, TextIndex

# The full-text index behind `Store.search`: one of `ontology.derive.text_indexes()`.
SEARCH_LABEL = "Entity"
SEARCH_PROPERTY = "search"

SORT = "sort"  # the property that orders lists
SORT_SEPARATOR = "\x01"  # between the parts of a sort key


def indexes() -> tuple[Index, ...]:
    """The indexes of the ontology's classes, and of the rows that the main question reads."""
    return (*derive.indexes(), Index("Facing", "slot", unique=False))


def name(index: Index | TextIndex) -> str:
    """What the index is called in a store."""
    suffix = "_text" if isinstance(index, TextIndex) else ""
    return f"{index.label}_{index.property}{suffix}".lower()
