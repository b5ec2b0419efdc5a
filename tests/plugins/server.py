"""A small server that speaks the chat-completions protocol, and misbehaves when told to."""

import asyncio
import json
import socket
import threading
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Annotated, Any

import jsonschema  # type: ignore[import-untyped]  # it comes without types
import uvicorn
from fastapi import FastAPI, Header, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, StreamingResponse

from tests.plugins.protocol import ChatRequest, schema_problems

KEY = "sk-of-the-tests"
USAGE = {"prompt_tokens": 1000, "completion_tokens": 200, "total_tokens": 1200}
STARTUP_SECONDS = 30

type Act = Callable[[str], Response]
"""What the server does instead of a proper answer, given the model's name."""


@dataclass(slots=True)
class Served:
    """The server's address, what it does, and what it was asked.

    `content` is what the model says, checked against the schema of the request as strict mode
    promises. The `acts` come first, one a request.
    """

    url: str
    content: dict[str, Any] = field(default_factory=dict)
    acts: deque[Act] = field(default_factory=deque)
    asked: list[ChatRequest] = field(default_factory=list)
    times: list[float] = field(default_factory=list)

    def will(self, *acts: Act) -> None:
        self.acts.extend(acts)

    def answer(self, asked: ChatRequest) -> Response:
        self.asked.append(asked)
        self.times.append(time.monotonic())
        problems = list(schema_problems(asked.response_format.json_schema.definition))
        if problems:
            return failure(400, f"Invalid schema for response_format: {problems[0]}")
        if self.acts:
            return self.acts.popleft()(asked.model)
        jsonschema.validate(self.content, asked.response_format.json_schema.definition)
        return completion(asked.model, json.dumps(self.content))


def failure(status: int, message: str, **headers: str) -> JSONResponse:
    """An error in the form that the protocol gives it."""
    said = {"error": {"message": message, "type": "test_error", "param": None, "code": None}}
    return JSONResponse(said, status, {name.replace("_", "-"): v for name, v in headers.items()})


def fails(status: int, message: str = "try again", **headers: str) -> Act:
    return lambda _model: failure(status, message, **headers)


def says(content: str | None, *, finish: str = "stop", refusal: str | None = None) -> Act:
    """A completion with this text, whatever the schema says."""
    return lambda model: completion(model, content, finish=finish, refusal=refusal)


def sends(body: str) -> Act:
    """Something that is no completion, such as the page of a proxy."""
    return lambda _model: Response(body, media_type="text/html")


def waits(seconds: float) -> Act:
    """A completion that begins too late."""

    def act(model: str) -> Response:
        time.sleep(seconds)
        return completion(model, "{}")

    return act


def stalls(seconds: float) -> Act:
    """A completion that begins and then hangs."""

    async def body() -> AsyncIterator[bytes]:
        yield b'{"id": "chatcmpl-1", '
        await asyncio.sleep(seconds)

    return lambda _model: StreamingResponse(body(), media_type="application/json")


def completion(
    model: str, content: str | None, *, finish: str = "stop", refusal: str | None = None
) -> JSONResponse:
    message = {"role": "assistant", "content": content, "refusal": refusal}
    choice = {"index": 0, "message": message, "logprobs": None, "finish_reason": finish}
    return JSONResponse(
        {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "created": 1_760_000_000,
            "model": model,
            "choices": [choice],
            "usage": USAGE,
        }
    )


def application(served: Served) -> FastAPI:
    app = FastAPI()

    @app.post("/v1/chat/completions")
    def complete(asked: ChatRequest, authorization: Annotated[str, Header()] = "") -> Response:
        if authorization != f"Bearer {KEY}":
            return failure(401, "Incorrect API key provided")
        return served.answer(asked)

    @app.exception_handler(RequestValidationError)
    def invalid(_request: Request, error: RequestValidationError) -> Response:
        return failure(400, f"Invalid request: {error.errors()[0]}")

    return app


@contextmanager
def serving() -> Iterator[Served]:
    """The server on a free port of this machine, until the end of the block."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        served = Served(f"http://127.0.0.1:{listening.getsockname()[1]}/v1")
        config = uvicorn.Config(
            application(served),
            log_level="critical",
            lifespan="off",
            ws="none",
            timeout_graceful_shutdown=1,
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            end = time.monotonic() + STARTUP_SECONDS
            while not server.started and time.monotonic() < end:
                time.sleep(0.01)
            yield served
        finally:
            server.should_exit = True
            thread.join()
