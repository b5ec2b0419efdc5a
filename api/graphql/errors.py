"""Errors as a client sees them: a message, where it belongs, and a code to act on."""

from collections.abc import Sequence
from typing import Any

from graphql import GraphQLError

from kg.errors import KgError

PARSE_FAILED = "GRAPHQL_PARSE_FAILED"
VALIDATION_FAILED = "GRAPHQL_VALIDATION_FAILED"
BAD_USER_INPUT = "BAD_USER_INPUT"
DEPTH_LIMIT = "DEPTH_LIMIT"
COST_LIMIT = "COST_LIMIT"
PAGE_SIZE = "PAGE_SIZE"
TIMEOUT = "TIMEOUT"
REQUEST_TOO_LARGE = "REQUEST_TOO_LARGE"
BAD_CURSOR = "BAD_CURSOR"
STORE_UNAVAILABLE = "STORE_UNAVAILABLE"
INTERNAL = "INTERNAL"

_CODES = {"BAD_INPUT": BAD_USER_INPUT}


class RequestRefusedError(Exception):
    """The whole request cannot be answered; `errors` say why."""

    def __init__(self, errors: Sequence[GraphQLError]) -> None:
        super().__init__("; ".join(error.message for error in errors))
        self.errors = tuple(errors)


class FieldRefusedError(Exception):
    """One root field cannot be answered as it is asked; the others can."""

    def __init__(self, error: GraphQLError) -> None:
        super().__init__(error.message)
        self.error = error


def coded(error: GraphQLError, code: str) -> GraphQLError:
    """The same error with a code, unless it has one."""
    extensions = dict(error.extensions or {})
    extensions.setdefault("code", code)
    error.extensions = extensions
    return error


def refused(message: str, code: str, nodes: Any = None) -> RequestRefusedError:
    return RequestRefusedError([GraphQLError(message, nodes, extensions={"code": code})])


def field_refused(message: str, code: str, nodes: Any) -> FieldRefusedError:
    return FieldRefusedError(GraphQLError(message, nodes, extensions={"code": code}))


def of_store(error: KgError, nodes: Any) -> GraphQLError:
    """What went wrong below, as the error of the root field that asked for it."""
    code = _CODES.get(error.code, error.code)
    return GraphQLError(str(error), nodes, extensions={"code": code})
