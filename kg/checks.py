"""Does a relation fit the ontology? The domain and range of its predicate, against its two ends."""

from functools import cache

from ontology.derive import labels
from ontology.model import load
from ontology.vocabulary import EntityKind, Predicate


@cache
def misfit(predicate: Predicate, subject: EntityKind, target: EntityKind | None) -> str | None:
    """Why the relation cannot hold between entities of these kinds; None if it can.

    `target` is None where the claim has a value or disputes others.
    """
    term = load().properties[predicate.value]
    if predicate is not Predicate.DISPUTES and not set(labels(subject)) & set(term.domain):
        return f"{predicate} is said of {' or '.join(term.domain)}, not of {subject}"
    if target is not None and not set(labels(target)) & set(term.range):
        return f"{predicate} leads to {' or '.join(term.range)}, not to {target}"
    return None
