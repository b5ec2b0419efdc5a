"""The extractor that a command was told to use."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from api.cli.options import SOME_LEFT_OUT, ExtractorName, settings
from kg.errors import InvalidInputError

if TYPE_CHECKING:
    from api.settings import Settings
    from ingest.extractor import Extractor
    from ingest.plugins.gliner import GlinerExtractor
    from ingest.plugins.openai_compatible import ModelExtractor
    from ingest.plugins.report import Prices

EXTRA = ("httpx", "httpx_retries")


@contextmanager
def extracting(name: ExtractorName) -> Iterator["Extractor"]:
    """The named extractor; for a model, its account is given on standard error at the end.

    Exit status 3 if a document was left out since the model gave no usable answer to it.
    """
    if name is ExtractorName.SPACY:
        from ingest.extract import pipeline

        yield pipeline.load()
        return
    chosen = settings()
    with _asking(chosen) if name is ExtractorName.OPENAI else _recognizing(chosen) as extractor:
        try:
            yield extractor
        finally:
            for line in extractor.report.lines(_prices(chosen)):
                typer.echo(f"kg: {line}", err=True)
    if extractor.report.failed:
        raise typer.Exit(SOME_LEFT_OUT)


@contextmanager
def _asking(chosen: "Settings") -> Iterator["ModelExtractor"]:
    try:
        from ingest.plugins.chat import Chat, Endpoint
    except ModuleNotFoundError as error:
        if error.name not in EXTRA:
            raise
        raise InvalidInputError(
            f"the model needs the package {error.name}: pip install 'ai-policy-graph[openai]'"
        ) from error
    from ingest.plugins.cache import AnswerCache
    from ingest.plugins.openai_compatible import ModelExtractor

    if not chosen.llm_url or not chosen.llm_model:
        raise InvalidInputError(
            "--extractor openai needs KG_LLM_URL, such as http://localhost:8080/v1, and "
            "KG_LLM_MODEL"
        )
    endpoint = Endpoint(
        url=chosen.llm_url,
        model=chosen.llm_model,
        api_key=chosen.llm_api_key.get_secret_value() if chosen.llm_api_key else None,
        timeout=chosen.llm_timeout,
    )
    with Chat(endpoint) as chat:
        yield ModelExtractor(chat, AnswerCache(chosen.llm_cache))


@contextmanager
def _recognizing(chosen: "Settings") -> Iterator["GlinerExtractor"]:
    from ingest.plugins import gliner

    if not chosen.gliner_model:
        raise InvalidInputError("--extractor gliner needs KG_GLINER_MODEL, the folder of a model")
    yield gliner.load(chosen.gliner_model)


def _prices(chosen: "Settings") -> "Prices | None":
    from ingest.plugins.report import Prices

    if chosen.llm_price_read is None or chosen.llm_price_written is None:
        return None
    return Prices(chosen.llm_price_read, chosen.llm_price_written)
