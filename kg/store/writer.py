"""Writes what documents say: claims with their evidence, then the edges projected from them.

The documents of one call are one transaction: all of them are stored, or none. A claim that is
already known is left alone, so that writing the same document again changes nothing; one that its
source no longer makes is superseded, never deleted.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, fields, replace

from kg.claims import Batch, Document, Entity, Passage
from kg.clock import stamp
from kg.errors import InvalidInputError
from kg.projection import Said
from kg.store import rows
from kg.store import statements as cypher
from kg.store.base import Row, Store, Texts, Transaction
from kg.store.cells import Columns, columns
from kg.store.projector import NormKind, Projected, Touched, project, run, write_projection
from kg.store.rows import Fresh
from kg.store.superseding import Keys, outdated
from ontology.vocabulary import EntityKind, Predicate


@dataclass(frozen=True, slots=True)
class WriteReport:
    """How many things were new, per call.

    `unchanged` counts claims that were known already, `superseded` those that stand no longer.
    """

    documents: int = 0
    entities: int = 0
    passages: int = 0
    claims: int = 0
    unchanged: int = 0
    superseded: int = 0

    def __add__(self, other: "WriteReport") -> "WriteReport":
        return WriteReport(
            *(getattr(self, f.name) + getattr(other, f.name) for f in fields(WriteReport))
        )


def write(store: Store, batches: Sequence[Batch], *, now: str) -> WriteReport:
    """Store what the documents of `batches` say, learned at `now` (ISO 8601, with a time zone)."""
    moment = stamp(now)
    return store.write(lambda tx: _Writer(tx, moment).write(batches))


def retract(store: Store, claims: Iterable[str], *, now: str) -> int:
    """End claims, by their keys; how many stood. InvalidInputError for a key that is not there."""
    moment = stamp(now)
    keys = sorted(set(claims))
    return store.write(lambda tx: _Writer(tx, moment).retract(keys))


class _Writer:
    """One transaction's worth of writing: look up what is known, project, then write."""

    def __init__(self, tx: Transaction, now: str) -> None:
        self.tx = tx
        self.now = now
        self.moment = {"now": now}

    def write(self, batches: Sequence[Batch]) -> WriteReport:
        claims = {claim.key: (claim, batch) for batch in batches for claim in batch.claims}
        disputed = {key for claim, _ in claims.values() for key in claim.disputes}
        keys = Keys(self.tx, claims.keys() | disputed)
        fresh = [
            Fresh(keys[content], claim.triple, claim, batch)
            for content, (claim, batch) in claims.items()
            if not keys.is_live(content)
        ]
        wanted = _merged(entity for batch in batches for entity in batch.entities)
        _check_complete(fresh, wanted)
        documents = {batch.document.id: batch.document for batch in batches}
        new = documents.keys() - self._known(cypher.KNOWN_DOCUMENTS, documents)
        fallen = outdated(
            self.tx,
            batches,
            standing={keys[content] for content in claims},
            changed=new | {one.claim.document for one in fresh},
        )
        self._supersede(fallen)  # before anything is read: a denial that falls disputes no more
        old = self._old_entities(wanted)
        touched = self._touched(fresh, fallen, wanted, old.keys(), keys)
        projected = project(touched)
        self._write_documents([documents[key] for key in sorted(new)], fresh)
        self._write_entities(wanted, old, projected)
        passages = self._write_passages(fresh)
        done = self._write_claims(fresh, projected.alone - touched.stored.keys())
        self._link_claims(fresh, keys)
        write_projection(self.tx, touched, projected, now=self.now, done=done)
        known = len(claims) - len(fresh)
        return WriteReport(
            documents=len(new),
            entities=len(wanted) - len(old),
            passages=passages,
            claims=len(fresh),
            unchanged=known,
            superseded=len(fallen),
        )

    def retract(self, keys: Sequence[str]) -> int:
        known = {row["id"] for row in self.tx.each(cypher.KNOWN_CLAIMS, [(key,) for key in keys])}
        if missing := sorted(set(keys) - known):
            raise InvalidInputError(f"there is no claim {missing[0]}")
        fallen = self._stored(cypher.CLAIMS_BY_KEY, keys)
        self._supersede(fallen)
        touched = self._touched((), fallen, {}, frozenset(), Keys(self.tx, ()))
        projected = project(touched)
        write_projection(self.tx, touched, projected, now=self.now, done=())
        return len(fallen)

    def _known(self, statement: str, wanted: Iterable[str]) -> set[str]:
        return {row["id"] for row in self.tx.each(statement, [(key,) for key in wanted])}

    def _old_entities(self, wanted: Mapping[str, Entity]) -> dict[str, Row]:
        found = self.tx.each(cypher.KNOWN_ENTITIES, [(key,) for key in wanted])
        return {row["id"]: row for row in found}

    def _touched(
        self,
        fresh: Sequence[Fresh],
        fallen: Mapping[str, Said],
        wanted: Mapping[str, Entity],
        old: Set[str],
        keys: Keys,
    ) -> Touched:
        """The fresh claims, and the stored ones that share a triple or a norm with a change.

        Only what was in the store before can have stored claims: new documents are mostly about
        new norms, so that little is read back.
        """
        disputed = {keys[content] for new in fresh for content in new.claim.disputes}
        said = {
            new.key: rows.said_now(new, self.now, disputed=new.key in disputed) for new in fresh
        }
        changed = disputed - said.keys() | self._known(cypher.DISPUTED_BY, fallen)
        again = {new.triple for new in fresh if new.claim.subject in old}
        again |= {one.triple for one in fallen.values()}
        again |= {one.triple for one in self._stored(cypher.CLAIMS_BY_KEY, changed).values()}
        subjects = {one.subject for one in (*said.values(), *fallen.values())}
        new_norms = {
            subject: kind
            for subject in subjects - old
            if subject in wanted and (kind := NormKind.of(wanted[subject].properties))
        }
        standing = {
            row["id"]: row
            for row in self.tx.each(
                cypher.NORMS, [(s,) for s in sorted(subjects - new_norms.keys())]
            )
        }
        found = {
            **self._stored(cypher.CLAIMS_BY_TRIPLE, again),
            **self._stored(cypher.CLAIMS_BY_SUBJECT, standing),
        }
        stored = {
            key: _disputed(one, key in disputed) for key, one in found.items() if key not in fallen
        }
        return Touched(
            claims=(*stored.values(), *said.values()),
            triples={one.triple for one in said.values()} | again,
            stored={one.triple: one for one in (*fallen.values(), *stored.values())},
            norms={**new_norms, **{key: NormKind.known(row) for key, row in standing.items()}},
            standing=standing,
        )

    def _stored(self, statement: str, keys: Iterable[str]) -> dict[str, Said]:
        found = self.tx.each(statement, [(key,) for key in sorted(keys)])
        return {row["key"]: rows.said(row) for row in found}

    def _supersede(self, fallen: Iterable[str]) -> None:
        self.tx.each(cypher.SUPERSEDE, [(key,) for key in sorted(fallen)], self.moment)

    def _write_documents(self, new: Sequence[Document], fresh: Sequence[Fresh]) -> None:
        run(self.tx, cypher.CREATE_DOCUMENTS, [rows.document_row(d, self.now) for d in new])
        # A run that brought nothing new leaves no trace.
        runs = {one.batch.run.id: rows.run_row(one.batch.run) for one in fresh}
        run(self.tx, cypher.CREATE_RUNS, list(runs.values()))

    def _write_entities(
        self, wanted: Mapping[str, Entity], old: Mapping[str, Row], projected: Projected
    ) -> None:
        """Create the unknown ones, and give known ones the aliases they lack."""
        by_shape: dict[tuple[EntityKind, Columns], list[Texts]] = defaultdict(list)
        for one in wanted.values():
            if one.id not in old:
                properties = {**one.properties, **self._standing(one, projected)}
                shape = columns(properties, rows.ENTITY_CELLS)
                by_shape[one.kind, shape].append(rows.entity_row(one, properties))
        for (kind, shape), new in sorted(by_shape.items()):
            self.tx.each(cypher.create_entities(kind, shape), new, self.moment)
        self.tx.each(cypher.SET_ALIASES, list(rows.new_aliases(wanted, old, self.now)))

    def _standing(self, entity: Entity, projected: Projected) -> Row:
        """What claims say of a new norm's status; one of which nothing is claimed is none yet."""
        if NormKind.of(entity.properties) is None:
            return {}
        timeline = projected.timelines.get(entity.id)
        periods = rows.timeline_row(()) if timeline is None else timeline
        return {**periods, "withdrawn": timeline is None, "standingSince": self.now}

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
            self.tx.each(statement, claims, self.moment)
        return {new.triple for new in fresh if new.triple in alone}

    def _link_claims(self, fresh: Sequence[Fresh], keys: Keys) -> None:
        more = [(new.key, passage.id) for new in fresh for passage in new.claim.evidence[1:]]
        self.tx.each(cypher.LINK_EVIDENCE, more)
        claimants = [(new.key, new.claim.claimant) for new in fresh if new.claim.claimant]
        self.tx.each(cypher.LINK_CLAIMANTS, claimants)
        disputes = [(new.key, keys[content]) for new in fresh for content in new.claim.disputes]
        self.tx.each(cypher.LINK_DISPUTES, disputes)


def _disputed(said: Said, now: bool) -> Said:
    return replace(said, disputed=True) if now else said


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
