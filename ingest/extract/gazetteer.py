"""Known names in a text: the longest spelling wins, whole words only, case as the name demands."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from ingest.extract.candidates import Candidate, Strength
from ingest.extract.lexicon import Name, names

_TOKEN = re.compile(r"[^\W_]+|[^\w\s]|_")
_SAME = str.maketrans("\u2019\u2018\u02bc\u2010\u2011\u2012\u2013\u00a0", "'''----\u0020")
_HEADLINE_LENGTH = 4
_OWNED = re.compile(r"([\w. ]+)['\u2019]s\s+")


class Gazetteer:
    """Finds the names it was given in any text, by first word and then word by word."""

    def __init__(self, entries: Iterable[Name]) -> None:
        # Keyed by the first word alone and by the first two: most words open no name at all.
        self._single: dict[str, list[Name]] = {}
        self._longer: dict[tuple[str, str], list[tuple[tuple[str, ...], Name]]] = {}
        for entry in entries:
            words = tuple(word.lower() for word in _TOKEN.findall(entry.text.translate(_SAME)))
            if len(words) == 1:
                self._single.setdefault(words[0], []).append(entry)
            else:
                self._longer.setdefault((words[0], words[1]), []).append((words, entry))
        for same_start in self._longer.values():
            same_start.sort(key=lambda item: (-len(item[0]), item[1].text))
        for same_word in self._single.values():
            same_word.sort(key=lambda name: name.text)
        self._first = {*self._single, *(first for first, _ in self._longer)}

    def find(self, text: str) -> Iterator[tuple[int, int, Name]]:
        """Matches (start, end, name) from left to right, not overlapping."""
        plain = text.translate(_SAME)
        tokens = [(m.start(), m.end(), m[0].lower()) for m in _TOKEN.finditer(plain)]
        lowered = [token[2] for token in tokens]
        position = 0
        while position < len(tokens):
            if lowered[position] not in self._first:
                position += 1
                continue
            match = self._match(plain, tokens, lowered, position)
            if match is None:
                position += 1
                continue
            count, name = match
            yield tokens[position][0], tokens[position + count - 1][1], name
            position += count

    def _match(
        self, text: str, tokens: list[tuple[int, int, str]], lowered: list[str], position: int
    ) -> tuple[int, Name] | None:
        start = tokens[position][0]
        opening = tuple(lowered[position : position + 2])
        for words, name in self._longer.get(opening, ()) if len(opening) == 2 else ():
            last = position + len(words)
            if tuple(lowered[position:last]) != words:
                continue
            end = tokens[last - 1][1]
            if _bounded(text, start, end) and _same_shape(text[start:end], name.text):
                return len(words), name
        end = tokens[position][1]
        for name in self._single.get(lowered[position], ()):
            if _bounded(text, start, end) and _same_shape(text[start:end], name.text):
                return 1, name
        return None


def _bounded(text: str, start: int, end: int) -> bool:
    """Whether the span is not part of a larger word, address or price (`US$`)."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return before not in {"_", "@", "#"} and after not in {"_", "@", "$"}


def _same_shape(surface: str, name: str) -> bool:
    """Whether the surface is written like the name: its case, spacing and line breaks."""
    if re.search(r"[\r\n]\s*[\r\n]", surface):
        return False
    flat = " ".join(surface.split())
    plain = name.translate(_SAME)
    if flat == plain:
        return True
    if flat.replace(" ", "") != plain.replace(" ", "") and flat.lower() != plain.lower():
        return False
    if len(flat) != len(plain) or len(plain) < _HEADLINE_LENGTH:
        return False
    if plain.isupper() and " " not in plain:
        return len(plain) > _HEADLINE_LENGTH and flat[0].isupper()
    return flat.isupper() or all(
        a[0].isupper() or not b[0].isupper()
        for a, b in zip(flat.split(), plain.split(), strict=True)
    )


@cache
def default() -> Gazetteer:
    """The gazetteer of all names of the lexicon."""
    return Gazetteer(names())


@Language.component("gazetteer")
def gazetteer(doc: Doc) -> Doc:
    """Add the known names to `doc._.candidates`, those of an empty type among them."""
    doc._.candidates = (*doc._.candidates, *_candidates(doc.text))
    return doc


def _candidates(text: str, offset: int = 0) -> Iterator[Candidate]:
    for start, end, name in default().find(text):
        owned = _OWNED.match(text, start, end) if name.type in {"Agency", "Instrument"} else None
        if owned and owned[1] in _owners():
            yield from _candidates(owned[1], offset + start)
            start = owned.end()
        strength: Strength = 1 if name.weak else 3
        place = (offset + start, offset + end)
        yield Candidate(*place, name.type, "gazetteer", strength, name.ref, name.key)


@cache
def _owners() -> frozenset[str]:
    """Names whose possessive before another name (`China's Cybersecurity Law`) is no part of it."""
    return frozenset(name.text for name in names() if name.type in {"Company", "Jurisdiction"})
