"""Small random graphs: a handful of entities of every kind, and documents that tie them."""

from collections.abc import Sequence

from hypothesis import strategies as st

from kg.claims import UNKNOWN, Batch, Claim, Document, Entity, Interval, Passage, Property
from ontology.derive import labels
from ontology.vocabulary import (
    AssertionStatus,
    DeonticModality,
    EntityKind,
    LegalStatus,
    Predicate,
    RestrictionType,
)
from tests.differential.world import World
from tests.graphs import RUN

P = Predicate
ENDS: dict[Predicate, tuple[str, str]] = {
    P.IMPOSED_BY: ("Norm", "Party"),
    P.BEARER: ("Norm", "Party"),
    P.RESTRICTED_PARTY: ("Norm", "Party"),
    P.OWED_TO: ("Norm", "Party"),
    P.REGULATED_ASSET: ("Norm", "Asset"),
    P.ESTABLISHES: ("Instrument", "Norm"),
    P.DEVELOPED_BY: ("AIModel", "Company"),
    P.SUBSIDIARY_OF: ("Company", "Company"),
    P.PART_OF: ("Agency", "Agency"),
    P.LOCATED_IN: ("Company", "Jurisdiction"),
    P.ISSUED_BY: ("Instrument", "Party"),
    P.LISTED_ON: ("Party", "DesignationList"),
    P.INVESTED_IN: ("Company", "Company"),
    P.SUPPLIES: ("Company", "Party"),
    P.DISTILLED_FROM: ("Company", "AIModel"),
    P.OPPOSES: ("Party", "Instrument"),
    P.AMENDS: ("Instrument", "Instrument"),
}
"""Predicate -> the label of its subjects, the label of its objects."""

DAYS = ("2023-05-01", "2024-01-01", "2024-06-30", "2025-01-01", "2026-11-24")
NAMES = ("Alpha", "alpha Inc", "Béta", "Gamma & Co", "Δelta", "zeta-9", "Ω", "Alpha")
PAIR_OF_DAYS = st.lists(st.sampled_from((None, *DAYS)), min_size=2, max_size=2)


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Up to three documents over the same entities."""
    entities = draw(everything())
    batches: list[Batch] = []
    known: list[Claim] = []
    for number in range(draw(st.integers(1, 3))):
        batch = draw(documents(number, entities, tuple(known)))
        batches.append(batch)
        known.extend(batch.claims)
    return World(tuple(batches))


@st.composite
def everything(draw: st.DrawFn) -> tuple[Entity, ...]:
    found = []
    for kind in EntityKind:
        most = 3 if kind in (EntityKind.COMPANY, EntityKind.RESTRICTION) else 2
        for number in range(draw(st.integers(1, most))):
            properties = draw(described(kind))
            name, alias = draw(st.sampled_from(NAMES)), draw(st.sampled_from(NAMES))
            key = f"{kind.prefix}:{number}"
            found.append(Entity(key, kind, name, (alias,), properties))
    return tuple(found)


@st.composite
def described(draw: st.DrawFn, kind: EntityKind) -> dict[str, Property]:
    if kind is EntityKind.RESTRICTION:
        return {
            "type": draw(st.sampled_from(RestrictionType)).value,
            "modality": draw(st.sampled_from(DeonticModality)).value,
        }
    some: dict[str, Property] = {"wikidata": "Q42", "reference": True}
    if kind in (EntityKind.COMPANY, EntityKind.AGENCY):
        some["country"] = draw(st.sampled_from(("US", "CN")))
    if kind is EntityKind.JURISDICTION:
        some["isoCode"] = "US-CA"
    if kind in (EntityKind.INSTRUMENT, EntityKind.DESIGNATION_LIST):
        some |= {"instrumentType": "bill", "citation": "1 Stat. 1"}
    if "PartyClass" in labels(kind) or kind is EntityKind.ASSET_CLASS:
        some["criterion"] = "whoever does so"
    return some if draw(st.booleans()) else {}


@st.composite
def documents(
    draw: st.DrawFn, number: int, entities: Sequence[Entity], known: Sequence[Claim]
) -> Batch:
    sentences = [f"Sentence {i} of document {number} says it. " for i in range(4)]
    published = draw(st.sampled_from((None, *DAYS)))
    document = Document(
        "".join(sentences), f"Notice {number}", published=published, publisher="A gazette"
    )
    claims: dict[str, Claim] = {}
    for _ in range(draw(st.integers(1, 12))):
        one = draw(claimed(document, sentences, entities, (*known, *claims.values())))
        claims.setdefault(one.key, one)
    return Batch(document, tuple(entities), tuple(claims.values()), RUN)


@st.composite
def claimed(
    draw: st.DrawFn,
    document: Document,
    sentences: Sequence[str],
    entities: Sequence[Entity],
    known: Sequence[Claim],
) -> Claim:
    rows = draw(st.lists(st.sampled_from(range(4)), min_size=1, max_size=2, unique=True))
    evidence = tuple(_passage(document, sentences, row) for row in rows)
    status = draw(st.sampled_from(AssertionStatus))
    confidence = draw(st.sampled_from((0.25, 0.5, 1.0)))
    claimant = draw(st.sampled_from((None, *(e.id for e in _labelled(entities, "Party")))))
    if known and draw(st.integers(0, 9)) == 0:
        return Claim(
            subject=draw(st.sampled_from(_labelled(entities, "Party"))).id,
            predicate=P.DISPUTES,
            status=AssertionStatus.DENIED,
            document=document.id,
            evidence=evidence,
            disputes=(draw(st.sampled_from(known)).key,),
            confidence=confidence,
        )
    if draw(st.integers(0, 3)) == 0:
        return Claim(
            subject=draw(st.sampled_from(_labelled(entities, "Norm"))).id,
            predicate=P.LEGAL_STATUS,
            status=status,
            document=document.id,
            evidence=evidence,
            value=draw(st.sampled_from(LegalStatus)).value,
            valid=draw(intervals()),
            confidence=confidence,
        )
    predicate = draw(st.sampled_from(sorted(ENDS)))
    subjects, objects = ENDS[predicate]
    return Claim(
        subject=draw(st.sampled_from(_labelled(entities, subjects))).id,
        predicate=predicate,
        status=status,
        document=document.id,
        evidence=evidence,
        object=draw(st.sampled_from(_labelled(entities, objects))).id,
        claimant=claimant,
        valid=draw(intervals()),
        confidence=confidence,
    )


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    if draw(st.booleans()):
        return UNKNOWN
    days = draw(PAIR_OF_DAYS)
    start, end = sorted(days, key=lambda day: day or "")
    return Interval(start, end) if start != end else Interval(start)


def _passage(document: Document, sentences: Sequence[str], row: int) -> Passage:
    start = sum(map(len, sentences[:row]))
    return Passage(document.id, start, start + len(sentences[row]), sentences[row])


def _labelled(entities: Sequence[Entity], label: str) -> list[Entity]:
    return [one for one in entities if label in labels(one.kind)]
