"""What the matcher compares: an entity's names and what else is known of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from rigour.ids import get_identifier_format

from kg.claims import Entity
from ontology.reference import ReferenceEntity
from ontology.vocabulary import EntityKind


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number that a register gave: `scheme` is "lei", "wikidata", "ticker" or a register's."""

    scheme: str
    value: str

    @classmethod
    def of(cls, scheme: str, value: str) -> "Identifier":
        """In its usual writing; a number that the scheme's checksum refuses is kept as it is."""
        known = get_identifier_format(scheme)
        usual = known.normalize(value) if known else None
        plain = "".join(c for c in value.casefold() if c.isalnum())
        return cls(scheme, usual.casefold() if usual else plain)


@dataclass(frozen=True, slots=True)
class Record:
    """`names` holds the main one first, `countries` ISO 3166 codes in small letters, `parents`
    entity ids; `reference` entities give their id to what is merged with them."""

    id: str
    kind: EntityKind
    names: tuple[str, ...]
    countries: frozenset[str] = frozenset()
    identifiers: frozenset[Identifier] = frozenset()
    parents: frozenset[str] = frozenset()
    addresses: frozenset[str] = frozenset()
    reference: bool = False

    @classmethod
    def of_entity(
        cls, entity: Entity, *, countries: Iterable[str] = (), parents: Iterable[str] = ()
    ) -> "Record":
        """An entity of the graph, with where it is and whose it is by its claims."""
        properties = entity.properties
        places = {str(properties["country"]), *countries} if "country" in properties else countries
        return cls(
            entity.id,
            entity.kind,
            (entity.name, *entity.aliases),
            frozenset(place.casefold() for place in places),
            frozenset(
                Identifier.of(scheme, str(properties[scheme]))
                for scheme in ("lei", "wikidata", "ticker")
                if properties.get(scheme)
            ),
            frozenset(parents),
            reference=properties.get("reference") is True,
        )

    @classmethod
    def of_reference(cls, entity: ReferenceEntity) -> "Record":
        return cls(
            entity.id,
            entity.kind,
            tuple(name for name in entity.names if name not in entity.careful) or (entity.name,),
            frozenset({entity.country.casefold()} if entity.country else ()),
            frozenset({Identifier.of("wikidata", entity.wikidata)} if entity.wikidata else ()),
            frozenset({entity.parent} if entity.parent else ()),
            reference=True,
        )
