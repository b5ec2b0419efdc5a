"""Which entities are one: names resolved, pairs judged, and decisions that can be undone."""

from kg.identity.decisions import Decision, Identities, Undo, canonical
from kg.identity.matcher import Match, Matcher
from kg.identity.records import Record
from kg.identity.resolver import Resolver, name_key
from kg.identity.rules import Verdict

__all__ = [
    "Decision",
    "Identities",
    "Match",
    "Matcher",
    "Record",
    "Resolver",
    "Undo",
    "Verdict",
    "canonical",
    "name_key",
]
