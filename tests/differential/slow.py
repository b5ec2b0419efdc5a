"""Answers a GraphQL query field by field, with resolvers in plain Python and no Cypher.

The schema is the real one's text; graphql-core executes it. A source is a pair of a value and
the day that the question is about there.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any

from graphql import (
    GraphQLResolveInfo,
    GraphQLSchema,
    build_schema,
    execute_sync,
    parse,
)

from api.graphql.schema import schema
from kg.claims import Claim, Document, Entity, Passage
from kg.projection import FIRST_DAY, LAST_DAY
from kg.query import cursors
from ontology.vocabulary import (
    AssertionStatus,
    DeonticModality,
    EntityKind,
    LegalStatus,
    Predicate,
    RestrictionType,
    narrower,
)
from tests.differential.world import World, by_key, sort_key, status_on
from tests.graphs import NOW

type Arguments = Mapping[str, Any]
type Row = tuple[Any, Any]  # sort key or keys, value

P = Predicate
SENTINELS = (FIRST_DAY, LAST_DAY)


@dataclass(frozen=True)
class Source:
    value: Any
    day: str


@dataclass(frozen=True)
class Page:
    """A connection: all its rows in order, and the part that is asked for."""

    rows: Sequence[Row]
    first: int
    after: str | None

    @property
    def rest(self) -> Sequence[Row]:
        keys = [key for key, _ in self.rows]
        if self.after is None:
            return self.rows
        marks = [_cursor(key) for key in keys]
        return self.rows[marks.index(self.after) + 1 :]

    @property
    def shown(self) -> Sequence[Row]:
        return self.rest[: self.first]


@cache
def plain_schema() -> GraphQLSchema:
    """The schema without any of the program's resolvers, its enums' values being their names."""
    return build_schema(schema.as_str())


def answer(world: World, query: str, variables: Arguments | None = None) -> dict[str, Any]:
    today = datetime.now(UTC).date().isoformat()
    result = execute_sync(
        plain_schema(),
        parse(query),
        root_value=Source(None, today),
        context_value=world,
        variable_values=dict(variables or {}),
        field_resolver=_resolve,
        type_resolver=lambda source, *_: _type_name(source.value),
    )
    if result.errors:
        raise AssertionError(result.errors)
    return dict(result.data or {})


def _type_name(value: Any) -> str:
    if isinstance(value, Entity):
        return value.kind.value
    return {Document: "Document", Passage: "Evidence", Claim: "Claim"}[type(value)]


def _resolve(source: Source, info: GraphQLResolveInfo[World], **arguments: Any) -> Any:
    world = info.context
    day = arguments.get("asOf") or source.day
    parent = info.parent_type.name
    if parent.endswith("Connection"):
        parent = "Connection"
    elif parent.endswith("Edge"):
        parent = "Edge"
    name = info.field_name
    found = _lookup(parent, name)(world, source.value, arguments, day)
    if isinstance(found, list):
        return [_wrapped(one, day) for one in found]
    return _wrapped(found, day)


def _wrapped(value: Any, day: str) -> Any:
    plain = value is None or isinstance(value, str | int | float | bool)
    return value if plain else Source(value, day)


type Resolver = Callable[[World, Any, Arguments, str], Any]


def _lookup(parent: str, name: str) -> Resolver:
    if (parent, name) in RESOLVERS:
        return RESOLVERS[parent, name]
    if parent in {kind.value for kind in EntityKind}:
        return RESOLVERS["*", name]
    raise AssertionError(f"no resolver for {parent}.{name}")


def _paged(rows: Sequence[Row], arguments: Arguments) -> Page:
    ordered = sorted(rows, key=lambda row: row[0])
    return Page(ordered, arguments["first"], arguments.get("after"))


def _cursor(key: Any) -> str:
    return cursors.encode(list(key) if isinstance(key, tuple) else [key])


def _code(value: Any) -> str:
    """A stored code as the name of the enum's value."""
    return str(value.name)


def _chosen[T: (RestrictionType, LegalStatus)](
    enum: type[T], names: Sequence[str], *, exact: bool = False
) -> set[T]:
    wanted = {enum[name] for name in names}
    return wanted if exact else {found for one in wanted for found in narrower(one)}


def _types(arguments: Arguments) -> set[RestrictionType]:
    single, several = arguments.get("type"), arguments.get("types")
    if single is None and several is None:
        return set(RestrictionType)
    names = [*(several or ()), *([single] if single else ())]
    return _chosen(RestrictionType, names, exact=arguments["exact"])


def _statuses(arguments: Arguments) -> set[LegalStatus]:
    names = arguments.get("statuses")
    return set(LegalStatus) if names is None else _chosen(LegalStatus, names)


def _facing(world: World, arguments: Arguments, day: str, party: str | None) -> Page:
    live = set(LegalStatus) - narrower(LegalStatus.ENDED)
    statuses = live if arguments.get("statuses") is None else _statuses(arguments)
    least = arguments.get("minConfidence")
    rows = [
        (f"{sort_key(world.entities[one.party])}\x01{one.norm}\x01{one.role}", one)
        for one in world.facing
        if (party is None or one.party == party)
        and world.entities[one.norm].properties["type"] in _types(arguments)
        and one.period.status in statuses
        and one.period.start <= day < one.period.end
        and one.role.upper() in arguments["roles"]
        and (least is None or one.confidence >= least)
        and (arguments["includeUndated"] or not one.period.undated)
    ]
    return _paged(rows, arguments)


def _norms(world: World, norms: Sequence[Entity], arguments: Arguments, day: str) -> Page:
    modality, types = arguments.get("modality"), _types(arguments)
    by, under = arguments.get("imposedBy"), arguments.get("instrument")
    rows = [
        (sort_key(norm), norm)
        for norm in {norm.id: norm for norm in norms}.values()
        if _said_of(world, norm)
        and norm.properties["type"] in types
        and LegalStatus(status_on(world.periods(norm), day)) in _statuses(arguments)
        and (modality is None or norm.properties["modality"] == modality.lower())
        and (by is None or by in [one.id for one in world.forth(norm.id, P.IMPOSED_BY)])
        and (under is None or under in [one.id for one in world.back(norm.id, P.ESTABLISHES)])
    ]
    return _paged(rows, arguments)


def _claims(claims: Sequence[Claim], arguments: Arguments) -> Page:
    predicate, status = arguments.get("predicate"), arguments.get("status")
    rows = [
        (claim.key, claim)
        for claim in claims
        if (predicate is None or claim.predicate is Predicate[predicate])
        and (status is None or claim.status is AssertionStatus[status])
        and arguments.get("subject") in (None, claim.subject)
        and arguments.get("object") in (None, claim.object)
    ]
    return _paged(rows, arguments)


def _about(world: World, entity: Entity) -> list[Claim]:
    return [c for c in world.claims.values() if entity.id in (c.subject, c.object)]


def _entities(world: World, arguments: Arguments) -> Page:
    kind, country = arguments.get("kind"), arguments.get("country")
    rows = [
        (sort_key(one), one)
        for one in world.entities.values()
        if (kind is None or one.kind is EntityKind[kind])
        and (country is None or one.properties.get("country") == country)
    ]
    return _paged(rows, arguments)


def _documents(world: World, arguments: Arguments) -> Page:
    first, last = arguments.get("publishedFrom"), arguments.get("publishedTo")
    words = arguments.get("search")
    rows = [
        (f"{one.published or ''}\x01{one.id}", one)
        for one in world.documents.values()
        if (words is None or words.lower() in one.title.lower())
        and (first is None or (one.published is not None and one.published >= first))
        and (last is None or (one.published is not None and one.published <= last))
    ]
    ordered = sorted(rows, key=lambda row: row[0], reverse=True)
    return Page(ordered, arguments["first"], arguments.get("after"))


def _in_document(world: World, document: Document) -> list[Claim]:
    return [
        claim
        for claim in world.claims.values()
        if any(passage.document == document.id for passage in claim.evidence)
    ]


def _passages(world: World, document: Document, arguments: Arguments) -> Page:
    passages = [p for p in world.passages.values() if p.document == document.id]
    ordered = sorted(passages, key=lambda p: (p.start, p.end))
    rows = [((p.start, p.end), p) for p in ordered]
    return Page(rows, arguments["first"], arguments.get("after"))


def _counts(names: Sequence[str]) -> list[dict[str, Any]]:
    return [{"name": name, "count": names.count(name)} for name in sorted(set(names))]


def _relations(world: World, predicate: Predicate, *, subject: str = "", target: str = "") -> Any:
    found = [
        edge
        for edge in world.edges
        if edge.predicate is predicate and (edge.subject == subject or edge.object == target)
    ]
    return sorted(found, key=lambda e: sort_key(world.entities[e.object if subject else e.subject]))


def _by_id(world: World, key: str) -> Any:
    for known in (world.entities, world.documents, world.claims, world.passages):
        if key in known:
            return known[key]
    return None


def _prop(name: str) -> Resolver:
    return lambda w, v, a, d: v.properties.get(name)


def _attr(name: str) -> Resolver:
    return lambda w, v, a, d: getattr(v, name)


def _forth(predicate: Predicate) -> Resolver:
    return lambda w, v, a, d: w.forth(v.id, predicate)


def _back(predicate: Predicate) -> Resolver:
    return lambda w, v, a, d: w.back(v.id, predicate)


def _known(bound: str) -> str | None:
    return None if bound in SENTINELS else bound


def _said_of(world: World, norm: Entity) -> list[str]:
    return [claim.key for claim in world.claims.values() if claim.subject == norm.id]


def _claimed(world: World) -> list[Entity]:
    return [norm for norm in world.of_kind(EntityKind.RESTRICTION) if _said_of(world, norm)]


def _listing(world: World, keys: Sequence[str]) -> list[Claim]:
    return by_key(world.claims[key] for key in keys)


