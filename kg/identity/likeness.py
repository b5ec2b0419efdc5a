"""How alike two names are, in words: the relation between them and what speaks against it."""

import re
from dataclasses import dataclass
from enum import StrEnum

from kg.identity.alignment import Alignment, How, align
from kg.identity.names import NameForm, Role, Word
from kg.identity.rarity import Rarity


class Relation(StrEnum):
    """How one name stands to another, the nearest first."""

    SAME = "same"
    REORDERED = "reordered"
    RESPELLED = "respelled"
    SHORTENED = "shortened"
    ACRONYM = "acronym"
    OVERLAPPING = "overlapping"
    UNLIKE = "unlike"


# What a slip or another romanisation costs, for the share of the word that differs.
_DOUBT = {
    How.TRANSLATED: 0.02,
    How.JOINED: 0.03,
    How.SOUNDED: 0.03,
    How.INITIALS: 0.1,
    How.SPELLED: 0.1,
    How.UNVOWELLED: 0.2,
    How.RELATED: 0.5,
}


_TELLING = (Role.NUMBER, Role.PLACE)


@dataclass(frozen=True)
class Likeness:
    """`share` is the part of both names' weight that is common, 0 to 1; `alike` is the same
    without the numbers and places that only one of them has."""

    a: NameForm
    b: NameForm
    alignment: Alignment
    relation: Relation
    share: float
    alike: float
    common: float

    @property
    def numbers_differ(self) -> bool:
        """Both have a number that the other has not: Plant 811 and Plant 813."""
        left, right = (_digits(words) for words in self._alone)
        return bool(left and right) and left != right

    @property
    def places_differ(self) -> bool:
        """Both name a place, and neither lies in the other."""
        left, right = ([w.key for w in words if w.role is Role.PLACE] for words in self._alone)
        return bool(left and right) and not any(_within(x, y) for x in left for y in right)

    @property
    def _alone(self) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
        return self.alignment.left, self.alignment.right

    @property
    def shorter(self) -> NameForm:
        """The name that says less."""
        return self.a if len(self.alignment.right) > len(self.alignment.left) else self.b

    @property
    def longer(self) -> NameForm:
        return self.b if self.shorter is self.a else self.a

    @property
    def extra(self) -> tuple[Word, ...]:
        """Words of one name that nothing in the other answers."""
        return (*self.alignment.left, *self.alignment.right)


def compare(a: NameForm, b: NameForm, rarity: Rarity) -> Likeness:
    """Compare two names of organisations."""
    alignment = align(a, b)
    common = 0.0
    for answer in alignment.answers:
        worth = min(rarity.total(answer.left), rarity.total(answer.right))
        common += worth * (1 - _DOUBT.get(answer.how, 0.0))
    extra = rarity.total(alignment.left) + rarity.total(alignment.right)
    relation = _relation(a, b, alignment)
    share = common / (common + extra) if common else 0.0
    telling = (w for w in (*alignment.left, *alignment.right) if w.role in _TELLING)
    alike = common / (common + extra - rarity.total(telling)) if common else 0.0
    if relation is Relation.ACRONYM:
        share = max(share, 0.75)
    return Likeness(a, b, alignment, relation, share, alike, common)


def _relation(a: NameForm, b: NameForm, alignment: Alignment) -> Relation:
    if (a.is_short and a.glued in b.initials) or (b.is_short and b.glued in a.initials):
        return Relation.ACRONYM
    if alignment.is_whole:
        if alignment.doubts:
            return Relation.RESPELLED
        return Relation.SAME if alignment.in_order else Relation.REORDERED
    if a.glued == b.glued:
        return Relation.SAME
    if not alignment.answers:
        return Relation.UNLIKE
    one_sided = not alignment.left or not alignment.right
    return Relation.SHORTENED if one_sided else Relation.OVERLAPPING


def _digits(words: tuple[Word, ...]) -> set[str]:
    keys = (word.key if word.role is Role.NUMBER else word.text for word in words)
    return {digits for key in keys if (digits := re.sub(r"\D", "", key))}


def _within(a: str, b: str) -> bool:
    """Whether of two places ("cn", "cn-js", "cn-js:suzhou") one holds the other."""
    return a.startswith(b) or b.startswith(a)
