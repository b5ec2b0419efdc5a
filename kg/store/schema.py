"""What both engines say about the indexes that the ontology asks for."""

from ontology.derive import Index, TextIndex

# The full-text index behind `Store.search`: one of `ontology.derive.text_indexes()`.
SEARCH_LABEL = "Entity"
SEARCH_PROPERTY = "search"


def name(index: Index | TextIndex) -> str:
    """What the index is called in a store."""
    suffix = "_text" if isinstance(index, TextIndex) else ""
    return f"{index.label}_{index.property}{suffix}".lower()
