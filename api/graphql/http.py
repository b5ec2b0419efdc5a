"""GraphQL over HTTP: a request's body and headers in, a JSON response out."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import orjson
from fastapi import APIRouter
from fastapi.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect
from starlette.requests import Request as HttpRequest
from starlette.responses import FileResponse, PlainTextResponse, Response

from api.graphql import errors
from api.graphql.execute import Answerer, Request

JSON = "application/json"
NO_PAGE = (
    "The GraphiQL page is not built: run `python -m api.web.build` and start again. "
    "Queries are answered all the same, by POST.\n"
)


def router(answerer: Answerer, page: Path | None) -> APIRouter:
    """The GraphQL endpoint; `page` is the file of the built GraphiQL page, if there is one."""
    routes = APIRouter()

    @routes.post("/graphql", summary="Answer a GraphQL request")
    async def post(http: HttpRequest) -> Response:
        try:
            request = _request(await _body(http, answerer.limits.request_bytes))
        except errors.RequestRefusedError as refused:
            return _refusal(refused)
        return Response(await run_in_threadpool(answerer.answer, request), media_type=JSON)

    @routes.get("/graphql", summary="Answer a GraphQL request, or show GraphiQL to a browser")
    async def get(http: HttpRequest) -> Response:
        if "query" in http.query_params:
            try:
                request = _request(_parameters(http.query_params))
            except errors.RequestRefusedError as refused:
                return _refusal(refused)
            return Response(await run_in_threadpool(answerer.answer, request), media_type=JSON)
        if page is None:
            return PlainTextResponse(NO_PAGE, status_code=404)
        return FileResponse(page, media_type="text/html")

    return routes


async def _body(http: HttpRequest, limit: int) -> Any:
    """The decoded body, of which no more than `limit` bytes are ever held."""
    content = bytearray()
    try:
        async for chunk in http.stream():
            content += chunk
            if len(content) > limit:
                message = f"the request is larger than {limit} bytes"
                raise errors.refused(message, errors.REQUEST_TOO_LARGE)
    except ClientDisconnect as error:
        raise errors.refused("the request broke off", errors.BAD_USER_INPUT) from error
    return _json(bytes(content), "the body")


def _json(content: bytes | str, what: str) -> Any:
    try:
        return orjson.loads(content)
    except orjson.JSONDecodeError as error:
        raise errors.refused(f"{what} is not JSON: {error}", errors.BAD_USER_INPUT) from error


def _parameters(parameters: Mapping[str, str]) -> Any:
    request: dict[str, Any] = dict(parameters)
    if "variables" in request:
        request["variables"] = _json(request["variables"], "the parameter `variables`")
    return request


def _request(given: Any) -> Request:
    """The request in a decoded body; RequestRefusedError names what is wrong with it."""
    if not isinstance(given, dict) or not isinstance(given.get("query"), str):
        raise errors.refused(
            'a request is a JSON object with "query", a text', errors.BAD_USER_INPUT
        )
    variables, name = given.get("variables"), given.get("operationName")
    if not isinstance(variables, dict | None):
        raise errors.refused('"variables" is not a JSON object', errors.BAD_USER_INPUT)
    if not isinstance(name, str | None):
        raise errors.refused('"operationName" is not a text', errors.BAD_USER_INPUT)
    return Request(given["query"], variables or {}, name or None)


def _refusal(refused: errors.RequestRefusedError) -> Response:
    large = refused.errors[0].extensions == {"code": errors.REQUEST_TOO_LARGE}
    body = {"errors": [error.formatted for error in refused.errors]}
    return Response(orjson.dumps(body), status_code=413 if large else 400, media_type=JSON)
