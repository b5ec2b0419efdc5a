"""Errors of the graph, named by what the caller can do about them."""


class KgError(Exception):
    """Base of every error that a command or an answer shows to its user as one line."""

    code = "KG_ERROR"


class StoreError(KgError):
    """A store cannot be opened, reached or written; nothing was changed."""

    code = "STORE_UNAVAILABLE"


class QueryTimeoutError(KgError):
    """A read took longer than its limit; ask for less, or raise the limit."""

    code = "TIMEOUT"


class InvalidInputError(KgError):
    """A value, file or argument given by the user cannot be used as it is."""

    code = "BAD_INPUT"
