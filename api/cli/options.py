"""Options that several commands share."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from api.settings import Settings
    from kg.store import Store

StoreUrl = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="URL",
        help="grafeo:///path/file or neo4j://user@host:7687/database; default: KG_STORE, else "
        "grafeo:///./data/kg.grafeo. The Neo4j password comes from KG_NEO4J_PASSWORD.",
        show_default=False,
    ),
]
Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH…",
        help="Files, folders, globs, or - for standard input (txt, md, html).",
        show_default=False,
    ),
]


def settings(store: str | None = None) -> "Settings":
    """The settings of this process, with the store that the command line names, if any."""
    from api.settings import Settings

    return Settings(store=store) if store else Settings()


@contextmanager
def opened(url: str | None) -> Iterator["Store"]:
    """The named store, ready for use, closed at the end."""
    from kg.store import open_store

    chosen = settings(url)
    store = open_store(chosen.store, password=chosen.neo4j_password)
    try:
        yield store
    finally:
        store.close()
