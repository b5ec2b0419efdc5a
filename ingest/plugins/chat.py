"""One question to an endpoint that speaks the protocol of OpenAI's chat completions."""

import json
from dataclasses import dataclass, field
from typing import Self

import httpx
from httpx_retries import Retry, RetryTransport
from pydantic import BaseModel, Field, ValidationError

from ingest.plugins.errors import (
    ModelUnavailableError,
    RejectedQuestionError,
    UnusableAnswerError,
)

TRY_AGAIN = (408, 429, 500, 502, 503, 504)
LONGEST_WAIT = 60.0
LONGEST_WAITS = 300.0
# What a server answers when it minds this one request, such as a document that is too long.
BAD_REQUEST = (400, 413, 422)


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """Where a model is and how patient to be: seconds for an answer, tries after a failed one.

    `url` is the base that `/chat/completions` is added to, such as `http://localhost:8080/v1`;
    `backoff` is the scale in seconds of the growing waits between tries.
    """

    url: str
    model: str
    api_key: str | None = field(default=None, repr=False)
    timeout: float = 120.0
    retries: int = 5
    backoff: float = 1.0


@dataclass(frozen=True, slots=True)
class Completion:
    """What came back: the text, or why there is none to use, and the tokens that it took."""

    text: str
    problem: str | None
    tokens_read: int
    tokens_written: int


class Chat:
    """A connection to an endpoint, closed at the end of a `with` block."""

    def __init__(self, endpoint: Endpoint) -> None:
        retry = Retry(
            total=endpoint.retries,
            allowed_methods=["POST"],
            status_forcelist=TRY_AGAIN,
            backoff_factor=endpoint.backoff,
            max_backoff_wait=LONGEST_WAIT,
            total_timeout=LONGEST_WAITS,
            # Reads the body where a connection that breaks off counts as a failed try.
            validate_response=_read,
        )
        self._endpoint = endpoint
        self._client = httpx.Client(
            transport=RetryTransport(retry=retry),
            timeout=endpoint.timeout,
            headers=_headers(endpoint),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    @property
    def model(self) -> str:
        return self._endpoint.model

    def complete(self, system: str, user: str, response_format: dict[str, object]) -> Completion:
        """The answer to one question.

        ModelUnavailableError when the server answers nothing, RejectedQuestionError when it will
        not take this question, UnusableAnswerError when what it sends is no completion.
        """
        body = {
            "model": self.model,
            "messages": [
                {"role": "system", "content": system},
                {"role": "user", "content": user},
            ],
            "response_format": response_format,
        }
        response = self._post(json.dumps(body))
        if response.is_success:
            return _completion(response)
        said = f"{response.url} answered {response.status_code}: {_message(response)}"
        if response.status_code in BAD_REQUEST:
            raise RejectedQuestionError(said)
        raise ModelUnavailableError(said)

    def _post(self, body: str) -> httpx.Response:
        url = f"{self._endpoint.url.rstrip('/')}/chat/completions"
        try:
            return self._client.post(url, content=body)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            reason = str(error) or type(error).__name__
            raise ModelUnavailableError(f"{url} cannot be asked: {reason}") from error


class _Message(BaseModel):
    content: str | None = None
    refusal: str | None = None


class _Choice(BaseModel):
    message: _Message
    finish_reason: str | None = None


class _Usage(BaseModel):
    prompt_tokens: int
    completion_tokens: int


class _Reply(BaseModel):
    choices: list[_Choice] = Field(min_length=1)
    usage: _Usage = _Usage(prompt_tokens=0, completion_tokens=0)


def _headers(endpoint: Endpoint) -> dict[str, str]:
    known = {"Authorization": f"Bearer {endpoint.api_key}"} if endpoint.api_key else {}
    return known | {"Content-Type": "application/json"}


def _read(response: httpx.Response) -> None:
    response.read()


def _completion(response: httpx.Response) -> Completion:
    try:
        reply = _Reply.model_validate_json(response.content)
    except ValidationError as error:
        problem = f"the answer is no chat completion: {where_it_breaks(error)}"
        raise UnusableAnswerError(problem) from error
    choice = reply.choices[0]
    return Completion(
        choice.message.content or "",
        _problem(choice),
        reply.usage.prompt_tokens,
        reply.usage.completion_tokens,
    )


def _problem(choice: _Choice) -> str | None:
    if choice.message.refusal:
        return f"the model refused: {choice.message.refusal}"
    if choice.finish_reason not in (None, "stop"):
        return f"the answer broke off ({choice.finish_reason})"
    return None if choice.message.content else "the answer is empty"


def where_it_breaks(error: ValidationError) -> str:
    """The first thing that is wrong with a value, and its place."""
    first = error.errors()[0]
    return f"{'.'.join(map(str, first['loc'])) or 'all of it'}: {first['msg']}"


def _message(response: httpx.Response) -> str:
    """The server's own words, from its JSON error if it sends one."""
    try:
        said = response.json()["error"]["message"]
    except (ValueError, KeyError, TypeError):
        said = response.text
    return " ".join(str(said).split())[:300]
