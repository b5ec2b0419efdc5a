"""From what was found in a document to claims: the one place where extraction meets the graph."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest.extract.result import Denial, Extraction, Party, Relation, Restriction, Span
from ingest.extract.result import Entity as Found
from kg import ids
from kg.checks import misfit
from kg.claims import Batch, Claim, Document, Entity, Interval, Passage, Property, Run
from kg.identity import Resolver
from ontology import model as ontology
from ontology.reference import ReferenceEntity, ReferenceTable
from ontology.vocabulary import (
    AssertionStatus,
    DatePrecision,
    EntityKind,
    LegalStatus,
    Predicate,
)

ARTICLE = re.compile(r"^(?:an?|the|any|all|such|these|those|its|their)\s+", re.IGNORECASE)
# The exchange format writes relation names in snake_case, the ontology in camelCase.
RELATIONS = {predicate.edge.lower(): predicate for predicate in Predicate}
PARTIES: tuple[tuple[str, Predicate], ...] = (
    ("imposers", Predicate.IMPOSED_BY),
    ("bearers", Predicate.BEARER),
    ("restricted", Predicate.RESTRICTED_PARTY),
    ("owed_to", Predicate.OWED_TO),
    ("assets", Predicate.REGULATED_ASSET),
)


@dataclass(frozen=True, slots=True)
class Made:
    """The claims of one document, and the relations left out since the ontology forbids them."""

    batch: Batch
    rejected: tuple[str, ...]


class ClaimMaker:
    """Turns extractions into batches of claims, with one identity for each real-world thing."""

    def __init__(self, reference: ReferenceTable) -> None:
        self._reference = reference
        self._resolver = Resolver(
            (known.id, known.kind, set(known.names) - set(known.careful))
            for known in reference.entities
        )

    def make(self, document: Document, extraction: Extraction, run: Run) -> Made:
        """All that the extraction says of the document, ready to be written whole."""
        return _DocumentClaims(self._reference, self._resolver, document, extraction).made(run)


class _DocumentClaims:
    """The claims of one document, as they are gathered."""

    def __init__(
        self,
        reference: ReferenceTable,
        resolver: Resolver,
        document: Document,
        extraction: Extraction,
    ) -> None:
        self.reference = reference
        self.resolver = resolver
        self.document = document
        self.extraction = extraction
        self.entities: dict[str, Entity] = {}
        self.claims: dict[str, Claim] = {}
        self.rejected: list[str] = []
        self.named = {found.id: self._named(found) for found in extraction.entities}

    def made(self, run: Run) -> Made:
        for restriction in self.extraction.restrictions:
            self._restriction(restriction)
        said = [self._relation(relation) for relation in self.extraction.relations]
        for denial in self.extraction.denials:
            self._denial(denial, said)
        batch = Batch(
            self.document, tuple(self.entities.values()), tuple(self.claims.values()), run
        )
        return Made(batch, tuple(self.rejected))

    def _named(self, found: Found) -> str:
        """The id of a named entity; its node is a reference row or what the text calls it."""
        key = found.ref or self.resolver.resolve(
            EntityKind(found.type), (found.name, *found.aliases)
        )
        known = self.reference.by_id.get(key)
        if known:
            self.entities[key] = reference_entity(known)
        else:
            one = Entity(key, EntityKind.of(key), found.name, found.aliases)
            # Two entries of the text may be one thing, such as a firm with and without legal form.
            self.entities[key] = self.entities[key].merged(one) if key in self.entities else one
        return key

    def _party(self, party: Party, kind: EntityKind) -> str:
        """The id of a party or asset: named, or a described class of its own."""
        if party.entity:
            return self.named[party.entity]
        if not party.text:
            raise ValueError(f"{self.extraction.doc}: a party with neither entity nor text")
        text = " ".join(party.text.split())
        criterion = ARTICLE.sub("", text)
        words = ids.folded(criterion).split()
        # "users" means those of this document; a longer description says by itself who is meant.
        scope = (self.document.sha256,) if len(words) < 2 and kind is EntityKind.PARTY_CLASS else ()
        key = ids.entity(kind.prefix, " ".join(words), *scope)
        self.entities.setdefault(key, Entity(key, kind, criterion, (), {"criterion": text}))
        return key

    def _restriction(self, found: Restriction) -> None:
        parties = [
            (predicate, self._party(party, _described(predicate)))
            for field, predicate in PARTIES
            for party in getattr(found, field)
        ]
        instrument = self.named[found.instrument] if found.instrument else None
        norm = self._norm(found, parties, instrument)
        claimant = self.named[found.claimant] if found.claimant else None
        status = AssertionStatus(found.assertion)
        for predicate, party in parties:
            self._say(
                norm,
                predicate,
                found.evidence,
                target=party,
                status=status,
                claimant=claimant,
                confidence=found.confidence,
            )
        if instrument:
            self._say(
                instrument,
                Predicate.ESTABLISHES,
                found.evidence,
                target=norm,
                status=status,
                claimant=claimant,
                confidence=found.confidence,
            )
        self._say(
            norm,
            Predicate.LEGAL_STATUS,
            found.evidence,
            value=LegalStatus(found.status).value,
            status=status,
            claimant=claimant,
            valid=_interval(found),
            confidence=found.confidence,
        )

    def _norm(
        self, found: Restriction, parties: Sequence[tuple[Predicate, str]], instrument: str | None
    ) -> str:
        """A norm is its type, modality and parties where these tell it apart, else its sentence."""
        by = {p for p, _ in parties}
        identified = Predicate.RESTRICTED_PARTY in by and (instrument or Predicate.IMPOSED_BY in by)
        content = sorted(f"{p}={party}" for p, party in parties if p in IDENTIFYING)
        where = () if identified else (self.document.sha256, *map(str, found.evidence))
        key = ids.entity(
            EntityKind.RESTRICTION.prefix, found.type, found.modality, *content, *where
        )
        properties: dict[str, Property] = {"type": found.type, "modality": found.modality}
        name = self._norm_name(found, parties)
        self.entities.setdefault(key, Entity(key, EntityKind.RESTRICTION, name, (), properties))
        return key

    def _norm_name(self, found: Restriction, parties: Sequence[tuple[Predicate, str]]) -> str:
        kind = ontology.load().schemes["RestrictionType"].concept(found.type).label
        parts = [f"{kind[0].upper()}{kind[1:]} {found.modality}"]
        for word, predicate in NAME_PARTS:
            names = [self.entities[key].name for p, key in parties if p is predicate]
            parts += [f"{word} {', '.join(names)}"] if names else []
        return " ".join(parts)

    def _relation(self, found: Relation) -> Claim:
        return self._say(
            self.named[found.subject],
            RELATIONS[found.type],
            found.evidence,
            target=self.named[found.object],
            status=AssertionStatus(found.status),
            claimant=self.named[found.claimant] if found.claimant else None,
            confidence=found.confidence,
        )

    def _denial(self, found: Denial, said: Sequence[Claim]) -> None:
        """A denial of claims that were left out has nothing to dispute, and is left out as well."""
        disputes = {said[i].key for i in found.disputes} & self.claims.keys()
        claimant = self.named[found.claimant]
        if not disputes:
            start, end = found.evidence
            quote = self.document.text[start:end]
            self.rejected.append(f"a denial by {claimant} disputes no stored claim ({quote!r})")
            return
        self._say(
            claimant,
            Predicate.DISPUTES,
            found.evidence,
            status=AssertionStatus.DENIED,
            claimant=claimant,
            disputes=tuple(sorted(disputes)),
        )

    def _say(
        self,
        subject: str,
        predicate: Predicate,
        evidence: Span,
        *,
        status: AssertionStatus,
        target: str | None = None,
        value: str | None = None,
        claimant: str | None = None,
        valid: Interval | None = None,
        disputes: tuple[str, ...] = (),
        confidence: float = 1.0,
    ) -> Claim:
        """Add a claim that the ontology allows; said again, it gains the sentence as evidence."""
        claim = Claim(
            subject=subject,
            predicate=predicate,
            status=status,
            document=self.document.id,
            evidence=(self._passage(evidence),),
            object=target,
            value=value,
            claimant=claimant,
            valid=valid or Interval(),
            disputes=disputes,
            confidence=confidence,
        )
        problem = misfit(
            predicate, self.entities[subject].kind, self.entities[target].kind if target else None
        )
        if problem:
            quote = claim.evidence[0].exact
            self.rejected.append(f"{problem}: {subject} {target or value or ''} ({quote!r})")
        else:
            known = self.claims.get(claim.key)
            self.claims[claim.key] = _joined(known, claim) if known else claim
        return claim

    def _passage(self, span: Span) -> Passage:
        start, end = span
        return Passage(self.document.id, start, end, self.document.text[start:end])


INSTRUMENTS = (EntityKind.INSTRUMENT, EntityKind.DESIGNATION_LIST)
IDENTIFYING = (Predicate.IMPOSED_BY, Predicate.BEARER, Predicate.RESTRICTED_PARTY)
NAME_PARTS = (
    ("on", Predicate.RESTRICTED_PARTY),
    ("for", Predicate.BEARER),
    ("by", Predicate.IMPOSED_BY),
)


def reference_entity(known: ReferenceEntity) -> Entity:
    """A reference row as a node of the graph."""
    values: Mapping[str, str | None] = {
        "country": known.country,
        "isoCode": known.iso,
        "instrumentType": known.type if known.kind in INSTRUMENTS else None,
        "wikidata": known.wikidata,
        "citation": known.citation,
        "source": known.source,
    }
    properties: dict[str, Property] = {name: value for name, value in values.items() if value}
    return Entity(known.id, known.kind, known.name, known.aliases, properties | {"reference": True})


def _described(predicate: Predicate) -> EntityKind:
    asset = predicate is Predicate.REGULATED_ASSET
    return EntityKind.ASSET_CLASS if asset else EntityKind.PARTY_CLASS


def _interval(found: Restriction) -> Interval:
    precision = DatePrecision(found.precision) if found.precision else None
    return Interval(found.valid_from, found.valid_to, precision)


def _joined(known: Claim, more: Claim) -> Claim:
    evidence = dict.fromkeys((*known.evidence, *more.evidence))
    fields = {name: getattr(known, name) for name in Claim.__slots__}
    return Claim(**fields | {"evidence": tuple(evidence)})
