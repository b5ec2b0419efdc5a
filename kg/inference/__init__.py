"""What follows from claims by the rules of the ontology: pure, incremental, without a store."""

from kg.inference.base import USUAL_PREMISES
from kg.inference.engine import Engine
from kg.inference.history import Recorded, history
from kg.inference.values import Change, Derived, Fact, Statement

__all__ = [
    "USUAL_PREMISES",
    "Change",
    "Derived",
    "Engine",
    "Fact",
    "Recorded",
    "Statement",
    "history",
]
