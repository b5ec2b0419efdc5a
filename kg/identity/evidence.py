"""All that is known for and against two records being one entity."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from kg import ids
from kg.identity.alignment import How
from kg.identity.likeness import Likeness, Relation
from kg.identity.names import NameForm, Role, Word, parse
from kg.identity.rarity import Rarity
from kg.identity.records import Identifier, Record
from ontology.vocabulary import EntityKind

ORGANISATIONS = (EntityKind.COMPANY, EntityKind.AGENCY)
# Registers that give one number to one entity for good; others may give several.
SINGLE = frozenset({"lei", "wikidata"})
# Several entities of a group may share these.
WEAK = frozenset({"ticker"})
# What a short name leaves out; any other word ("cloud", "bank", "holding") makes another firm.
_MILD = frozenset(
    {
        *("TECH", "INDUSTRY", "SYSTEM", "ELECTRONIC", "ENG", "MANUFACTURING", "EQUIPMENT"),
        *("COMMS", "INFORMATION", "SOLUTION", "SERVICE", "MACHINE", "DIGITAL", "PRODUCT"),
        *("INTEL", "INNOVATION", "ENTERPRISE", "SOFTWARE", "DEV", "DESIGN", "MEDICAL"),
        *("ai", "artificial", "computer", "computers", "computing", "semiconductor"),
        *("semiconductors", "microelectronics", "memory", "wireless", "precision"),
        *("integrated", "circuit", "circuits", "optical", "optics", "photonics", "automation"),
        *("instruments", "materials", "intelligent", "smart", "network", "electric"),
    }
)
_GROUP = "GRP"


class Accord(StrEnum):
    """How one feature of two records compares."""

    AGREE = "agree"
    DIFFER = "differ"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Evidence:
    """`likenesses` compares every name of `a` with every one of `b`, the nearest first; `main`
    is that of the main names."""

    a: Record
    b: Record
    likenesses: tuple[Likeness, ...]
    main: Likeness
    rarity: Rarity

    @property
    def best(self) -> Likeness:
        return self.likenesses[0]

    @cached_property
    def countries(self) -> Accord:
        """Hong Kong and Macau neither agree with China nor speak against it."""
        accord = _accord(self.a.countries, self.b.countries)
        if accord is not Accord.DIFFER:
            return accord
        return _accord(_wider(self.a.countries), _wider(self.b.countries), Accord.UNKNOWN)

    @cached_property
    def shared(self) -> tuple[Identifier, ...]:
        """Identifiers in common that only one entity can have."""
        common = self.a.identifiers & self.b.identifiers
        return tuple(sorted((i for i in common if _is_strong(i)), key=str))

    @cached_property
    def conflicting(self) -> tuple[str, ...]:
        """Registers in which the two stand under different numbers."""
        schemes = {i.scheme for i in self.a.identifiers} & {i.scheme for i in self.b.identifiers}
        agreed = {i.scheme for i in self.a.identifiers & self.b.identifiers}
        return tuple(sorted(schemes - agreed - WEAK))

    @property
    def related(self) -> bool:
        """One is the parent of the other."""
        return self.a.id in self.b.parents or self.b.id in self.a.parents

    @property
    def parents(self) -> Accord:
        return _accord(self.a.parents, self.b.parents)

    @cached_property
    def same_address(self) -> bool:
        folded = [{ids.folded(each) for each in r.addresses} for r in (self.a, self.b)]
        return bool(folded[0] & folded[1])

    @property
    def kinds_agree(self) -> bool:
        return self.a.kind is self.b.kind

    @cached_property
    def equal_names(self) -> int:
        """How many names the two have in common, whatever their spelling."""
        whole = (Relation.SAME, Relation.REORDERED)
        return len({each.a.key for each in self.likenesses if each.relation in whole})

    @property
    def brand_only(self) -> bool:
        """They share no more than a bare alias, and their main names are two firms' full ones.

        A group and its listed subsidiary do: "CNOOC" is also called CNOOC Limited.
        """
        best = self.best
        bare = not (_has_form(best.a) and _has_form(best.b))
        full = _has_form(self.main.a) and _has_form(self.main.b)
        return bare and full and self.equal_names < 2 and not self._mains_agree

    @property
    def forms_agree(self) -> bool:
        """Whether both best names are full ones, or both main ones without a legal form."""
        forms = [_has_form(self.best.a), _has_form(self.best.b)]
        return all(forms) or (not any(forms) and self.best is self.main)

    @property
    def _mains_agree(self) -> bool:
        return (
            self.main.relation in (Relation.SAME, Relation.REORDERED, Relation.RESPELLED)
            or self.main.relation is Relation.ACRONYM
        )

    @property
    def acronym_is_taken(self) -> bool:
        """The acronym stands for another name of its own entity."""
        for short, whole in ((self.best.a, self.a), (self.best.b, self.b)):
            if short.is_short and any(short.glued in parse(name).initials for name in whole.names):
                return True
        return False

    @cached_property
    def distinctive(self) -> bool:
        """Whether the best names say enough to tell one entity from all others."""
        return tells(self.best.a.content, self.rarity) and tells(self.best.b.content, self.rarity)

    @cached_property
    def has_own_word(self) -> bool:
        """Whether the best names have a word of their own in common, letter for letter."""
        return any(
            answer.how is How.EQUAL
            and any(w.role is Role.PLAIN and self.rarity.weight(w) > 0.3 for w in answer.left)
            for answer in self.best.alignment.answers
        )

    @cached_property
    def slight(self) -> bool:
        """Whether the best names are spelled alike enough to be one without other evidence."""
        hows = {answer.how for answer in self.best.alignment.doubts}
        if hows <= {How.JOINED, How.SOUNDED}:
            return len(self.best.a.glued) > 5
        if hows <= {How.JOINED, How.SOUNDED, How.INITIALS}:
            return self.has_own_word
        if not hows <= {How.JOINED, How.SOUNDED, How.SPELLED}:
            return False
        slips = [a for a in self.best.alignment.doubts if a.how is How.SPELLED]
        shortest = min(min(len(a.left[0].text), len(a.right[0].text)) for a in slips)
        return shortest > 8 and (self.has_own_word or self.countries is Accord.AGREE)

    @cached_property
    def core_is_theirs(self) -> bool:
        """Words of their own that both have, and no other entity that the matcher knows."""
        answers = [a for a in self.best.alignment.answers if a.how is How.EQUAL]
        words = [w for a in answers for w in a.left if w.role is Role.PLAIN and len(w.text) > 2]
        return self.are_theirs(words)

    def are_theirs(self, words: Iterable[Word]) -> bool:
        return 1 <= self.rarity.owners(words) <= 2

    @cached_property
    def extra_is_mild(self) -> bool:
        """Whether all that one name says more is what short names leave out.

        A short name with a legal form of its own is a firm's full name, which leaves out less.
        """
        full = _has_form(self.best.shorter)
        return all(self._mild(word, full=full) for word in self.best.extra)

    def _mild(self, word: Word, *, full: bool) -> bool:
        if word.role is Role.PLACE:
            if full or word is not self.best.longer.content[0]:
                return False
            country = word.key.partition("-")[0].partition(":")[0]
            return country in self.a.countries & self.b.countries
        return _is_mild(word) or (word.key == _GROUP and not full)


def _is_mild(word: Word) -> bool:
    return (word.key if word.role is Role.SENSE else word.text) in _MILD


def _is_strong(identifier: Identifier) -> bool:
    if identifier.scheme in SINGLE:
        return True
    digits = sum(character.isdigit() for character in identifier.value)
    return identifier.scheme not in WEAK and digits > 4


def _has_form(name: NameForm) -> bool:
    return any(word.role is Role.LEGAL for word in name.words)


def tells(words: tuple[Word, ...], rarity: Rarity) -> bool:
    """Whether words name something of their own, not just a sort of thing ("Defence Ministry")."""
    if any(w.role is Role.PLAIN and rarity.weight(w) > 0.3 and len(w.text) > 1 for w in words):
        return True
    roles = [word.role for word in words]
    return len(words) > 2 and (Role.PLACE in roles or roles.count(Role.SENSE) > 2)


def _accord(a: frozenset[str], b: frozenset[str], shared: Accord = Accord.AGREE) -> Accord:
    if not a or not b:
        return Accord.UNKNOWN
    return shared if a & b else Accord.DIFFER


def _wider(countries: frozenset[str]) -> frozenset[str]:
    return frozenset("cn" if country in ("hk", "mo") else country for country in countries)
