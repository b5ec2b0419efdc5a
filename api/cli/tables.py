"""Answers as tables for people."""

import os
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table

from ingest.extract.result import Extraction, Party

# Without a terminal there is no width to fit: wide enough for a quote beside its facts.
WIDTH_WITHOUT_TERMINAL = 160


def show(table: Table) -> None:
    """Print a table to standard output, as wide as the terminal (or COLUMNS) is."""
    width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else WIDTH_WITHOUT_TERMINAL
    Console(width=width).print(table)


def facing_table(rows: Sequence[Mapping[str, Any]], kind: str) -> Table:
    """Who faces what: a row for each party under a norm, with the first sentence that says so."""
    table = _table(f"Facing {kind}: {len(rows)}")
    table.add_column("entity", ratio=3)
    table.add_column("restriction", ratio=3)
    table.add_column("imposed by", ratio=3)
    table.add_column("status", ratio=2)
    table.add_column("quote", ratio=10)
    table.add_column("document", ratio=4)
    for row in rows:
        quote = row["evidence"][0] if row["evidence"] else None
        norm = row["restriction"]
        table.add_row(
            row["party"]["name"],
            f"{_words(norm['type'])}, {_words(norm['modality'])}",
            ", ".join(party["name"] for party in norm["imposedBy"]) or "-",
            _status(row),
            quote["quote"] if quote else "-",
            _document(quote["document"]) if quote else "-",
        )
    return table


def changes_table(gained: Sequence[Mapping[str, Any]], lost: Sequence[Mapping[str, Any]]) -> Table:
    """What is new, otherwise, or gone: a row for each party under a norm."""
    table = _table(f"Changes: {len(gained)} new or otherwise, {len(lost)} gone")
    table.add_column("change", ratio=2)
    table.add_column("entity", ratio=3)
    table.add_column("restriction", ratio=3)
    table.add_column("before", ratio=2)
    table.add_column("now", ratio=2)
    table.add_column("quote", ratio=10)
    for row in (*gained, *lost):
        gone = row not in gained
        before = row["before"]
        norm = row["restriction"]
        table.add_row(
            "gone" if gone else "otherwise" if before else "new",
            row["party"]["name"],
            f"{_words(norm['type'])}, {_words(norm['modality'])}",
            _words((row if gone else before)["status"]) if gone or before else "-",
            "-" if gone else _words(row["status"]),
            row["evidence"][0]["quote"] if row["evidence"] else "-",
        )
    return table


def stats_table(stats: Mapping[str, Any]) -> Table:
    """Counts of everything, one a line."""
    table = _table("In the store")
    table.add_column("what")
    table.add_column("count", justify="right")
    for name, value in stats.items():
        if isinstance(value, int):
            table.add_row(name, f"{value:,}")
        else:
            for one in value:
                label = next(v for key, v in one.items() if key != "count")
                table.add_row(f"{name}: {_words(label)}", f"{one['count']:,}")
    return table


def extraction_table(found: Extraction, text: str) -> Table:
    """What one document holds: its restrictions with parties, then its relations."""
    names = {entity.id: entity.name for entity in found.entities}

    def parties(some: Sequence[Party]) -> str:
        return ", ".join(names[p.entity] if p.entity else p.text or "" for p in some) or "-"

    table = _table(f"{found.doc}: {len(found.entities)} entities")
    for column, ratio in (("what", 3), ("who", 4), ("on", 4), ("by", 3), ("status", 2)):
        table.add_column(column, ratio=ratio)
    table.add_column("sentence", ratio=8)
    for one in found.restrictions:
        table.add_row(
            f"{_words(one.type)}, {one.modality}",
            parties(one.bearers),
            parties(one.restricted),
            parties(one.imposers),
            _words(one.status),
            text[slice(*one.evidence)],
        )
    for tie in found.relations:
        table.add_row(
            _words(tie.type),
            names[tie.subject],
            names[tie.object],
            names[tie.claimant] if tie.claimant else "-",
            tie.status,
            text[slice(*tie.evidence)],
        )
    return table


def _table(title: str) -> Table:
    return Table(
        title=title, box=box.SIMPLE_HEAD, show_lines=True, title_justify="left", expand=True
    )


def _words(code: str) -> str:
    return code.lower().replace("_", " ")


def _status(row: Mapping[str, Any]) -> str:
    since = f" since {row['validFrom']}" if row["validFrom"] else ""
    said = "" if row["assertion"] in ("REPORTED", "OFFICIAL") else f" ({_words(row['assertion'])})"
    return f"{_words(row['status'])}{since}{said}"


def _document(document: Mapping[str, Any]) -> str:
    when = f" ({document['published']})" if document["published"] else ""
    return f"{document['title']}{when}"
