"""What the classifier of rules reads in a sentence: patterns of words, and pieces of words."""

import re
from collections.abc import Iterator
from itertools import pairwise

from ingest.extract.wordset import word_set

_WORD = re.compile(r"[a-z][a-z'-]*[a-z]|[a-z]|\d[\d.,]*")
_ENDINGS = (
    *("ations", "ation", "ments", "ment", "ings", "ing", "ers", "ies", "ied", "ed", "es", "er"),
    *("ly", "s", "y", "e"),
)
_SHORTEST_STEM = 4
_PIECES = range(3, 6)
_FUNCTION_WORDS = word_set(
    """the a an of to in and or that is are be for by on with as it its this any at from which who
    their has have been will was were"""
)


def words(text: str) -> list[str]:
    """The words of a text in lower case, in order; every number reads "0"."""
    lowered = text.lower().replace("\u2019", "'")
    return ["0" if word[0].isdigit() else word for word in _WORD.findall(lowered)]


def patterns(words_of_text: list[str]) -> set[str]:
    """Stems, pairs of neighbours, and pairs of content words that stand at most one apart."""
    stems = [_stem(word) for word in words_of_text]
    content = [stem for stem in stems if stem not in _FUNCTION_WORDS]
    return {
        *stems,
        *(f"{a}_{b}" for a, b in pairwise(stems)),
        *(f"{a}>{b}" for a, b in pairwise(content)),
        *(f"{a}>>{b}" for a, b in zip(content, content[2:], strict=False)),
    }


def pieces(word: str) -> Iterator[str]:
    """The runs of three to five letters of a word, its edges included."""
    edged = f" {word} "
    for size in _PIECES:
        for start in range(len(edged) - size + 1):
            yield edged[start : start + size]


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word
