"""From one wanted root field to one Cypher statement and the shape of its answer.

Every list and nested object becomes a `CALL (it) { … }` that sorts, limits, then projects, and
returns one value: the statement returns one record, in which the whole answer is nested.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kg.query import shaping
from kg.query.fragments import Names, bound, order_by
from kg.query.pages import Page
from kg.query.patterns import Connection, Count, End, Hop, Single, TextSearch, Value
from kg.query.projections import Block, Projection
from kg.query.selection import Field, Object
from kg.query.shaping import Shape

ANSWER = "answer"
KNOWN_AT = "knownAt"


@dataclass(frozen=True, slots=True)
class Compiled:
    """A statement, its parameters, and what makes the answer of its one record's `answer`."""

    text: str
    parameters: Mapping[str, Any]
    shape: Shape


def compile_field(
    field: Field, defaults: Mapping[str, Any], *, search: TextSearch | None = None
) -> Compiled:
    """Compile a root field; `defaults` are the values that the whole question carries."""
    past = field.arguments.get(KNOWN_AT) is not None
    compiler = _Compiler(search, past=past)
    environment = {name: compiler.names.parameter(name, value) for name, value in defaults.items()}
    block = compiler.block(field, "", compiler.environment(field, environment))
    lines = [*block.lines, f"RETURN {block.value} AS {ANSWER}"]
    text = "\n".join(lines)
    used = {name: value for name, value in compiler.names.parameters.items() if f"${name}" in text}
    return Compiled(text, used, block.shape or _same)


def _same(value: Any) -> Any:
    return value


