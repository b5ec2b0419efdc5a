"""Between the values of the graph and the rows that statements take and give."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg import ids
from kg.claims import Batch, Claim, Document, Entity, Interval, Passage, Run
from kg.projection import Edge, Facing, Period, Said
from kg.store.base import Row
from ontology.vocabulary import AssertionStatus, DatePrecision, Predicate

SORT_SEPARATOR = "\x01"


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
        disputed=bool(row["disputed"]),
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
            "publisher": document.publisher,
            "published": document.published,
            "mediaType": document.media_type,
            "text": document.text,
            "recordedAt": now,
            "sort": f"{document.published or ''}{SORT_SEPARATOR}{document.id}",
        }
    )


def passage_row(passage: Passage) -> Row:
    return {
        "id": passage.id,
        "document": passage.document,
        "exact": passage.exact,
        "start": passage.start,
        "end": passage.end,
    }


def entity_row(entity: Entity, more: Row) -> list[Any]:
    """`more` are properties that follow from claims, such as a new norm's status periods."""
    properties = {
        key: list(value) if isinstance(value, tuple) else value
        for key, value in entity.properties.items()
    }
    sort = f"{ids.folded(entity.name)}{SORT_SEPARATOR}{entity.id}"
    search = search_text(entity.name, entity.aliases)
    return [entity.id, entity.name, list(entity.aliases), search, sort, properties | more]


def search_text(name: str, aliases: Iterable[str]) -> str:
    return "\n".join([name, *aliases])


def new_aliases(wanted: Mapping[str, Entity], known: Mapping[str, Row]) -> Iterator[Row]:
    """The reference tables are curated: what documents call a reference entity stays a mention."""
    for key, row in known.items():
        have = set(row["aliases"] or ())
        more = {wanted[key].name, *wanted[key].aliases} - have - {row["name"]}
        if more and not row["reference"]:
            aliases = sorted(have | more)
            yield {"id": key, "aliases": aliases, "search": search_text(row["name"], aliases)}


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


def claim_row(new: Fresh, now: str) -> tuple[Row, list[Any]]:
    """What a claim shares with others of its group (see `statements.SHARED`), and its own row."""
    claim = new.claim
    shared = {
        "document": claim.document,
        "attested": attested(new.batch.document, now),
        "recordedAt": now,
        "run": new.batch.run.id,
        "status": claim.status.value,
        "confidence": claim.confidence,
        "claimant": claim.claimant,
        "validFrom": claim.valid.start,
        "validTo": claim.valid.end,
        "precision": claim.valid.precision.value if claim.valid.precision else None,
    }
    passage = claim.evidence[0].id
    return shared, [new.key, new.triple, claim.subject, passage, claim.object or claim.value]


def grouped(pairs: Iterable[tuple[Row, list[Any]]]) -> list[Row]:
    """Rows that share their other values, together: each group holds these once, and `rows`."""
    groups: dict[tuple[Any, ...], Row] = {}
    for shared, row in pairs:
        group = groups.setdefault(tuple(shared.values()), {**shared, "rows": []})
        group["rows"].append(row)
    return list(groups.values())


def edge_row(edge: Edge) -> Row:
    return {
        "subject": edge.subject,
        "object": edge.object,
        "triple": edge.triple,
        "properties": known_only(
            {
                "status": edge.status.value,
                "disputed": edge.disputed,
                "confidence": edge.confidence,
                "validFrom": edge.valid.start,
                "validTo": edge.valid.end,
                "precision": edge.valid.precision.value if edge.valid.precision else None,
                "claims": list(edge.claims),
            }
        ),
    }


def timeline_row(periods: Sequence[Period]) -> Row:
    return {
        "statuses": [period.status.value for period in periods],
        "statusFrom": [period.start for period in periods],
        "statusTo": [period.end for period in periods],
        "undated": all(period.undated for period in periods),
    }


def facing_row(facing: Facing) -> tuple[Row, list[Any]]:
    """What one norm's parties of a role share in a period, and the party's own row."""
    period = facing.period
    shared = {
        "norm": facing.norm,
        "suffix": f"{SORT_SEPARATOR}{facing.norm}{SORT_SEPARATOR}{facing.role}",
        "role": facing.role,
        "status": period.status.value,
        "from": period.start,
        "to": period.end,
        "validFrom": period.valid.start,
        "validTo": period.valid.end,
        "undated": period.undated,
        "assertion": facing.assertion.value,
        "confidence": facing.confidence,
    }
    return shared, [facing.party, list(facing.claims)]
