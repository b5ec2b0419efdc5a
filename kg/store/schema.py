"""What a store must index so that the shared statements find nodes by key and never by scan."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Index:
    """An index on one property of the nodes with a label; a unique one is a key as well."""

    label: str
    property: str
    unique: bool = False


@dataclass(frozen=True, slots=True)
class TextIndex:
    """A full-text index on one property of the nodes with a label."""

    label: str
    property: str


INDEXES = (
    Index("Entity", "id", unique=True),
    Index("Document", "id", unique=True),
    Index("Passage", "id", unique=True),
    Index("Run", "id", unique=True),
    Index("Claim", "key", unique=True),
    Index("Claim", "triple"),
    Index("Claim", "subject"),
    Index("Restriction", "type"),
)
NAMES = TextIndex("Entity", "search")


def name(index: Index | TextIndex) -> str:
    return f"{index.label}_{index.property}".lower()