class _Compiler:
    """The state of one compilation: the names handed out so far."""

    def __init__(self, search: TextSearch | None, *, past: bool) -> None:
        self.names = Names(past=past)
        self.search = search

    def environment(self, field: Field, outer: Mapping[str, str]) -> Mapping[str, str]:
        """The carried values, with those that the field's own arguments replace."""
        own = {
            name: self.names.parameter(name, field.arguments[name])
            for name in outer
            if field.arguments.get(name) is not None
        }
        return {**outer, **own} if own else outer

    def block(self, field: Field, it: str, environment: Mapping[str, str]) -> Block:
        match field.pattern:
            case Hop():
                return self._hop(field, field.pattern, it, environment)
            case End():
                return self._end(field, field.pattern, it, environment)
            case Connection():
                return self._connection(field, field.pattern, it, environment)
            case Count():
                return self._count(field, field.pattern, it, environment)
            case Single():
                return self._single(field, field.pattern, environment)
            case _:
                raise TypeError(f"{field.key} has a pattern that needs no block: {field.pattern}")

    def projection(self, wanted: Object, it: str, environment: Mapping[str, str]) -> Projection:
        """The map of one object: a slot per distinct field, shared by the kinds that want it."""
        entries: list[str] = []
        blocks: list[Block] = []
        taken: list[tuple[Field, str, Shape | None]] = []
        by_kind: dict[str, list[tuple[str, str, Shape | None]]] = {}
        if wanted.abstract:
            entries.append(f"`{shaping.KIND}`: {it}.kind")
        for group in wanted.groups:
            slots = []
            for field in group.fields:
                slot, shape = self._slot(field, it, environment, taken, entries, blocks)
                slots.append((field.key, slot, shape))
            for kind in group.kinds:
                by_kind[kind] = slots
        shape = (
            shaping.abstract({kind: tuple(slots) for kind, slots in by_kind.items()})
            if wanted.abstract
            else shaping.concrete(tuple(next(iter(by_kind.values()), ())))
        )
        return Projection(tuple(blocks), "{" + ", ".join(entries) + "}", shape)

    def _slot(
        self,
        field: Field,
        it: str,
        environment: Mapping[str, str],
        taken: list[tuple[Field, str, Shape | None]],
        entries: list[str],
        blocks: list[Block],
    ) -> tuple[str, Shape | None]:
        for other, slot, shape in taken:
            if _reads_the_same(other, field):
                return slot, shape
        slot = _free(field.key, {name for _, name, _ in taken})
        inner = self.environment(field, environment)
        if isinstance(field.pattern, Value):
            value = bound(self.names.scope(it=it)(field.pattern.expression), inner)
            shape = shaping.leaf(field.convert) if field.convert else None
        else:
            block = self.block(field, it, inner)
            blocks.append(block)
            value, shape = block.value, block.shape
        entries.append(f"`{slot}`: {value}")
        taken.append((field, slot, shape))
        return slot, shape

    def _hop(self, field: Field, hop: Hop, it: str, environment: Mapping[str, str]) -> Block:
        new, value = self.names.variable(), self.names.variable("v")
        fill = self.names.scope(it=it, new=new)
        match = bound(fill(hop.match), environment)
        keys = [(self.names.variable("k"), key) for key in hop.order]
        first = "DISTINCT " if hop.distinct else ""
        carried = ", ".join([new, *(f"{fill(key.expression)} AS {name}" for name, key in keys)])
        order = order_by(keys)
        inner = self.projection(_object(field), new, environment)
        again: tuple[str, ...] = ()
        if hop.many and inner.blocks:
            again = (f"  WITH {', '.join([new, *(n for n, _ in keys), *inner.carried])} {order}",)
        found = f"collect({inner.map})"
        return Block(
            (
                f"CALL ({it}) {{",
                f"  {match}",
                f"  WITH {first}{carried} {order}" + ("" if hop.many else " LIMIT 1"),
                *(f"  {line}" for line in inner.lines),
                *again,
                f"  RETURN {found if hop.many else f'head({found})'} AS {value}",
                "}",
            ),
            value,
            shaping.many(inner.shape) if hop.many else inner.shape,
            (value,),
        )

    def _end(self, field: Field, end: End, it: str, environment: Mapping[str, str]) -> Block:
        new = self.names.variable()
        clause = self.names.scope(it=it, new=new)(end.clause)
        inner = self.projection(_object(field), new, environment)
        lines = (clause, *inner.lines)
        return Block(lines, inner.map, inner.shape, (new, *inner.carried))

    def _single(self, field: Field, single: Single, environment: Mapping[str, str]) -> Block:
        if single.match is None:
            inner = self.projection(_object(field), "", environment)
            return Block(inner.lines, inner.map, inner.shape)
        new = self.names.variable()
        inner = self.projection(_object(field), new, environment)
        own = {name: self.names.parameter(name, value) for name, value in field.arguments.items()}
        match = bound(self.names.scope(new=new)(single.match), {**environment, **own})
        return Block((match, f"WITH {new} LIMIT 1", *inner.lines), inner.map, inner.shape)

    def _count(self, field: Field, count: Count, it: str, environment: Mapping[str, str]) -> Block:
        new, value = self.names.variable(), self.names.variable("v")
        match = bound(self.names.scope(new=new, it=it)(count.match), environment)
        call = f"CALL ({it}) {{"
        if count.by is None:
            lines = (call, f"  {match}", f"  RETURN count({new}) AS {value}", "}")
            return Block(lines, value, None, (value,))
        name = bound(self.names.scope(new=new)(count.by), environment)
        item = self.names.variable()
        inner = self.projection(_object(field), item, environment)
        return Block(
            (
                call,
                f"  {match}",
                f"  WITH {name} AS name, {new}",
                f"  WITH name, count({new}) AS found ORDER BY name",
                f"  WITH {{name: name, count: found}} AS {item}",
                f"  RETURN collect({inner.map}) AS {value}",
                "}",
            ),
            value,
            shaping.many(inner.shape),
            (value,),
        )

    def _connection(
        self, field: Field, connection: Connection, it: str, environment: Mapping[str, str]
    ) -> Block:
        value = self.names.variable("v")
        page = Page(field, connection, it, environment, self.names, self.search)
        lines, found = page.compiled(self.projection)
        if not it:
            return Block(lines, found, page.shape)
        indented = (f"  {line}" for line in lines)
        called = (f"CALL ({it}) {{", *indented, f"  RETURN {found} AS {value}", "}")
        return Block(called, value, page.shape, (value,))


def _object(field: Field) -> Object:
    if field.object is None:
        raise TypeError(f"{field.key} is an object, and nothing of it is wanted")
    return field.object


def _reads_the_same(one: Field, other: Field) -> bool:
    return (
        one.pattern == other.pattern
        and one.arguments == other.arguments
        and one.object == other.object
        and one.convert == other.convert
    )


def _free(name: str, taken: set[str]) -> str:
    """A slot for a key: two kinds may use one key for different things."""
    unique, count = name, 1
    while unique in taken:
        count += 1
        unique = f"{name}_{count}"
    return unique
