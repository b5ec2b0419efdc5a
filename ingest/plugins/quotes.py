"""Finds in a text what a model quotes from it."""

import re

from ingest.extract.result import Span


def locate(quote: str, text: str, within: Span | None = None) -> Span | None:
    """Where the quote first stands, whatever white space parts its words; None if nowhere."""
    words = quote.split()
    if not words:
        return None
    start, end = within or (0, len(text))
    found = re.compile(r"\s+".join(map(re.escape, words))).search(text, start, end)
    return found.span() if found else None


def occurrences(name: str, text: str) -> list[Span]:
    """Everywhere that the name stands as whole words."""
    words = name.split()
    if not words:
        return []
    pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"(?!\w)"
    return [found.span() for found in re.finditer(pattern, text)]
