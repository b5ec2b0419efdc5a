"""Commands that keep a store: `kg init`, `stats`, `retract`, `export`, `validate`, `serve` …"""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from api.cli.options import StoreUrl, opened, settings

SHAPES_BROKEN = 1


class ExportFormat(StrEnum):
    """What `kg export` writes."""

    TURTLE = "turtle"
    JSONLD = "jsonld"
    NQUADS = "nquads"
    CSV = "csv"


def register(app: typer.Typer) -> None:
    for command in (init, stats, retract, export, validate, serve, version):
        app.command()(command)


def init(store: StoreUrl = None) -> None:
    """Create the store's constraints and indexes; what is in it stays.

    Example: `kg init --store neo4j://neo4j@localhost:7687/neo4j`
    """
    with opened(store) as graph:
        graph.prepare()
        typer.echo(f"{graph.url} is ready")


def stats(store: StoreUrl = None) -> None:
    """Count what is in the store.

    Example: `kg stats`
    """
    from api.cli.asking import answer
    from api.cli.tables import show, stats_table

    with opened(store) as graph:
        show(stats_table(answer(graph, STATS)["stats"]))


def retract(
    claims: Annotated[list[str], typer.Argument(metavar="CLAIM…", show_default=False)],
    store: StoreUrl = None,
) -> None:
    """End claims by their ids: they are kept as past, and so is every answer that they gave.

    Example: `kg retract claim:0123456789abcdef`
    """
    from kg.clock import now
    from kg.store.writer import retract as end

    with opened(store) as graph:
        ended = end(graph, claims, now=now())
        typer.echo(f"{ended} of {len(set(claims))} claims stood and stand no longer")


STATS = """{ stats {
  documents claims
  entities { kind count } restrictions { type count } statuses { status count }
} }"""


def export(
    store: StoreUrl = None,
    output: Annotated[ExportFormat, typer.Option("--format")] = ExportFormat.TURTLE,
    to: Annotated[
        Path | None, typer.Option("--to", help="A file; default: standard output.")
    ] = None,
) -> None:
    """Write the whole graph as RDF or as a table of claims with their quotes.

    Example: `kg export --format nquads --to graph.nq`
    """
    from kg.exchange import rdf, table

    writers = {
        ExportFormat.TURTLE: rdf.turtle,
        ExportFormat.JSONLD: rdf.jsonld,
        ExportFormat.NQUADS: rdf.nquads,
        ExportFormat.CSV: table.csv_text,
    }
    with opened(store) as graph:
        data = writers[output](graph).encode("utf-8", "surrogatepass")
    if to:
        to.write_bytes(data)
    else:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def validate(store: StoreUrl = None) -> None:
    """Check the graph against the ontology's SHACL shapes; exit status 1 if one is violated.

    Example: `kg validate`
    """
    from kg.exchange.validation import violations

    with opened(store) as graph:
        found = violations(graph)
    for one in found:
        typer.echo(f"{one.severity}: {one.message} ({one.node})")
    broken = sum(one.severity == "Violation" for one in found)
    typer.echo(f"{broken} violations, {len(found) - broken} warnings and notes")
    if broken:
        raise typer.Exit(SHAPES_BROKEN)


def serve(
    store: StoreUrl = None,
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on.")] = None,
) -> None:
    """Serve GraphQL, with GraphiQL in the browser, until Ctrl-C.

    Example: `kg serve --port 8000`, then open http://127.0.0.1:8000/graphql
    """
    import uvicorn

    from api.app import create_app

    chosen = settings(store)
    host, port = host or chosen.host, port or chosen.port
    typer.echo(f"Serving {chosen.store} at http://{host}:{port}/graphql (Ctrl-C ends)")
    uvicorn.run(create_app(chosen), host=host, port=port, log_level="warning")


def version() -> None:
    """Print the version.

    Example: `kg version`
    """
    from importlib.metadata import version as of

    typer.echo(of("ai-policy-graph"))
