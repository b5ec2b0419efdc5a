"""Commands that read documents: `kg ingest` and `kg extract`."""

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.extractors import extracting
from api.cli.options import (
    SOME_LEFT_OUT,
    ExtractorChoice,
    ExtractorName,
    Paths,
    StoreUrl,
    opened,
    settings,
)

if TYPE_CHECKING:
    from ingest.extract.result import Extraction
    from ingest.load import LoadReport
    from ingest.read import UnreadableError


class Format(StrEnum):
    """How `kg extract` prints."""

    JSONL = "jsonl"
    TABLE = "table"


def register(app: typer.Typer) -> None:
    app.command()(ingest)
    app.command()(extract)


def ingest(
    paths: Paths, store: StoreUrl = None, extractor: ExtractorChoice = ExtractorName.SPACY
) -> None:
    """Read documents and store what they say.

    Example: `kg ingest ingest/samples --store grafeo:///./data/kg.grafeo`
    """
    from api.cli.progress import progress
    from ingest.claims import ClaimMaker
    from ingest.load import load
    from ingest.read import expand
    from ontology import reference

    sources = list(expand(paths))
    with opened(store) as graph, extracting(extractor) as chosen:
        graph.prepare()
        with progress("Ingesting", len(sources)) as advance:
            report = load(
                sources,
                graph,
                chosen,
                ClaimMaker(reference.load()),
                max_bytes=settings().max_bytes,
                progress=advance,
            )
        typer.echo(_summary(report))
        for reason in report.rejected:
            typer.echo(f"kg: claim left out: {reason}", err=True)
        _end(report.failures, len(sources))


def extract(
    paths: Paths,
    output: Annotated[
        Format, typer.Option("--format", help="jsonl: the exchange format, a line a document.")
    ] = Format.JSONL,
    extractor: ExtractorChoice = ExtractorName.SPACY,
) -> None:
    """Print what is found in documents, without storing it.

    Example: `kg extract report.html --format table`
    """
    from ingest.load import extract_all, read_all
    from ingest.read import expand

    sources = list(expand(paths))
    failures: list[UnreadableError] = []
    readable = read_all(sources, failures, max_bytes=settings().max_bytes)
    with extracting(extractor) as chosen:
        for document, found in extract_all(chosen, readable):
            if output is Format.JSONL:
                _print_json(found)
            else:
                from api.cli.tables import extraction_table, show

                show(extraction_table(found, document.text))
        _end(failures, len(sources))


def _print_json(found: "Extraction") -> None:
    import orjson

    sys.stdout.buffer.write(orjson.dumps(found.as_json()) + b"\n")
    sys.stdout.buffer.flush()


def _summary(report: "LoadReport") -> str:
    new = report.written
    fell = f"; {new.superseded} claims superseded" if new.superseded else ""
    return (
        f"{report.read} documents read, {new.documents} new; stored {new.claims} claims "
        f"({new.unchanged} known already), {new.entities} entities, {new.passages} passages{fell}"
    )


def _end(failures: "list[UnreadableError]", sources: int) -> None:
    for failure in failures:
        typer.echo(f"kg: left out {failure}", err=True)
    if failures:
        typer.echo(f"kg: {len(failures)} of {sources} files left out", err=True)
        raise typer.Exit(SOME_LEFT_OUT)
