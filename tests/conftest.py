"""Fixtures that every test may ask for."""

from tests.stores import neo4j_server, place, store

__all__ = ["neo4j_server", "place", "store"]