RESOLVERS: dict[tuple[str, str], Resolver] = {
    ("Query", "facing"): lambda w, v, a, d: _facing(w, a, d, a.get("party")),
    ("Query", "entity"): lambda w, v, a, d: w.entities.get(a["id"]),
    ("Query", "entities"): lambda w, v, a, d: _entities(w, a),
    ("Query", "restrictions"): lambda w, v, a, d: _norms(
        w, w.of_kind(EntityKind.RESTRICTION), a, d
    ),
    ("Query", "document"): lambda w, v, a, d: w.documents.get(a["id"]),
    ("Query", "documents"): lambda w, v, a, d: _documents(w, a),
    ("Query", "claim"): lambda w, v, a, d: w.claims.get(a["id"]),
    ("Query", "claims"): lambda w, v, a, d: _claims(list(w.claims.values()), a),
    # Questions about changes begin after all writing: nothing has changed since.
    ("Query", "changes"): lambda w, v, a, d: w,
    ("Changes", "gained"): lambda w, v, a, d: _paged([], a),
    ("Changes", "lost"): lambda w, v, a, d: _paged([], a),
    ("Query", "node"): lambda w, v, a, d: _by_id(w, a["id"]),
    ("Query", "stats"): lambda w, v, a, d: w,
    ("Stats", "entities"): lambda w, v, a, d: _counts([e.kind.value for e in w.entities.values()]),
    ("Stats", "restrictions"): lambda w, v, a, d: _counts(
        [str(e.properties["type"]) for e in _claimed(w)]
    ),
    ("Stats", "statuses"): lambda w, v, a, d: _counts(
        [status_on(w.periods(e), d) for e in _claimed(w)]
    ),
    ("Stats", "assertions"): lambda w, v, a, d: _counts(
        [c.status.value for c in w.claims.values()]
    ),
    ("Stats", "claims"): lambda w, v, a, d: len(w.claims),
    ("Stats", "documents"): lambda w, v, a, d: len(w.documents),
    ("KindCount", "kind"): lambda w, v, a, d: EntityKind(v["name"]).name,
    ("TypeCount", "type"): lambda w, v, a, d: v["name"].upper(),
    ("StatusCount", "status"): lambda w, v, a, d: v["name"].upper(),
    ("AssertionCount", "status"): lambda w, v, a, d: v["name"].upper(),
    **{
        (f"{name}Count", "count"): lambda w, v, a, d: v["count"]
        for name in ("Kind", "Type", "Status", "Assertion")
    },
    ("Connection", "totalCount"): lambda w, v, a, d: len(v.rows),
    ("Connection", "pageInfo"): lambda w, v, a, d: v,
    ("Connection", "edges"): lambda w, v, a, d: list(v.shown),
    ("PageInfo", "hasNextPage"): lambda w, v, a, d: len(v.rest) > v.first,
    ("PageInfo", "hasPreviousPage"): lambda w, v, a, d: v.after is not None,
    ("PageInfo", "startCursor"): lambda w, v, a, d: _cursor(v.shown[0][0]) if v.shown else None,
    ("PageInfo", "endCursor"): lambda w, v, a, d: _cursor(v.shown[-1][0]) if v.shown else None,
    ("Edge", "cursor"): lambda w, v, a, d: _cursor(v[0]),
    ("Edge", "node"): lambda w, v, a, d: v[1],
    ("*", "id"): _attr("id"),
    ("*", "name"): _attr("name"),
    ("*", "title"): _attr("name"),
    ("*", "aliases"): lambda w, v, a, d: list(v.aliases),
    ("*", "kind"): lambda w, v, a, d: v.kind.name,
    ("*", "reference"): lambda w, v, a, d: bool(v.properties.get("reference", False)),
    **{
        ("*", name): _prop(name)
        for name in ("wikidata", "country", "isoCode", "criterion", "citation", "instrumentType")
    },
    ("*", "claims"): lambda w, v, a, d: _claims(_about(w, v), a),
    ("*", "faces"): lambda w, v, a, d: _facing(w, a, d, v.id),
    ("*", "imposes"): lambda w, v, a, d: _norms(w, w.back(v.id, P.IMPOSED_BY), a, d),
    ("*", "establishes"): lambda w, v, a, d: _norms(w, w.forth(v.id, P.ESTABLISHES), a, d),
    ("*", "regulatedBy"): lambda w, v, a, d: _norms(w, w.back(v.id, P.REGULATED_ASSET), a, d),
    ("*", "listedOn"): _forth(P.LISTED_ON),
    ("*", "lists"): _back(P.LISTED_ON),
    ("*", "opposes"): _forth(P.OPPOSES),
    ("*", "opposedBy"): _back(P.OPPOSES),
    ("*", "issuedBy"): _forth(P.ISSUED_BY),
    ("*", "amends"): _forth(P.AMENDS),
    ("*", "amendedBy"): _back(P.AMENDS),
    ("*", "develops"): _back(P.DEVELOPED_BY),
    ("*", "developedBy"): _forth(P.DEVELOPED_BY),
    ("*", "subsidiaryOf"): _forth(P.SUBSIDIARY_OF),
    ("*", "subsidiaries"): _back(P.SUBSIDIARY_OF),
    ("*", "locatedIn"): _forth(P.LOCATED_IN),
    ("*", "investedIn"): _forth(P.INVESTED_IN),
    ("*", "investors"): _back(P.INVESTED_IN),
    ("*", "supplies"): _forth(P.SUPPLIES),
    ("*", "partOf"): _forth(P.PART_OF),
    ("*", "parts"): _back(P.PART_OF),
    ("*", "distilledFrom"): lambda w, v, a, d: _relations(w, P.DISTILLED_FROM, subject=v.id),
    ("*", "distilledBy"): lambda w, v, a, d: _relations(w, P.DISTILLED_FROM, target=v.id),
    ("*", "allegations"): lambda w, v, a, d: _claims(
        [c for c in w.claims.values() if c.subject == v.id and c.status is AssertionStatus.ALLEGED],
        a,
    ),
    ("Restriction", "type"): lambda w, v, a, d: _code(RestrictionType(v.properties["type"])),
    ("Restriction", "modality"): lambda w, v, a, d: _code(
        DeonticModality(v.properties["modality"])
    ),
    ("Restriction", "status"): lambda w, v, a, d: status_on(w.periods(v), d).upper(),
    ("Restriction", "statusHistory"): lambda w, v, a, d: list(w.periods(v)),
    ("Restriction", "imposedBy"): _forth(P.IMPOSED_BY),
    ("Restriction", "bearers"): _forth(P.BEARER),
    ("Restriction", "restrictedParties"): _forth(P.RESTRICTED_PARTY),
    ("Restriction", "owedTo"): _forth(P.OWED_TO),
    ("Restriction", "assets"): _forth(P.REGULATED_ASSET),
    ("Restriction", "instruments"): _back(P.ESTABLISHES),
    ("Restriction", "instrument"): lambda w, v, a, d: next(iter(w.back(v.id, P.ESTABLISHES)), None),
    ("Restriction", "evidence"): lambda w, v, a, d: w.quotes(_said_of(w, v)),
    ("StatusPeriod", "status"): lambda w, v, a, d: _code(v.status),
    ("StatusPeriod", "from"): lambda w, v, a, d: _known(v.start),
    ("StatusPeriod", "to"): lambda w, v, a, d: _known(v.end),
    ("Facing", "party"): lambda w, v, a, d: w.entities[v.party],
    ("Facing", "restriction"): lambda w, v, a, d: w.entities[v.norm],
    ("Facing", "before"): lambda w, v, a, d: None,
    ("Facing", "role"): lambda w, v, a, d: v.role.upper(),
    ("Facing", "status"): lambda w, v, a, d: _code(v.period.status),
    ("Facing", "validFrom"): lambda w, v, a, d: v.period.valid.start,
    ("Facing", "validTo"): lambda w, v, a, d: v.period.valid.end,
    ("Facing", "undated"): lambda w, v, a, d: v.period.undated,
    ("Facing", "assertion"): lambda w, v, a, d: _code(v.assertion),
    ("Facing", "confidence"): _attr("confidence"),
    ("Facing", "evidence"): lambda w, v, a, d: w.quotes(v.claims),
    ("Facing", "claims"): lambda w, v, a, d: _listing(w, v.claims),
    ("Relation", "source"): lambda w, v, a, d: w.entities[v.subject],
    ("Relation", "target"): lambda w, v, a, d: w.entities[v.object],
    ("Relation", "status"): lambda w, v, a, d: _code(v.status),
    ("Relation", "disputed"): _attr("disputed"),
    ("Relation", "confidence"): _attr("confidence"),
    ("Relation", "validFrom"): lambda w, v, a, d: v.valid.start,
    ("Relation", "validTo"): lambda w, v, a, d: v.valid.end,
    ("Relation", "claims"): lambda w, v, a, d: _listing(w, v.claims),
    ("Relation", "evidence"): lambda w, v, a, d: w.quotes(v.claims),
    ("Evidence", "id"): _attr("id"),
    ("Evidence", "quote"): _attr("exact"),
    ("Evidence", "start"): _attr("start"),
    ("Evidence", "end"): _attr("end"),
    ("Evidence", "document"): lambda w, v, a, d: w.documents[v.document],
    ("Evidence", "claims"): lambda w, v, a, d: by_key(
        c for c in w.claims.values() if v.id in [p.id for p in c.evidence]
    ),
    ("Document", "id"): _attr("id"),
    ("Document", "sha256"): _attr("sha256"),
    ("Document", "title"): _attr("title"),
    ("Document", "url"): _attr("url"),
    ("Document", "publisher"): _attr("publisher"),
    ("Document", "published"): _attr("published"),
    ("Document", "mediaType"): _attr("media_type"),
    ("Document", "recordedAt"): lambda w, v, a, d: NOW,
    ("Document", "text"): _attr("text"),
    ("Document", "passages"): lambda w, v, a, d: _passages(w, v, a),
    ("Document", "claims"): lambda w, v, a, d: _claims(_in_document(w, v), a),
    ("Document", "restrictions"): lambda w, v, a, d: _norms(
        w,
        [
            w.entities[c.subject]
            for c in _in_document(w, v)
            if w.entities[c.subject].kind is EntityKind.RESTRICTION
        ],
        a,
        d,
    ),
    ("Claim", "id"): _attr("key"),
    ("Claim", "predicate"): lambda w, v, a, d: _code(v.predicate),
    ("Claim", "subject"): lambda w, v, a, d: w.entities[v.subject],
    ("Claim", "object"): lambda w, v, a, d: w.entities[v.object] if v.object else None,
    ("Claim", "value"): _attr("value"),
    ("Claim", "status"): lambda w, v, a, d: _code(v.status),
    ("Claim", "claimant"): lambda w, v, a, d: w.entities[v.claimant] if v.claimant else None,
    ("Claim", "disputes"): lambda w, v, a, d: _listing(w, v.disputes),
    ("Claim", "disputedBy"): lambda w, v, a, d: by_key(
        c for c in w.claims.values() if v.key in c.disputes
    ),
    ("Claim", "validFrom"): lambda w, v, a, d: v.valid.start,
    ("Claim", "validTo"): lambda w, v, a, d: v.valid.end,
    ("Claim", "confidence"): _attr("confidence"),
    ("Claim", "recordedAt"): lambda w, v, a, d: NOW,
    ("Claim", "supersededAt"): lambda w, v, a, d: None,
    ("Claim", "evidence"): lambda w, v, a, d: w.quotes([v.key]),
}
