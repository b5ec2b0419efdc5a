"""Which entity a name means: a reference entity by alias, else one of its own by its name."""

from collections.abc import Iterable
from functools import cache

from rigour.names import remove_org_types

from kg import ids
from ontology.vocabulary import EntityKind

FIRMS = (EntityKind.COMPANY,)


@cache
def name_key(name: str, kind: EntityKind) -> str:
    """The key under which spellings of one name meet: no case, accents, punctuation, legal form."""
    if kind in FIRMS:
        bare = ids.folded(remove_org_types(name.casefold()))
        return bare or ids.folded(name)
    return ids.folded(name)


class Resolver:
    """Links names to entity ids; the same name of the same kind always gives the same id."""

    def __init__(self, reference: Iterable[tuple[str, EntityKind, Iterable[str]]]) -> None:
        """`reference` holds (id, kind, names); a key that two entities share links none."""
        self._by_key: dict[tuple[EntityKind, str], str | None] = {}
        for entity, kind, names in reference:
            for key in sorted({name_key(name, kind) for name in names}):
                slot = (_family(kind), key)
                taken = self._by_key.setdefault(slot, entity)
                if taken != entity:
                    self._by_key[slot] = None

    def resolve(self, kind: EntityKind, names: Iterable[str]) -> str:
        """The entity that these names of one thing mean, the fullest name first."""
        keys = [name_key(name, kind) for name in names]
        for key in keys:
            known = self._by_key.get((_family(kind), key))
            if known:
                return known
        return ids.entity(kind.prefix, keys[0])


def _family(kind: EntityKind) -> EntityKind:
    """Control lists are named like other instruments, so that both are looked up together."""
    return EntityKind.INSTRUMENT if kind is EntityKind.DESIGNATION_LIST else kind
