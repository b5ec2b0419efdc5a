"""Stores: one protocol, one set of Cypher statements, two engines."""

from kg.store.base import Store, Transaction
from kg.store.urls import open_store

__all__ = ["Store", "Transaction", "open_store"]
