"""The application over a real socket, its other addresses, and its health."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn

from api import app as application
from api.app import create_app
from api.settings import Settings
from api.web.build import WebBuildError
from tests.graphql.sample import DOWN, Ask

HTML = {"accept": "text/html"}


@contextmanager
def served(settings: Settings) -> Iterator[str]:
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(settings), log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join()


def test_a_server_answers_and_closes_its_store(tmp_path: Path) -> None:
    settings = Settings(store=f"grafeo://{tmp_path}/kg.grafeo")
    for _ in range(2):  # a store left open would be locked the second time
        with served(settings) as address:
            query = {"query": "{ stats { documents } }"}
            posted = httpx.post(f"{address}/graphql", json=query)
            assert posted.json() == {"data": {"stats": {"documents": 0}}}
            assert httpx.get(f"{address}/graphql", params=query).json() == posted.json()
            assert httpx.get(f"{address}/health/live").status_code == 200
            assert httpx.get(f"{address}/health/ready").json() == {"status": "ready"}


def test_a_store_that_is_down_makes_the_service_not_ready() -> None:
    response = Ask(DOWN).send("GET", "/health/ready")
    assert response.status_code == 503
    assert response.json()["reason"] == "grafeo:///nowhere does not answer"


def test_a_page_that_is_not_built_says_how_to_build_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing() -> Path:
        raise WebBuildError("not built")

    monkeypatch.setattr(application, "dist_folder", nothing)
    response = Ask(DOWN).send("GET", "/graphql", headers=HTML)
    assert response.status_code == 404
    assert "python -m api.web.build" in response.text


def test_a_browser_is_shown_the_built_page(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>GraphiQL</p>")
    monkeypatch.setattr(application, "dist_folder", lambda: tmp_path)
    response = Ask(DOWN).send("GET", "/graphql", headers=HTML)
    assert response.text == "<p>GraphiQL</p>"
    assert response.headers["content-type"].startswith("text/html")


def test_no_other_site_is_let_in() -> None:
    response = Ask(DOWN).send("GET", "/health/live", headers={"origin": "https://example.org"})
    assert "access-control-allow-origin" not in response.headers
