"""Errors of models, named by what the caller can do about them."""

from kg.errors import KgError


class ModelUnavailableError(KgError):
    """The model cannot be reached or used at all; no other document would fare better."""

    code = "MODEL_UNAVAILABLE"


class UnusableAnswerError(Exception):
    """The model's answer to one document cannot be used; the other documents go on."""


class RejectedQuestionError(UnusableAnswerError):
    """The server will not take the question, such as a document that is too long for it."""
