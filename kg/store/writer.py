"""Writes what documents say: claims with their evidence, then the edges projected from them.

The documents of one call are one transaction: all of them are stored, or none. A claim that is
already known is left alone, so that writing the same document again changes nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

from kg.claims import Batch, Claim, Entity, Passage
from kg.projection import Said
from kg.store import rows
from kg.store import statements as cypher
from kg.store.base import Row, Store, Transaction
from kg.store.projector import Touched, project, run
from kg.store.rows import Fresh
from ontology.vocabulary import DeonticModality, EntityKind


@dataclass(frozen=True, slots=True)
class WriteReport:
    """How many things were new, per call; `unchanged` counts claims that were known already."""

    documents: int = 0
    entities: int = 0
    passages: int = 0
    claims: int = 0
    unchanged: int = 0

    def __add__(self, other: "WriteReport") -> "WriteReport":
        return WriteReport(
            *(getattr(self, f.name) + getattr(other, f.name) for f in fields(WriteReport))
        )


def write(store: Store, batches: Sequence[Batch], *, now: str) -> WriteReport:
    """Store what the documents of `batches` say, learned at `now` (UTC, ISO 8601)."""
    return store.write(lambda tx: _Writer(tx, now).write(batches))


class _Writer:
    """One transaction's worth of writing."""

    def __init__(self, tx: Transaction, now: str) -> None:
        self.tx = tx
        self.now = now
        self.norms: dict[str, DeonticModality] = {}
        self.old_entities: set[str] = set()

    def write(self, batches: Sequence[Batch]) -> WriteReport:
        claims = {claim.key: (claim, batch) for batch in batches for claim in batch.claims}
        known = self._known(cypher.KNOWN_CLAIMS, "keys", claims)
        fresh = [
            Fresh(key, claim.triple, claim, batch)
            for key, (claim, batch) in claims.items()
            if key not in known
        ]
        # A run that brought nothing new leaves no trace.
        runs = {new.batch.run.id: rows.run_row(new.batch.run) for new in fresh}
        run(self.tx, cypher.CREATE_RUNS, list(runs.values()))
        documents = self._documents(batches)
        entities = self._entities(entity for batch in batches for entity in batch.entities)
        passages = self._passages(new.claim for new in fresh)
        touched = self._touched(fresh)
        self._claims(fresh)
        project(self.tx, touched)
        return WriteReport(documents, entities, passages, len(fresh), len(known))

    def _known(self, statement: str, name: str, wanted: Iterable[str]) -> set[str]:
        keys = list(wanted)
        found = self.tx.run(statement, {name: keys}) if keys else []
        return {row["id"] for row in found}

    def _documents(self, batches: Sequence[Batch]) -> int:
        documents = {batch.document.id: batch.document for batch in batches}
        known = self._known(cypher.KNOWN_DOCUMENTS, "ids", documents)
        new = [d for key, d in documents.items() if key not in known]
        run(self.tx, cypher.CREATE_DOCUMENTS, [rows.document_row(d, self.now) for d in new])
        return len(new)

    def _entities(self, entities: Iterable[Entity]) -> int:
        """Create the unknown ones, and give known ones the aliases they lack."""
        wanted: dict[str, Entity] = {}
        for one in entities:
            wanted[one.id] = rows.merged(wanted[one.id], one) if one.id in wanted else one
        found = self.tx.run(cypher.KNOWN_ENTITIES, {"ids": list(wanted)}) if wanted else []
        known = {row["id"]: row for row in found}
        self.old_entities = set(known)
        by_kind: dict[EntityKind, list[Row]] = defaultdict(list)
        for one in wanted.values():
            if "modality" in one.properties:
                self.norms[one.id] = DeonticModality(str(one.properties["modality"]))
            if one.id not in known:
                by_kind[one.kind].append({"id": one.id, "properties": rows.entity_row(one)})
        for kind, new in sorted(by_kind.items()):
            run(self.tx, cypher.create_entities(kind), new)
        run(self.tx, cypher.SET_ALIASES, list(rows.new_aliases(wanted, known)))
        return len(wanted) - len(known)

    def _passages(self, claims: Iterable[Claim]) -> int:
        passages: dict[str, Passage] = {p.id: p for claim in claims for p in claim.evidence}
        known = self._known(cypher.KNOWN_PASSAGES, "ids", passages)
        new = [rows.passage_row(p) for key, p in passages.items() if key not in known]
        run(self.tx, cypher.CREATE_PASSAGES, new)
        return len(new)

    def _touched(self, fresh: Sequence[Fresh]) -> Touched:
        """The fresh claims, and the stored ones that share a triple or a norm with them.

        Only what was in the store before can have stored claims: new documents are mostly about
        new norms, so that little is read back.
        """
        disputed = {key for new in fresh for key in new.claim.disputes}
        said = {
            new.key: rows.said_now(new, self.now, disputed=new.key in disputed) for new in fresh
        }
        triples = {one.triple for one in said.values()}
        again = {new.triple for new in fresh if new.claim.subject in self.old_entities}
        again |= self._triples_of(disputed - said.keys())
        subjects = {new.claim.subject for new in fresh}
        norms = {key: self.norms[key] for key in subjects & self.norms.keys()}
        old_norms = norms.keys() & self.old_entities
        stored = {
            **self._stored(cypher.CLAIMS_BY_TRIPLE, again, disputed),
            **self._stored(cypher.CLAIMS_BY_SUBJECT, old_norms, disputed),
        }
        return Touched(
            claims=(*stored.values(), *said.values()),
            triples=triples | again,
            old_triples={one.triple for one in stored.values()},
            norms=norms,
            old_norms=old_norms,
        )

    def _triples_of(self, keys: set[str]) -> set[str]:
        return {one.triple for one in self._stored(cypher.CLAIMS_BY_KEY, keys, set()).values()}

    def _stored(self, statement: str, keys: Iterable[str], disputed: set[str]) -> dict[str, Said]:
        wanted = sorted(keys)
        found = self.tx.run(statement, {"keys": wanted}) if wanted else []
        claims = (
            rows.said({**row, "disputed": row["disputed"] or row["key"] in disputed})
            for row in found
        )
        return {one.key: one for one in claims}

    def _claims(self, fresh: Sequence[Fresh]) -> None:
        new = [rows.claim_row(one, self.now) for one in fresh]
        run(self.tx, cypher.CREATE_OBJECT_CLAIMS, [row for row in new if row["object"]])
        run(self.tx, cypher.CREATE_CLAIMS, [row for row in new if not row["object"]])
        links = [(one.key, one.claim) for one in fresh]
        more = [{"key": key, "passage": p.id} for key, c in links for p in c.evidence[1:]]
        run(self.tx, cypher.LINK_EVIDENCE, more)
        claimants = [{"key": key, "claimant": c.claimant} for key, c in links if c.claimant]
        run(self.tx, cypher.LINK_CLAIMANTS, claimants)
        disputes = [{"key": key, "disputed": d} for key, c in links for d in c.disputes]
        run(self.tx, cypher.LINK_DISPUTES, disputes)
