"""A running model server, and an extractor that asks it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.plugins.cache import AnswerCache
from ingest.plugins.chat import Chat, Endpoint
from ingest.plugins.openai_compatible import ModelExtractor
from tests.cli.kg import Kg
from tests.plugins.said import ANSWER
from tests.plugins.server import KEY, Served, serving


@pytest.fixture(scope="session")
def running() -> Iterator[Served]:
    with serving() as served:
        yield served


@pytest.fixture
def served(running: Served) -> Served:
    """The server as if new: a good model, nothing asked yet."""
    running.content = ANSWER
    running.acts.clear()
    running.asked.clear()
    running.times.clear()
    return running


@pytest.fixture
def endpoint(served: Served) -> Endpoint:
    """Patient for half a second, and in no hurry to wait."""
    return Endpoint(
        url=served.url, model="testy-1", api_key=KEY, timeout=0.5, retries=2, backoff=0.01
    )


@pytest.fixture
def cache(tmp_path: Path) -> AnswerCache:
    return AnswerCache(tmp_path / "answers")


@pytest.fixture
def extractor(endpoint: Endpoint, cache: AnswerCache) -> Iterator[ModelExtractor]:
    with Chat(endpoint) as chat:
        yield ModelExtractor(chat, cache)


@pytest.fixture
def kg(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Kg:
    return Kg(capsysbinary, monkeypatch)
