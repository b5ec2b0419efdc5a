"""Claims written to the embedded store, with passages, claim edges, projected edges and periods.

The graph: documents of 20 restrictions; each has four parties among 20,000 companies and a dated
status, all five claims evidenced by one sentence.
"""

import random
import tempfile
from itertools import batched
from pathlib import Path

from kg.claims import Batch, Claim, Entity, Interval, Passage
from kg.store import open_store
from kg.store.writer import write
from ontology.vocabulary import AssertionStatus, EntityKind, LegalStatus, Predicate
from tests.bench.figures import peak_megabytes, seconds, show
from tests.graphs import NOW, RUN, document

DOCUMENTS = 1_000
NORMS = 20
COMPANIES = 20_000
AT_ONCE = 50
PARTIES = (
    Predicate.IMPOSED_BY,
    Predicate.BEARER,
    Predicate.RESTRICTED_PARTY,
    Predicate.REGULATED_ASSET,
)


def one_document(number: int, rng: random.Random) -> Batch:
    text = f"Document {number} holds {NORMS} rules. " * NORMS
    source = document(text, "2026-01-01")
    entities, claims = [], []
    for i in range(NORMS):
        norm = f"restriction:{number}-{i}"
        properties = {"type": "cloud_access", "modality": "prohibition"}
        entities.append(Entity(norm, EntityKind.RESTRICTION, f"Rule {i}", (), properties))
        evidence = (Passage(source.id, i * 30, i * 30 + 29, text[i * 30 : i * 30 + 29]),)
        for predicate in PARTIES:
            who = f"company:{rng.randrange(COMPANIES)}"
            entities.append(Entity(who, EntityKind.COMPANY, f"Name of {who}"))
            claims.append(
                Claim(norm, predicate, AssertionStatus.REPORTED, source.id, evidence, object=who)
            )
        claims.append(
            Claim(
                norm,
                Predicate.LEGAL_STATUS,
                AssertionStatus.REPORTED,
                source.id,
                evidence,
                value=LegalStatus.IN_FORCE.value,
                valid=Interval("2025-01-02"),
            )
        )
    return Batch(source, tuple(entities), tuple(claims), RUN)


def main() -> None:
    rng = random.Random(7)
    batches = [one_document(number, rng) for number in range(DOCUMENTS)]
    claims = sum(len(batch.claims) for batch in batches)
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"grafeo://{Path(folder) / 'kg.grafeo'}")
        store.prepare()
        groups = list(batched(batches, AT_ONCE))
        taken = seconds(lambda: [write(store, group, now=NOW) for group in groups])
        store.close()
    show("embedded store, claims written", claims / taken, "claims/s", f"{claims:,} claims")
    show("embedded store, peak memory", peak_megabytes(), "MB")


if __name__ == "__main__":
    main()
