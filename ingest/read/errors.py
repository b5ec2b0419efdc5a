"""Why a file was not read."""

from kg.errors import InvalidInputError


class UnreadableError(InvalidInputError):
    """One file cannot be read; the others go on."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason
