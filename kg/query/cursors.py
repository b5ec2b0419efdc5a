"""Cursors: the sort keys of a row, opaque to those who page."""

import base64
import binascii
from collections.abc import Sequence
from typing import Any

import orjson

from kg.errors import InvalidInputError


class BadCursorError(InvalidInputError):
    """A cursor was not made by this list: ask for the first page again."""

    code = "BAD_CURSOR"


def encode(keys: Sequence[Any]) -> str:
    return base64.urlsafe_b64encode(orjson.dumps(keys)).decode("ascii")


def decode(cursor: str, size: int) -> list[str | int | float]:
    """The `size` sort keys of a row; BadCursorError for anything that `encode` did not make."""
    try:
        keys = orjson.loads(base64.b64decode(cursor.encode("ascii"), b"-_", validate=True))
    except (binascii.Error, UnicodeEncodeError, orjson.JSONDecodeError) as error:
        raise BadCursorError("the cursor is not one that this list gave") from error
    if not isinstance(keys, list) or len(keys) != size:
        raise BadCursorError("the cursor belongs to a list in another order")
    if not all(isinstance(key, str | int | float) for key in keys):
        raise BadCursorError("the cursor is not one that this list gave")
    return keys
