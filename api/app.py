"""The HTTP application: what is served where."""

import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles

from api import health
from api.graphql import http
from api.graphql.execute import Answerer
from api.settings import Settings
from api.web.build import WebBuildError, dist_folder
from kg.store import Store, open_store

STATIC = "/static/graphiql"


def create_app(settings: Settings, store: Store | None = None) -> FastAPI:
    """The application over a store: the given one, or that of the settings, opened until the end.

    StoreError if the store cannot be opened.
    """
    graph = store or open_store(settings.store, password=settings.neo4j_password)
    page = _graphiql()

    @contextlib.asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        if store is None:
            graph.close()

    app = FastAPI(title="AI policy graph", lifespan=lifespan, openapi_url=None)
    app.include_router(health.router(graph))
    app.include_router(http.router(Answerer(graph, settings.limits), page))
    if page is not None:
        app.mount(STATIC, StaticFiles(directory=page.parent), name="graphiql")
    return app


def _graphiql() -> Path | None:
    """The built GraphiQL page; without it the API works, and says how to build it."""
    try:
        return dist_folder() / "index.html"
    except WebBuildError:
        return None
