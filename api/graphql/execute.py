"""Answers a GraphQL request: plan, compile, read once per root field, shape, serialise.

A root field that fails is null, with an error; the others keep their answers. Introspection goes
through graphql-core's ordinary executor.
"""

import logging
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import orjson
from graphql import (
    DocumentNode,
    FieldNode,
    GraphQLError,
    OperationDefinitionNode,
    SelectionSetNode,
    execute_sync,
    get_variable_values,
)

from api.graphql import documents, errors
from api.graphql.limits import Limits
from api.graphql.plan import Planner, Question, root_fields
from api.graphql.schema import core
from kg.errors import KgError, QueryTimeoutError
from kg.query import Field, TextSearch, compile_field
from kg.store.base import Store

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Request:
    """One GraphQL request as it came in."""

    query: str
    variables: Mapping[str, Any] = field(default_factory=dict)
    operation: str | None = None


class Answerer:
    """Answers requests from one store, within limits."""

    def __init__(self, store: Store, limits: Limits) -> None:
        self.store = store
        self.limits = limits
        self.search = TextSearch(store.search, store.search_query)

    def answer(self, request: Request) -> bytes:
        """The response as JSON; every error in it has a code."""
        try:
            response = self._response(request)
        except errors.RequestRefusedError as refused:
            response = {"errors": [error.formatted for error in refused.errors]}
        return orjson.dumps(response)

    def _response(self, request: Request) -> dict[str, Any]:
        run = _Run(self.store, self.search, self.limits)
        document = documents.checked(request.query, self.limits.tokens)
        operation = documents.operation(document, request.operation)
        question = _question(document, operation, request.variables)
        roots = root_fields(question, operation.selection_set)
        run.plan(question, roots)
        answers = _introspected(document, operation, roots, request.variables)
        answers.update((key, run.answer(key)) for key in run.plans)
        data = {key: answers.get(key) for key in roots}
        if not run.errors:
            return {"data": data}
        return {"data": data, "errors": [error.formatted for error in run.errors]}


class _Run:
    """One operation: its plans, its errors, and the time that it has."""

    def __init__(self, store: Store, search: TextSearch, limits: Limits) -> None:
        self.store = store
        self.search = search
        self.limits = limits
        self.deadline = time.monotonic() + limits.timeout
        self.plans: dict[str, tuple[Field, Sequence[FieldNode]]] = {}
        self.errors: list[GraphQLError] = []

    def plan(self, question: Question, roots: Mapping[str, Sequence[FieldNode]]) -> None:
        """Plan every root field before any is read: too costly an operation reads nothing."""
        planner = Planner(question, self.limits)
        for key, nodes in roots.items():
            if not nodes[0].name.value.startswith("__"):
                try:
                    self.plans[key] = planner.root(key, nodes), nodes
                except errors.FieldRefusedError as refused:
                    self._failed(key, refused.error)

    def answer(self, key: str) -> Any:
        """The answer of a root field, or null and an error."""
        plan, nodes = self.plans[key]
        try:
            return self._read(plan)
        except KgError as error:
            self._failed(key, errors.of_store(error, nodes))
        except Exception:
            # A defect in one field must not take the other fields' answers with it.
            logger.exception("the field %s could not be answered", key)
            message = "this field could not be answered: the fault is the server's"
            self._failed(key, GraphQLError(message, nodes, extensions={"code": errors.INTERNAL}))
        return None

    def _failed(self, key: str, error: GraphQLError) -> None:
        error.path = [key]
        self.errors.append(error)

    def _read(self, plan: Field) -> Any:
        compiled = compile_field(plan, _defaults(), search=self.search)
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise QueryTimeoutError(f"no answer within {self.limits.timeout:g} s")
        rows = self.store.read(compiled.text, compiled.parameters, timeout=left)
        return compiled.shape(rows[0]["answer"]) if rows else None


def _defaults() -> dict[str, Any]:
    """What a question that names no day is about: today (UTC), from what is known now."""
    return {"asOf": datetime.now(UTC).date().isoformat(), "knownAt": None, "since": None}


def _question(
    document: DocumentNode, operation: OperationDefinitionNode, variables: Mapping[str, Any]
) -> Question:
    values = get_variable_values(core, operation.variable_definitions or (), dict(variables))
    if isinstance(values, list):
        raise errors.RequestRefusedError(
            [errors.coded(error, errors.BAD_USER_INPUT) for error in values]
        )
    return Question(documents.fragments(document), values)


def _introspected(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    roots: Mapping[str, Sequence[FieldNode]],
    variables: Mapping[str, Any],
) -> dict[str, Any]:
    """The answers about the schema itself, from a document that asks for nothing else."""
    nodes = [node for some in roots.values() for node in some if node.name.value.startswith("__")]
    if not nodes:
        return {}
    only = OperationDefinitionNode(
        operation=operation.operation,
        name=operation.name,
        variable_definitions=operation.variable_definitions,
        directives=(),
        selection_set=SelectionSetNode(selections=tuple(nodes)),
    )
    others = [d for d in document.definitions if not isinstance(d, OperationDefinitionNode)]
    about = DocumentNode(definitions=(only, *others))
    result = execute_sync(core, about, variable_values=dict(variables))
    if result.errors:
        raise errors.RequestRefusedError(
            [errors.coded(error, errors.INTERNAL) for error in result.errors]
        )
    return dict(result.data or {})
