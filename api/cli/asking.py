"""Commands that ask: `kg query` runs any GraphQL, `kg ask` the questions that come up most."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.options import StoreUrl, opened, settings
from kg.clock import stamp
from kg.errors import InvalidInputError

if TYPE_CHECKING:
    from kg.store import Store

ANSWER_HAS_ERRORS = 1

FACING = """
query Facing($type: RestrictionType, $asOf: Date, $knownAt: DateTime, $statuses: [LegalStatus!],
             $after: String) {
  facing(type: $type, asOf: $asOf, knownAt: $knownAt, statuses: $statuses, first: 200,
         after: $after) {
    totalCount
    pageInfo { endCursor hasNextPage }
    edges { node {
      party { __typename ... on Entity { id name } }
      role status validFrom assertion
      restriction { id type modality imposedBy { ... on Entity { id name } } }
      evidence { quote start end document { id title url published } }
    } }
  }
}
"""

CHANGES = """
query Changes($since: DateTime!, $type: RestrictionType, $parties: [ID!], $after: String) {
  changes(since: $since) {
    %s(type: $type, parties: $parties, first: 200, after: $after) {
      pageInfo { endCursor hasNextPage }
      edges { node {
        party { __typename ... on Entity { id name } }
        role status before { status }
        restriction { id type modality }
        evidence { quote document { title url } }
      } }
    }
  }
}
"""

ask = typer.Typer(no_args_is_help=True, help="Ask one of the usual questions.")


def register(app: typer.Typer) -> None:
    app.command()(query)
    app.command()(changes)
    app.add_typer(ask, name="ask")


def answer(store: "Store", text: str, variables: dict[str, Any] | None = None) -> dict[str, Any]:
    """The data of a GraphQL query that must not fail; a failure is the user's to see."""
    response = _response(store, text, variables or {})
    if "errors" in response:
        raise InvalidInputError("; ".join(error["message"] for error in response["errors"]))
    data: dict[str, Any] = response["data"]
    return data


def query(
    file: Annotated[str, typer.Argument(metavar="FILE.graphql|-", show_default=False)],
    store: StoreUrl = None,
    variables: Annotated[str, typer.Option(help="The query's variables, as JSON.")] = "{}",
) -> None:
    """Run a GraphQL query and print the answer as JSON; exit status 1 if it holds errors.

    Example: `echo '{ stats { claims } }' | kg query -`
    """
    import orjson

    text = _text(file)
    try:
        given = orjson.loads(variables)
    except orjson.JSONDecodeError as error:
        raise InvalidInputError(f"--variables is not JSON: {error}") from error
    with opened(store) as graph:
        response = _response(graph, text, given)
    sys.stdout.buffer.write(orjson.dumps(response, option=orjson.OPT_INDENT_2) + b"\n")
    sys.stdout.buffer.flush()
    if "errors" in response:
        raise typer.Exit(ANSWER_HAS_ERRORS)


@ask.command()
def facing(
    kind: Annotated[
        str,
        typer.Option("--type", help="A restriction type or group, such as cloud_access, export."),
    ],
    store: StoreUrl = None,
    as_of: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="The day in question; default: today (UTC)."),
    ] = None,
    known_at: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S"],
            help="Answer from what the graph knew at that moment (UTC); default: now.",
        ),
    ] = None,
    include_proposed: Annotated[
        bool,
        typer.Option(
            "--include-proposed/--in-force-only", help="Also rules that are not in force (yet)."
        ),
    ] = True,
) -> None:
    """Which entities face restrictions of a type, who imposes them, and which sentence says so.

    Example: `kg ask facing --type cloud_access --as-of 2026-11-24 --in-force-only`
    """
    from api.cli.tables import facing_table, show

    variables = {
        "type": _restriction_type(kind),
        "asOf": as_of.date().isoformat() if as_of else None,
        "knownAt": stamp(known_at.replace(tzinfo=UTC)) if known_at else None,
        "statuses": None if include_proposed else ["IN_FORCE"],
    }
    asked = {name: value for name, value in variables.items() if value is not None}
    with opened(store) as graph:
        show(facing_table(_all(graph, FACING, asked, "facing"), kind))


def changes(
    since: Annotated[
        datetime,
        typer.Option(
            formats=["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S"], help="The moment to compare with (UTC)."
        ),
    ],
    store: StoreUrl = None,
    kind: Annotated[
        str | None, typer.Option("--type", help="Only norms of this type or group.")
    ] = None,
    party: Annotated[
        list[str] | None, typer.Option(help="Only this party, by its id; may be repeated.")
    ] = None,
) -> None:
    """What the graph has learned since a moment: who faces what newly, otherwise, or no longer.

    Example: `kg changes --since 2026-11-20 --type export`
    """
    from api.cli.tables import changes_table, show

    variables = {
        "since": stamp(since.replace(tzinfo=UTC)),
        "type": _restriction_type(kind) if kind else None,
        "parties": party or None,
    }
    with opened(store) as graph:
        gained, lost = (
            _all(graph, CHANGES % name, variables, "changes", name) for name in ("gained", "lost")
        )
    show(changes_table(gained, lost))


def _all(store: "Store", text: str, variables: dict[str, Any], *path: str) -> list[dict[str, Any]]:
    """The nodes of a connection, page by page; `path` leads to it in the answer."""
    found: list[dict[str, Any]] = []
    after: str | None = None
    more = True
    while more:
        page: Any = answer(store, text, variables | ({"after": after} if after else {}))
        for name in path:
            page = page[name]
        found += [edge["node"] for edge in page["edges"]]
        after, more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]
    return found


def _restriction_type(text: str) -> str:
    from ontology.vocabulary import RestrictionType

    try:
        return RestrictionType(text.lower().replace("-", "_")).name
    except ValueError as error:
        known = ", ".join(kind.value for kind in RestrictionType)
        raise InvalidInputError(f"{text!r} is no restriction type; there are {known}") from error


def _text(file: str) -> str:
    try:
        return sys.stdin.read() if file == "-" else Path(file).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidInputError(f"{file}: {error}") from error


def _response(store: "Store", text: str, variables: dict[str, Any]) -> dict[str, Any]:
    import orjson

    from api.graphql.execute import Answerer, Request

    response: dict[str, Any] = orjson.loads(
        Answerer(store, settings().limits).answer(Request(text, variables))
    )
    return response
