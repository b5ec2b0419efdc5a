"""The word lists beside this module, as sets and tables."""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "words"


def lines(name: str) -> tuple[str, ...]:
    """The lines of one list, without comments."""
    text = (_FOLDER / f"{name}.txt").read_text("utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


def words(name: str) -> frozenset[str]:
    """The set under the heading `[name]`; KeyError if there is none."""
    return _sets()[name]


@cache
def _sets() -> dict[str, frozenset[str]]:
    found: dict[str, str] = {}
    heading = ""
    for line in lines("sets"):
        if line.startswith("["):
            heading = line.strip("[]")
            found[heading] = ""
        else:
            found[heading] += f"{line} "
    return {name: frozenset(_split(body)) for name, body in found.items()}


def alternation(name: str) -> str:
    """A regular expression of the set's items, the longest first."""
    return "|".join(sorted(words(name), key=lambda item: (-len(item), item)))


def _split(body: str) -> list[str]:
    if ";" in body:
        return [item.strip() for item in body.split(";") if item.strip()]
    return body.split()
