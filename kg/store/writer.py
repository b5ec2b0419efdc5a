"""Writes what documents say: claims with their evidence, then the edges projected from them.

The documents of one call are one transaction: all of them are stored, or none. A claim that is
already known is left alone, so that writing the same document again changes nothing.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, fields

from kg.claims import Batch, Claim, Entity, Passage
from kg.errors import InvalidInputError
from kg.projection import Said
from kg.store import rows
from kg.store import statements as cypher
from kg.store.base import Row, Store, Texts, Transaction
from kg.store.cells import Columns, columns
from kg.store.projector import NormKind, Projected, Touched, project, run, write_projection
from kg.store.rows import Fresh
from ontology.vocabulary import EntityKind, Predicate


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
    """One transaction's worth of writing: look up what is known, project, then write."""

    def __init__(self, tx: Transaction, now: str) -> None:
        self.tx = tx
        self.now = now

    def write(self, batches: Sequence[Batch]) -> WriteReport:
        claims = {claim.key: (claim, batch) for batch in batches for claim in batch.claims}
        known = self._known(cypher.KNOWN_CLAIMS, claims)
        fresh = [
            Fresh(key, claim.triple, claim, batch)
            for key, (claim, batch) in claims.items()
            if key not in known
        ]
        wanted = _merged(entity for batch in batches for entity in batch.entities)
        _check_complete(fresh, wanted)
        old = self._old_entities(wanted)
        touched = self._touched(fresh, wanted, old.keys())
        projected = project(touched)
        documents = self._write_documents(batches, fresh)
        self._write_entities(wanted, old, projected)
        passages = self._write_passages(fresh)
        done = self._write_claims(fresh, projected.alone - set(touched.old_triples))
        write_projection(self.tx, touched, projected, done=done)
        return WriteReport(documents, len(wanted) - len(old), passages, len(fresh), len(known))

    def _known(self, statement: str, wanted: Iterable[str]) -> set[str]:
        return {row["id"] for row in self.tx.each(statement, [(key,) for key in wanted])}

    def _old_entities(self, wanted: Mapping[str, Entity]) -> dict[str, Row]:
        found = self.tx.each(cypher.KNOWN_ENTITIES, [(key,) for key in wanted])
        return {row["id"]: row for row in found}

    def _touched(
        self, fresh: Sequence[Fresh], wanted: Mapping[str, Entity], old: Collection[str]
    ) -> Touched:
        """The fresh claims, and the stored ones that share a triple or a norm with them.

        Only what was in the store before can have stored claims: new documents are mostly about
        new norms, so that little is read back.
        """
        disputed = {key for new in fresh for key in new.claim.disputes}
        said = {
            new.key: rows.said_now(new, self.now, disputed=new.key in disputed) for new in fresh
        }
        again = {new.triple for new in fresh if new.claim.subject in old}
        again |= self._triples_of(disputed - said.keys())
        subjects = {new.claim.subject for new in fresh}
        norms = {
            subject: kind
            for subject in subjects
            if (kind := NormKind.of(wanted[subject].properties))
        }
        old_norms = norms.keys() & old
        stored = {
            **self._stored(cypher.CLAIMS_BY_TRIPLE, again, disputed),
            **self._stored(cypher.CLAIMS_BY_SUBJECT, old_norms, disputed),
        }
        return Touched(
            claims=(*stored.values(), *said.values()),
            triples={one.triple for one in said.values()} | again,
            old_triples={one.triple for one in stored.values()},
            norms=norms,
            old_norms=old_norms,
        )

    def _triples_of(self, keys: set[str]) -> set[str]:
        return {one.triple for one in self._stored(cypher.CLAIMS_BY_KEY, keys, set()).values()}

    def _stored(self, statement: str, keys: Iterable[str], disputed: set[str]) -> dict[str, Said]:
        found = self.tx.each(statement, [(key,) for key in sorted(keys)])
        claims = (
            rows.said({**row, "disputed": row["disputed"] or row["key"] in disputed})
            for row in found
        )
        return {one.key: one for one in claims}

    def _write_documents(self, batches: Sequence[Batch], fresh: Sequence[Fresh]) -> int:
        documents = {batch.document.id: batch.document for batch in batches}
        known = self._known(cypher.KNOWN_DOCUMENTS, documents)
        new = [d for key, d in documents.items() if key not in known]
        run(self.tx, cypher.CREATE_DOCUMENTS, [rows.document_row(d, self.now) for d in new])
        # A run that brought nothing new leaves no trace.
        runs = {one.batch.run.id: rows.run_row(one.batch.run) for one in fresh}
        run(self.tx, cypher.CREATE_RUNS, list(runs.values()))
        return len(new)

    def _write_entities(
        self, wanted: Mapping[str, Entity], old: Mapping[str, Row], projected: Projected
    ) -> None:
        """Create the unknown ones, and give known ones the aliases they lack."""
        by_shape: dict[tuple[EntityKind, Columns], list[Texts]] = defaultdict(list)
        for one in wanted.values():
            if one.id not in old:
                properties = {**one.properties, **projected.timelines.get(one.id, {})}
                shape = columns(properties, rows.ENTITY_CELLS)
                by_shape[one.kind, shape].append(rows.entity_row(one, properties))
        for (kind, shape), new in sorted(by_shape.items()):
            self.tx.each(cypher.create_entities(kind, shape), new)
        self.tx.each(cypher.SET_ALIASES, list(rows.new_aliases(wanted, old)))

    def _write_passages(self, fresh: Sequence[Fresh]) -> int:
        passages: dict[str, Passage] = {p.id: p for new in fresh for p in new.claim.evidence}
        known = self._known(cypher.KNOWN_PASSAGES, passages)
        new = [rows.passage_row(p) for key, p in passages.items() if key not in known]
        self.tx.each(cypher.CREATE_PASSAGES, new)
        return len(new)

    def _write_claims(self, fresh: Sequence[Fresh], alone: Set[str]) -> set[str]:
        """Create the claims; the triples in `alone` get their edge at once and are given back."""
        by_shape: dict[tuple[Predicate, bool, bool], list[Fresh]] = defaultdict(list)
        for new in fresh:
            relates = new.claim.object is not None
            by_shape[new.claim.predicate, relates, new.triple in alone].append(new)
        for (predicate, relates, projected), some in sorted(by_shape.items()):
            statement = cypher.create_claims(predicate, relates=relates, projected=projected)
            claims = [rows.claim_row(new, self.now) for new in some]
            self.tx.each(statement, claims, {"now": self.now})
        self._link_claims([(new.key, new.claim) for new in fresh])
        return {new.triple for new in fresh if new.triple in alone}

    def _link_claims(self, claims: Sequence[tuple[str, Claim]]) -> None:
        more = [(key, passage.id) for key, c in claims for passage in c.evidence[1:]]
        self.tx.each(cypher.LINK_EVIDENCE, more)
        claimants = [(key, c.claimant) for key, c in claims if c.claimant]
        self.tx.each(cypher.LINK_CLAIMANTS, claimants)
        disputes = [(key, disputed) for key, c in claims for disputed in c.disputes]
        self.tx.each(cypher.LINK_DISPUTES, disputes)


def _merged(entities: Iterable[Entity]) -> dict[str, Entity]:
    wanted: dict[str, Entity] = {}
    for one in entities:
        wanted[one.id] = wanted[one.id].merged(one) if one.id in wanted else one
    return wanted


def _check_complete(fresh: Sequence[Fresh], wanted: Mapping[str, Entity]) -> None:
    """A claim about an entity that is not there would vanish: InvalidInputError names it."""
    for new in fresh:
        claim = new.claim
        for key in (claim.subject, claim.object, claim.claimant):
            if key is not None and key not in wanted:
                raise InvalidInputError(
                    f"{claim.document}: a claim is about {key}, which is not among the entities "
                    "of its batch"
                )
        if not claim.evidence:
            raise InvalidInputError(f"{claim.document}: the claim {new.key} has no evidence")
