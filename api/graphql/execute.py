"""Answers a GraphQL request: plan, compile, read once per root field, shape, serialise.

A root field that fails is null, with an error; the others keep their answers. Introspection goes
through Strawberry's ordinary executor.
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
    get_variable_values,
    print_ast,
)

from api.graphql import documents, errors
from api.graphql.limits import Limits
from api.graphql.plan import TYPE_NAME, Planner, Question, root_fields
from api.graphql.schema import core, schema
from kg.errors import InvalidInputError, KgError, QueryTimeoutError
from kg.query import TextSearch, compile_field
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
        deadline = time.monotonic() + self.limits.timeout
        document = documents.checked(request.query, self.limits.tokens)
        operation = documents.operation(document, request.operation)
        question = _question(document, operation, request.variables)
        roots = root_fields(question, operation.selection_set)
        planner = Planner(question, self.limits)
        plans = {
            key: planner.root(key, nodes)
            for key, nodes in roots.items()
            if not nodes[0].name.value.startswith("__")
        }
        meta = _introspected(document, operation, roots, request.variables)
        found: list[GraphQLError] = []
        data: dict[str, Any] = {}
        for key, nodes in roots.items():
            if key in plans:
                data[key] = self._root(plans[key], nodes, deadline, found)
            else:
                data[key] = "Query" if nodes[0].name.value == TYPE_NAME else meta[key]
        if not found:
            return {"data": data}
        return {"data": data, "errors": [error.formatted for error in found]}

    def _root(
        self, plan: Any, nodes: Sequence[FieldNode], deadline: float, found: list[GraphQLError]
    ) -> Any:
        try:
            return self._read(plan, deadline)
        except KgError as error:
            found.append(errors.of_field(error, nodes, plan.key))
        except Exception:  # noqa: BLE001 - one field's defect must not take the others' answers
            logger.exception("the field %s could not be answered", plan.key)
            message = "this field could not be answered: the fault is the server's"
            extensions = {"code": errors.INTERNAL}
            found.append(GraphQLError(message, nodes, path=[plan.key], extensions=extensions))
        return None

    def _read(self, plan: Any, deadline: float) -> Any:
        compiled = compile_field(plan, _defaults(), search=self.search)
        left = deadline - time.monotonic()
        if left <= 0:
            raise QueryTimeoutError(f"no answer within {self.limits.timeout:g} s")
        rows = self.store.read(compiled.text, compiled.parameters, timeout=left)
        return compiled.shape(rows[0]["answer"]) if rows else None


def _defaults() -> dict[str, Any]:
    """What a question that names no day is about: today (UTC)."""
    return {"asOf": datetime.now(UTC).date().isoformat()}


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
    nodes = [
        node
        for some in roots.values()
        for node in some
        if node.name.value in ("__schema", "__type")
    ]
    if not nodes:
        return {}
    only = OperationDefinitionNode(
        operation=operation.operation,
        name=operation.name,
        variable_definitions=operation.variable_definitions,
        directives=[],
        selection_set=SelectionSetNode(selections=nodes),
    )
    others = [d for d in document.definitions if not isinstance(d, OperationDefinitionNode)]
    text = print_ast(DocumentNode(definitions=[only, *others]))
    result = schema.execute_sync(text, variable_values=dict(variables))
    if result.errors:
        raise errors.RequestRefusedError(
            [errors.coded(error, errors.INTERNAL) for error in result.errors]
        )
    return result.data or {}
