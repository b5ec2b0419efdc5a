"""Query texts, parsed and validated once: the same text comes again and again."""

from functools import lru_cache

from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLError,
    OperationDefinitionNode,
    OperationType,
    parse,
    validate,
)

from api.graphql import errors
from api.graphql.schema import core

CACHED = 512  # texts
MAX_ERRORS = 20


@lru_cache(maxsize=CACHED)
def checked(text: str, tokens: int) -> DocumentNode:
    """A valid document; RequestRefusedError says what is wrong with the text."""
    try:
        document = parse(text, max_tokens=tokens)
    except GraphQLError as error:
        raise errors.RequestRefusedError([errors.coded(error, errors.PARSE_FAILED)]) from error
    found = validate(core, document, max_errors=MAX_ERRORS)
    if found:
        raise errors.RequestRefusedError(
            [errors.coded(error, errors.VALIDATION_FAILED) for error in found]
        )
    return document


def operation(document: DocumentNode, name: str | None) -> OperationDefinitionNode:
    """The operation to run: the named one, or the only one."""
    operations = [d for d in document.definitions if isinstance(d, OperationDefinitionNode)]
    if name is not None:
        operations = [one for one in operations if one.name and one.name.value == name]
    if len(operations) != 1:
        which = f"named {name!r}" if name is not None else "to choose: give an operationName"
        message = f"there are {len(operations)} operations {which}"
        raise errors.refused(message, errors.BAD_USER_INPUT)
    if operations[0].operation is not OperationType.QUERY:
        raise errors.refused(
            "this graph is only read here", errors.VALIDATION_FAILED, operations[0]
        )
    return operations[0]


def fragments(document: DocumentNode) -> dict[str, FragmentDefinitionNode]:
    return {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
