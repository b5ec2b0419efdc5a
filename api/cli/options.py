"""Options that several commands share."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from kg.errors import InvalidInputError

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

SOME_LEFT_OUT = 3
"""Exit status of a command that did its work, but not for every document."""


class ExtractorName(StrEnum):
    """Who reads the documents."""

    SPACY = "spacy"
    OPENAI = "openai"
    GLINER = "gliner"


ExtractorChoice = Annotated[
    ExtractorName,
    typer.Option(
        "--extractor",
        help="spacy: rules, offline. openai: the model at KG_LLM_URL named KG_LLM_MODEL, with "
        "KG_LLM_API_KEY; only what it quotes rightly is kept. gliner: names only, by the model in "
        "the folder KG_GLINER_MODEL.",
    ),
]


def settings(store: str | None = None) -> "Settings":
    """The settings of this process, with the store that the command line names, if any."""
    from pydantic import ValidationError

    from api.settings import Settings

    try:
        return Settings(store=store) if store else Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "KG_" + "_".join(map(str, first["loc"])).upper()
        raise InvalidInputError(f"the setting {name} is not valid: {first['msg']}") from error


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
