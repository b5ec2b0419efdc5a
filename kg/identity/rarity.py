"""How much a word tells: one that many names share says little, a rare one nearly all."""

import math
from collections.abc import Iterable, Sequence

from kg.identity.names import NameForm, Role, Word

# A word of its own in a small collection is as rare as it would be in one of this size.
LEAST = 5_000
_BASE = {
    Role.PLAIN: 1.0,
    Role.NUMBER: 0.7,
    Role.PLACE: 0.5,
    Role.SENSE: 0.4,
    Role.LEGAL: 0.1,
    Role.STOP: 0.05,
}


class Rarity:
    """Weights of words from 0 to 1, from the names of a collection of entities."""

    def __init__(self, entities: Iterable[Sequence[NameForm]] = ()) -> None:
        groups = _by_name(list(entities))
        self._owners: dict[str, list[int]] = {}
        for number, keys in enumerate(groups):
            for key in keys:
                self._owners.setdefault(key, []).append(number)
        self._scale = math.log(max(len(groups), LEAST))
        self._weights: dict[Word, float] = {}

    def owners(self, words: Iterable[Word]) -> int:
        """The number of entities with all these words; those with a name in common count once."""
        lists = sorted((self._owners.get(word.key, []) for word in words), key=len)
        if not lists:
            return 0
        return len(set(lists[0]).intersection(*lists[1:]))

    def weight(self, word: Word) -> float:
        known = self._weights.get(word)
        if known is None:
            owners = len(self._owners.get(word.key, ()))
            share = math.log(max(owners, 1)) / self._scale
            known = self._weights[word] = _BASE[word.role] * max(1.0 - share, 0.05)
        return known

    def total(self, words: Iterable[Word]) -> float:
        return sum(map(self.weight, words))


def _by_name(entities: list[Sequence[NameForm]]) -> list[set[str]]:
    """The words of all entities, those taken together that have a name in common."""
    first: dict[str, int] = {}
    group = list(range(len(entities)))
    for index, forms in enumerate(entities):
        for form in forms:
            other = _root(group, first.setdefault(form.key, index))
            mine = _root(group, index)
            group[max(mine, other)] = min(mine, other)
    words: dict[int, set[str]] = {}
    for index, forms in enumerate(entities):
        found = words.setdefault(_root(group, index), set())
        found.update(word.key for form in forms for word in form.words)
    return list(words.values())


def _root(group: list[int], index: int) -> int:
    while group[index] != index:
        group[index] = group[group[index]]
        index = group[index]
    return index
