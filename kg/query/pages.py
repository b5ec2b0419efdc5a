"""A connection as Cypher: the page of a sorted list, its facts, and its total if asked for."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from kg.query import cursors, shaping
from kg.query.fragments import Names, bound, order_by
from kg.query.patterns import PAST, Connection, Part, TextSearch, Value
from kg.query.projections import Projection
from kg.query.selection import Field, Object
from kg.query.shaping import Shape, Slots

type Project = Callable[[Object, str, Mapping[str, str]], Projection]

SEARCH_LIMIT = 1000  # hits of a full-text search that a connection pages through


class Page:
    """One connection field on its way into a statement."""

    def __init__(
        self,
        field: Field,
        connection: Connection,
        it: str,
        environment: Mapping[str, str],
        names: Names,
        search: TextSearch | None,
    ) -> None:
        self.field = field
        self.connection = connection
        self.it = it
        self.environment = environment
        self.names = names
        self.first: int = field.arguments["first"]
        self.new = names.variable()
        known = {"it": it, "new": self.new} if it else {"new": self.new}
        self.fill = names.scope(**known)
        self.order = connection.order
        self.nodes: dict[str, Shape] = {}
        self.match = self._match(search)
        self.keys = [(names.variable("k"), key) for key in self.order]
        self.after = self._after()

    @property
    def shape(self) -> Shape:
        """What shows the connection, from its `total` and its `rows`."""
        first, paged = self.first, bool(self.after)
        fields = self._shapes()

        def show(found: Mapping[str, Any]) -> dict[str, Any]:
            rows = found.get("rows") or []
            page = {
                Part.TOTAL.name: found.get("total"),
                Part.EDGES.name: rows[:first],
                Part.PAGE_INFO.name: shaping.page_facts(rows, first, paged=paged),
            }
            return shaping.filled(page, fields)

        return show

    def compiled(self, project: Project) -> tuple[tuple[str, ...], str]:
        """The lines, and the map of what they found."""
        wanted = {field.pattern for field in self._fields(self.field)}
        total = Part.TOTAL in wanted
        rows = bool(wanted & {Part.EDGES, Part.PAGE_INFO})
        if total and rows and self.connection.one_scan:
            return self._gathered(project)
        lines: tuple[str, ...] = ()
        found = []
        if total:
            count = self.names.variable("t")
            lines += (f"CALL ({self.it}) {{", f"  {self.match}")
            lines += (f"  RETURN count({self._distinct}{self.new}) AS {count}", "}")
            found.append(f"total: {count}")
        if rows:
            page = self.names.variable("r")
            lines += (f"CALL ({self.it}) {{", *self._paged(project, page), "}")
            found.append(f"rows: {page}")
        return lines, "{" + ", ".join(found) + "}"

    def _gathered(self, project: Project) -> tuple[tuple[str, ...], str]:
        """Count and page from one scan: gather the sorted matches, then slice."""
        gathered, total, shown, page = (self.names.variable(stem) for stem in "ltpr")
        limit = self.names.parameter("limit", self.first + 1)
        before, start, end = "", "0", f"${limit}"
        if self.after:
            # A list comprehension would turn Grafeo's edges into maps: count those before.
            start = self.names.variable("s")
            before = f", count(CASE WHEN {self._passed()} THEN null ELSE 1 END) AS {start}"
            end = f"{start} + ${limit}"
        lines = (
            self.match,
            f"WITH {self._carried()} {order_by(self.keys)}",
            f"WITH collect({self.new}) AS {gathered}{before}",
            f"WITH size({gathered}) AS {total}, {gathered}[{start}..{end}] AS {shown}",
            f"CALL ({shown}) {{",
            f"  UNWIND {shown} AS {self.new}",
            f"  WITH {self._carried()}",
            *(f"  {line}" for line in self._rows(project, page)),
            "}",
        )
        return lines, f"{{total: {total}, rows: {page}}}"

    def _paged(self, project: Project, page: str) -> tuple[str, ...]:
        limit = self.names.parameter("limit", self.first + 1)
        match = self._narrowed(self.match, [f"({self._passed()})"] if self.after else [])
        return (
            f"  {match}",
            f"  WITH {self._distinct}{self._carried()} {order_by(self.keys)} LIMIT ${limit}",
            *(f"  {line}" for line in self._rows(project, page)),
        )

    def _rows(self, project: Project, page: str) -> tuple[str, ...]:
        """Project the sorted rows of a page; blocks may lose their order, so they sort again."""
        names = [name for name, _ in self.keys]
        entries = [f"`{shaping.KEYS}`: [{', '.join(names)}]"]
        lines: tuple[str, ...] = ()
        values: tuple[str, ...] = ()
        for i, node in enumerate(self._nodes()):
            inner = project(node, self.new, self.environment)
            self.nodes[f"node{i}"] = inner.shape
            entries.append(f"`node{i}`: {inner.map}")
            lines += inner.lines
            values += inner.carried
        again = f"WITH {', '.join([self.new, *names, *values])} {order_by(self.keys)}"
        return (*lines, again, f"RETURN collect({{{', '.join(entries)}}}) AS {page}")

    def _match(self, search: TextSearch | None) -> str:
        arguments = self.field.arguments
        match = self.connection.match
        clause = ""
        for variant in self.connection.variants:
            if arguments.get(variant.argument) is not None:
                match, self.order = variant.match, variant.order
                if variant.text_search:
                    clause = f"{self._found(search, arguments[variant.argument])} "
                break
        conditions = []
        for one in self.connection.filters:
            value = one.value({**arguments, PAST: self.names.past})
            if value is not None and (condition := self.fill(one.clause)) != "true":
                own = {one.name: self.names.parameter(one.name, value)}
                conditions.append(bound(condition, {**self.environment, **own}))
        filled = bound(self.fill(match), self.environment)
        self.narrowed = " WHERE " in filled
        return clause + self._narrowed(filled, conditions)

    def _narrowed(self, match: str, conditions: Sequence[str]) -> str:
        """Add conditions to a match, which may have some already."""
        if not conditions:
            return match
        joint = "AND" if self.narrowed else "WHERE"
        self.narrowed = True
        return f"{match} {joint} {' AND '.join(conditions)}"

    def _found(self, search: TextSearch | None, text: str) -> str:
        """The store's clause, which fixes the names of its two parameters."""
        if search is None:
            raise TypeError("this compilation was given no text search")
        self.names.parameter("query", search.query(text))
        self.names.parameter("limit", SEARCH_LIMIT)
        return search.clause

    def _after(self) -> tuple[str, ...]:
        """The parameters that hold the cursor's keys."""
        cursor = self.field.arguments.get("after")
        if cursor is None:
            return ()
        keys = cursors.decode(cursor, len(self.order))
        return tuple(self.names.parameter("after", key) for key in keys)

    def _passed(self) -> str:
        """The condition that a row comes after the cursor, key by key."""
        clauses, equal = [], ""
        for key, parameter in zip(self.order, self.after, strict=True):
            expression = self.fill(key.expression)
            sign = "<" if key.descending else ">"
            clauses.append(f"{equal}{expression} {sign} ${parameter}")
            equal += f"{expression} = ${parameter} AND "
        return " OR ".join(clauses)

    @property
    def _distinct(self) -> str:
        return "DISTINCT " if self.connection.distinct else ""

    def _carried(self) -> str:
        keys = (f"{self.fill(key.expression)} AS {name}" for name, key in self.keys)
        return ", ".join([self.new, *keys])

    def _fields(self, field: Field) -> tuple[Field, ...]:
        return field.object.groups[0].fields if field.object and field.object.groups else ()

    def _nodes(self) -> list[Object]:
        """The distinct objects wanted of a row: edges may be asked for under several keys."""
        found: list[Object] = []
        for edges in self._fields(self.field):
            for field in self._fields(edges) if edges.pattern is Part.EDGES else ():
                if field.pattern is Part.NODE and field.object and field.object not in found:
                    found.append(field.object)
        return found

    def _shapes(self) -> Slots:
        return tuple(self._shown(field) for field in self._fields(self.field))

    def _shown(self, field: Field) -> tuple[str, str, Shape | None]:
        match field.pattern:
            case Value(expression):
                return field.key, Part.EDGES.name, shaping.constant(expression.strip("'"))
            case Part.EDGES:
                row = shaping.concrete(tuple(map(self._of_row, self._fields(field))))
                return field.key, Part.EDGES.name, shaping.many(row)
            case Part.PAGE_INFO:
                facts = tuple(map(self._fact, self._fields(field)))
                return field.key, Part.PAGE_INFO.name, shaping.concrete(facts)
            case _:
                return field.key, Part.TOTAL.name, None

    def _of_row(self, field: Field) -> tuple[str, str, Shape | None]:
        if isinstance(field.pattern, Value):
            return field.key, shaping.KEYS, shaping.constant(field.pattern.expression.strip("'"))
        if field.pattern is Part.CURSOR:
            return field.key, shaping.KEYS, cursors.encode
        slot = f"node{self._nodes().index(field.object)}" if field.object else ""
        return field.key, slot, self.nodes[slot]

    def _fact(self, field: Field) -> tuple[str, str, Shape | None]:
        if isinstance(field.pattern, Value):
            name, literal = Part.HAS_NEXT.name, field.pattern.expression.strip("'")
            return field.key, name, shaping.constant(literal)
        if not isinstance(field.pattern, Part):
            raise TypeError(f"{field.key} is no fact about a page")
        return field.key, field.pattern.name, None
