"""The statements that can be premises, found by predicate and subject or predicate and target."""

from collections.abc import Iterator, Mapping
from itertools import chain

from kg.inference.values import Statement
from ontology.vocabulary import Predicate

type Group = tuple[Statement, ...]

NO_GROUPS: Mapping[str, Group] = {}
NO_SUBJECTS: Mapping[str, None] = {}


class Relation:
    """The statements of one predicate; those of one triple are a group."""

    __slots__ = ("_groups", "_subjects")

    def __init__(self) -> None:
        self._groups: dict[str, dict[str, Group]] = {}
        # Dictionaries, since they keep their order: the same changes give the same work.
        self._subjects: dict[str, dict[str, None]] = {}

    def __bool__(self) -> bool:
        return bool(self._groups)

    def group(self, subject: str, target: str) -> Group:
        groups = self._groups.get(subject)
        return groups.get(target, ()) if groups else ()

    def of(self, subject: str) -> Mapping[str, Group]:
        """Target -> group, of one subject."""
        return self._groups.get(subject, NO_GROUPS)

    def to(self, target: str) -> Mapping[str, None]:
        """The subjects that are related to a target."""
        return self._subjects.get(target, NO_SUBJECTS)

    def subjects(self) -> Iterator[str]:
        return iter(self._groups)

    def __iter__(self) -> Iterator[Statement]:
        return (one for groups in self._groups.values() for g in groups.values() for one in g)

    def add(self, statement: Statement) -> None:
        subject, target = statement.subject, statement.target
        groups = self._groups.get(subject)
        if groups is None:
            groups = self._groups[subject] = {}
        group = groups.get(target)
        if group:
            groups[target] = (*group, statement)
            return
        groups[target] = (statement,)
        subjects = self._subjects.get(target)
        if subjects is None:
            self._subjects[target] = {subject: None}
        else:
            subjects[subject] = None

    def remove(self, statement: Statement) -> None:
        """Take a statement out that is in."""
        subject, target = statement.subject, statement.target
        groups = self._groups[subject]
        group = tuple([one for one in groups[target] if one is not statement])
        if group:
            groups[target] = group
            return
        _drop(self._groups, subject, target)
        _drop(self._subjects, target, subject)


def _drop(outer: dict[str, dict[str, Group]] | dict[str, dict[str, None]], a: str, b: str) -> None:
    inner = outer[a]
    del inner[b]
    if not inner:
        del outer[a]


class Index:
    """All statements in use, by predicate."""

    __slots__ = ("_relations",)

    def __init__(self) -> None:
        self._relations = {predicate: Relation() for predicate in Predicate}

    def __getitem__(self, predicate: Predicate) -> Relation:
        return self._relations[predicate]

    def __contains__(self, statement: Statement) -> bool:
        return any(one is statement for one in self.group(statement))

    def __iter__(self) -> Iterator[Statement]:
        return chain.from_iterable(self._relations.values())

    def group(self, statement: Statement) -> Group:
        """The statements of the same triple."""
        return self[statement.predicate].group(statement.subject, statement.target)

    def add(self, statement: Statement) -> None:
        self._relations[statement.predicate].add(statement)

    def remove(self, statement: Statement) -> None:
        self._relations[statement.predicate].remove(statement)
