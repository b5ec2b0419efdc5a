"""What the chat-completions protocol demands of a request, written down from its specification.

Nothing here is shared with the client under test. A request with a field that the protocol does
not know, or with a schema that strict structured output does not accept, is an error.
"""

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

# Strict structured output takes a part of JSON Schema only.
KNOWN_KEYWORDS = {
    "$defs",
    "$ref",
    "additionalProperties",
    "anyOf",
    "const",
    "description",
    "enum",
    "items",
    "properties",
    "required",
    "title",
    "type",
}


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class SystemMessage(_Part):
    role: Literal["system", "developer"]
    content: Annotated[str, Field(min_length=1)]


class UserMessage(_Part):
    role: Literal["user"]
    content: Annotated[str, Field(min_length=1)]


class JsonSchema(_Part):
    name: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
    strict: bool
    definition: Annotated[dict[str, Any], Field(alias="schema")]


class ResponseFormat(_Part):
    type: Literal["json_schema"]
    json_schema: JsonSchema


class ChatRequest(_Part):
    """The body of a request for one completion with structured output."""

    model: Annotated[str, Field(min_length=1)]
    messages: Annotated[list[SystemMessage | UserMessage], Field(min_length=1)]
    response_format: ResponseFormat
    stream: Literal[False] = False
    n: Literal[1] = 1
    seed: int | None = None
    temperature: Annotated[float | None, Field(ge=0, le=2)] = None
    max_completion_tokens: Annotated[int | None, Field(gt=0)] = None


def schema_problems(schema: dict[str, Any], place: str = "schema") -> Iterator[str]:
    """Why strict mode refuses a schema; empty if it does not."""
    yield from (f"{place}: {word} is not supported" for word in schema.keys() - KNOWN_KEYWORDS)
    if schema.get("type") == "object" or "properties" in schema:
        yield from _object_problems(schema, place)
    for name, part in _parts(schema):
        yield from schema_problems(part, f"{place}.{name}")


def _object_problems(schema: dict[str, Any], place: str) -> Iterator[str]:
    if schema.get("additionalProperties") is not False:
        yield f"{place}: additionalProperties must be false"
    if set(schema.get("required", ())) != set(schema.get("properties", ())):
        yield f"{place}: every property must be required"


def _parts(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for group in ("$defs", "properties"):
        yield from schema.get(group, {}).items()
    yield from ((f"anyOf.{n}", part) for n, part in enumerate(schema.get("anyOf", ())))
    if "items" in schema:
        yield "items", schema["items"]
