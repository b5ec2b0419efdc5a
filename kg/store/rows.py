"""Between the values of the graph and the rows that statements take and give."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg import ids
from kg.claims import Batch, Claim, Document, Entity, Interval, Passage, Run
from kg.projection import Edge, Facing, Period, Said, slot
from kg.store.base import Row, Texts
from kg.store.cells import cell
from kg.store.schema import SORT_SEPARATOR
from ontology.vocabulary import AssertionStatus, DatePrecision, Predicate

ENTITY_CELLS = 5  # before those of its own properties


@dataclass(frozen=True, slots=True)
class Fresh:
    """A claim that is not in the store yet; its hashes are taken once."""

    key: str
    triple: str
    claim: Claim
    batch: Batch


def said(row: Mapping[str, Any]) -> Said:
    """A stored claim, as projection sees it."""
    precision = row["precision"]
    return Said(
        key=row["key"],
        subject=row["subject"],
        predicate=Predicate(row["predicate"]),
        target=row["object"] or row["value"] or "",
        triple=row["triple"],
        status=AssertionStatus(row["status"]),
        attested=row["attested"],
        valid=Interval(
            row["validFrom"], row["validTo"], DatePrecision(precision) if precision else None
        ),
        confidence=row["confidence"],
        disputed=row["disputed"],
    )


def known_only(properties: Mapping[str, Any]) -> Row:
    """Unknown stays absent: engines do not agree on what storing a null means."""
    return {name: value for name, value in properties.items() if value is not None}


def document_row(document: Document, now: str) -> Row:
    return known_only(
        {
            "id": document.id,
            "sha256": document.sha256,
            "title": document.title,
            "url": document.url,
            "source": document.source or document.url,
            "publisher": document.publisher,
            "published": document.published,
            "mediaType": document.media_type,
            "text": document.text,
            "recordedAt": now,
            "sort": f"{document.published or ''}{SORT_SEPARATOR}{document.id}",
        }
    )


def passage_row(passage: Passage) -> Texts:
    start, end = str(passage.start), str(passage.end)
    return passage.id, passage.document, passage.exact, start, end


def entity_row(entity: Entity, properties: Mapping[str, Any]) -> Texts:
    """`properties` are those of its kind, with those that follow from claims."""
    return (
        entity.id,
        entity.name,
        cell(entity.aliases),
        search_text(entity.name, entity.aliases),
        f"{ids.folded(entity.name)}{SORT_SEPARATOR}{entity.id}",
        *(cell(value) for _, value in sorted(properties.items())),
    )


def search_text(name: str, aliases: Iterable[str]) -> str:
    return "\n".join([name, *aliases])


def new_aliases(
    wanted: Mapping[str, Entity], known: Mapping[str, Row], now: str
) -> Iterator[Texts]:
    """The reference tables are curated: what documents call a reference entity stays a mention."""
    for key, row in known.items():
        have = set(row["aliases"] or ())
        more = {wanted[key].name, *wanted[key].aliases} - have - {row["name"]}
        if more and not row["reference"]:
            aliases = [*(row["aliases"] or ()), *sorted(more)]  # past answers keep their order
            before = dict(zip(row["aliases"] or (), row["since"] or (), strict=False))
            first = {alias: row["recordedAt"] if alias in have else now for alias in aliases}
            since = [before.get(alias, first[alias]) for alias in aliases]
            yield key, cell(aliases), cell(since), search_text(row["name"], aliases)


def attested(document: Document, now: str) -> str:
    """The day on which a document's claims were said: its publication, else its recording."""
    return document.published or now[:10]


def said_now(new: Fresh, now: str, *, disputed: bool) -> Said:
    """A claim that is being written, as projection sees it."""
    claim = new.claim
    return Said(
        key=new.key,
        subject=claim.subject,
        predicate=claim.predicate,
        target=claim.object or claim.value or "",
        triple=new.triple,
        status=claim.status,
        attested=attested(new.batch.document, now),
        valid=claim.valid,
        confidence=claim.confidence,
        disputed=disputed,
    )


def run_row(run: Run) -> Row:
    return {
        "id": run.id,
        "extractor": run.extractor,
        "version": run.version,
        "started": run.started,
    }


def claim_row(new: Fresh, now: str) -> Texts:
    """The cells of `statements.CLAIM`, with the passage and the object or value."""
    claim = new.claim
    valid = claim.valid
    return (
        new.key,
        new.triple,
        claim.subject,
        claim.evidence[0].id,
        claim.object or claim.value or "",
        claim.status.value,
        repr(claim.confidence),
        attested(new.batch.document, now),
        new.batch.run.id,
        claim.claimant or "",
        valid.start or "",
        valid.end or "",
        valid.precision.value if valid.precision else "",
    )


def edge_row(edge: Edge) -> Row:
    return {
        "subject": edge.subject,
        "object": edge.object,
        "properties": known_only(
            {
                "status": edge.status.value,
                "disputed": edge.disputed or None,
                "confidence": edge.confidence,
                "validFrom": edge.valid.start,
                "validTo": edge.valid.end,
                "precision": edge.valid.precision.value if edge.valid.precision else None,
                "claims": list(edge.claims),
            }
        ),
    }


def stored_edge(row: Mapping[str, Any]) -> Row:
    """A projected edge that was read, in the form of `edge_row`."""
    properties = {key: value for key, value in row.items() if key not in ("subject", "object")}
    return {
        "subject": row["subject"],
        "object": row["object"],
        "properties": known_only(properties),
    }


def stored_facing(row: Mapping[str, Any]) -> tuple[str, ...]:
    """A facing that was read, in the form of `facing_row`."""
    return tuple(cell(value) for value in row.values())


def timeline_row(periods: Sequence[Period]) -> Row:
    return {
        "statuses": [period.status.value for period in periods],
        "statusFrom": [period.start for period in periods],
        "statusTo": [period.end for period in periods],
        "undated": all(period.undated for period in periods),
    }


def facing_row(facing: Facing, norm_type: str) -> tuple[str, ...]:
    period = facing.period
    return (
        facing.norm,
        facing.party,
        slot(facing.role, period.status, norm_type),
        facing.role,
        period.status.value,
        period.start,
        period.end,
        period.valid.start or "",
        period.valid.end or "",
        cell(period.undated),
        facing.assertion.value,
        repr(facing.confidence),
        cell(facing.claims),
    )
