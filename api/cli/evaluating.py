"""The command that measures extraction: `kg eval`."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.extractors import extracting
from api.cli.options import ExtractorChoice, ExtractorName

if TYPE_CHECKING:
    from ingest.evaluate.report import Evaluation


class Format(StrEnum):
    """How `kg eval` prints."""

    TABLE = "table"
    JSON = "json"


def register(app: typer.Typer) -> None:
    app.command(name="eval")(evaluate)


def evaluate(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD_DIR",
            help="A folder of NAME.txt with NAME.json, the annotation in the exchange format.",
            show_default=False,
        ),
    ],
    errors: Annotated[
        bool, typer.Option("--errors", help="Also every miss, with its place and what differs.")
    ] = False,
    output: Annotated[Format, typer.Option("--format")] = Format.TABLE,
    extractor: ExtractorChoice = ExtractorName.SPACY,
) -> None:
    """Measure extraction against annotated documents.

    Example: `kg eval tests/gold/open --errors`
    """
    from ingest.evaluate.gold import read_folder
    from ingest.evaluate.report import evaluate as measure

    golds = read_folder(folder)
    with extracting(extractor) as chosen:
        found = measure(golds, chosen)
        if output is Format.JSON:
            _print_json(found, errors=errors)
        else:
            _print_tables(found, errors=errors)


def _print_json(found: "Evaluation", *, errors: bool) -> None:
    import orjson

    data = orjson.dumps(found.as_json(with_cases=errors), option=orjson.OPT_INDENT_2)
    sys.stdout.buffer.write(data + b"\n")
    sys.stdout.buffer.flush()


def _print_tables(found: "Evaluation", *, errors: bool) -> None:
    from api.cli.evaluation_tables import cases_table, figure_tables
    from api.cli.tables import show

    for table in figure_tables(found):
        show(table)
    if errors:
        show(cases_table(found.cases))
