"""The second clock: fragments that read the graph as it is now, or as it was known at a moment.

A fragment says both in one text, «now»«then»; `$knownAt` is the moment of the second. The present
needs no conditions, since what the graph no longer holds is kept out of its way (see the store's
statements).
"""

import re

from kg.projection import past_edge
from ontology.vocabulary import Predicate

CHOICE = re.compile(r"«(.*?)»«(.*?)»", re.DOTALL)
FOREVER = "'9'"  # after every moment
IDLE = re.compile(r" WHERE true(?! AND)|\btrue AND | AND true\b")


def either(now: str, then: str) -> str:
    """A part of a fragment that depends on whether the question is about the past."""
    return f"«{now}»«{then}»"


def chosen(fragment: str, *, past: bool) -> str:
    """The fragment for one of the two, without the conditions that say nothing."""
    return IDLE.sub("", CHOICE.sub(lambda found: found[2 if past else 1], fragment))


def tie(predicate: Predicate) -> str:
    """The types of a predicate's projected edges; conditions on them are `held`."""
    return either(predicate.edge, f"{predicate.edge}|{past_edge(predicate.edge)}")


def held(variable: str) -> str:
    """Whether a projected edge or row was so at the moment; now, all that are found are."""
    return either("true", stood(variable))


def live(claim: str) -> str:
    """Whether a claim stands."""
    return either(f"{claim}.supersededAt IS NULL", stood(claim))


def known(node: str) -> str:
    """Whether the graph knew of a node."""
    return either("true", f"{node}.recordedAt <= $knownAt")


def stood(variable: str) -> str:
    """Whether a claim, edge or row stood at the moment `$knownAt`."""
    return (
        f"{variable}.recordedAt <= $knownAt "
        f"AND $knownAt < coalesce({variable}.supersededAt, {FOREVER})"
    )
