"""The relations component: sets `doc._.relations`."""

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from ingest.extract.amendments import amendments
from ingest.extract.developers import development
from ingest.extract.distillation import distillation
from ingest.extract.listings import entries, own_terms
from ingest.extract.parties import Cast
from ingest.extract.result import Entity, Relation
from ingest.extract.stances import claimant, is_alleged
from ingest.extract.ties import Found, ties
from ingest.extract.topic import Topic

Doc.set_extension("relations", default=())

_STEADY = frozenset({"developed_by", "located_in", "part_of", "issued_by", "amends"})
"""Ties that a sentence states in passing: its hedges are about something else."""


@Language.component("relations")
def find_relations(doc: Doc) -> Doc:
    """Set `doc._.relations`: needs `doc._.units` and `doc._.entities`."""
    cast = Cast(doc)
    doc._.relations = tuple(_unique(_relations(doc, cast)))
    return doc


def _relations(doc: Doc, cast: Cast) -> Iterator[Relation]:
    for tie in development(doc, cast):
        yield Relation(
            "developed_by",
            tie.model.id,
            tie.company.id,
            "reported",
            tie.evidence,
            None,
            tie.confidence,
            tie.rule,
        )
    topic = Topic()
    for unit in doc._.units:
        for found in ties(cast.text, cast, (unit.start, unit.end), topic):
            yield _relation(doc, cast, found)
        topic = topic.after(cast, (unit.start, unit.end))
    yield from _listed(doc, cast)
    yield from distillation(doc, cast)
    yield from amendments(doc, cast)
    yield from entries(cast)
    yield from own_terms(cast)


def _listed(doc: Doc, cast: Cast) -> Iterator[Relation]:
    """The list that each firm of a listing is put on."""
    lists = [e.id for e in cast.entities.values() if _is_list(e)]
    only = lists[0] if len(lists) == 1 else None
    for listing in doc._.restrictions:
        instrument = listing.instrument or only
        if listing.type != "entity_listing" or not instrument:
            continue
        for party in listing.restricted:
            if party.entity and cast.entities[party.entity].type == "Company":
                yield Relation(
                    "listed_on",
                    party.entity,
                    instrument,
                    "reported",
                    listing.evidence,
                    None,
                    listing.confidence,
                    "listing",
                )


def _is_list(entity: Entity) -> bool:
    return entity.type == "Instrument" and entity.name.endswith("List")


def _relation(doc: Doc, cast: Cast, found: Found) -> Relation:
    start, end = found.evidence
    alleged = found.type not in _STEADY and is_alleged(cast.text[start:end])
    accuser = claimant(cast, found.evidence) if alleged else None
    return Relation(
        found.type,
        found.subject,
        found.object,
        "alleged" if alleged else "reported",
        found.evidence,
        accuser.id if accuser and accuser.id != found.subject else None,
        found.confidence,
        found.rule,
    )


def _unique(relations: Iterable[Relation]) -> list[Relation]:
    """One relation per type and ends; the surest one stays, the first of equals."""
    kept: dict[tuple[str, str, str], Relation] = {}
    for relation in relations:
        key = (relation.type, relation.subject, relation.object)
        known = kept.get(key)
        if relation.subject != relation.object and (
            known is None or relation.confidence > known.confidence
        ):
            kept[key] = relation
    return list(kept.values())
