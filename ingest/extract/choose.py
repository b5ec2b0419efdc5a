"""Which candidates become mentions: unsupported ones go, then the longest wins."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc

from ingest.extract.candidates import Candidate
from ingest.extract.judge import Judge
from ingest.extract.terms_firms import firms_of_terms, inside_their_terms

_RULES = ("gazetteer", "legal form", "citation", "model", "administration", "government", "capital")


def choose(doc: Doc, candidates: Iterable[Candidate]) -> list[Candidate]:
    """The mentions, in text order, each trimmed of outer white space.

    They do not overlap, but for a firm that is named only in the name of its terms.
    """
    text = doc.text
    offered = (*candidates, *firms_of_terms(text))
    trimmed = [c for candidate in offered if (c := _trim(text, candidate))]
    support = Counter(c.key for c in trimmed if c.strength > 1 and c.key)
    judge = Judge(doc, support)
    listed = {(c.start, c.end) for c in trimmed if c.rule == "gazetteer"}
    fresh = (c for c in trimmed if not (_guessed(c) and (c.start, c.end) in listed))
    kept = _unmixed([c for c in fresh if judge.accepts(c)])
    kept.sort(key=lambda c: (-(c.end - c.start), -c.strength, _rank(c), c.start, c.type, c.rule))
    chosen: list[Candidate] = []
    taken = bytearray(len(text))
    for candidate in kept:
        if not any(taken[candidate.start : candidate.end]):
            taken[candidate.start : candidate.end] = b"\1" * (candidate.end - candidate.start)
            chosen.append(candidate)
    chosen += inside_their_terms(text, kept, chosen)
    return sorted((c for c in chosen if c.type), key=lambda c: (c.start, c.end))


def _guessed(candidate: Candidate) -> bool:
    return candidate.rule.startswith("firm.")


def _unmixed(candidates: list[Candidate]) -> list[Candidate]:
    """Without firms guessed from context that swallow a name of another kind."""
    certain = sorted((c.start, c.end) for c in candidates if c.type and c.strength == 3)
    starts = [start for start, _ in certain]

    def swallows(c: Candidate) -> bool:
        first = bisect_left(starts, c.start)
        inside = bisect_left(starts, c.end)
        before = certain[first - 1][1] > c.start if first else False
        return before or any((c.start, c.end) != span for span in certain[first:inside])

    titles = [(c.start, c.end) for c in candidates if c.type == "Instrument" and c.strength == 3]

    def doubtful(c: Candidate) -> bool:
        return (
            c.strength == 1
            and c.rule == "title"
            and any(a < c.end and c.start < b for a, b in titles)
        )

    return [c for c in candidates if not ((_guessed(c) and swallows(c)) or doubtful(c))]


def _rank(candidate: Candidate) -> int:
    head = candidate.rule.split(".")[0]
    return _RULES.index(head) if head in _RULES else len(_RULES)


def _trim(text: str, candidate: Candidate) -> Candidate | None:
    surface = text[candidate.start : candidate.end]
    body = surface.strip()
    if not body or re.search(r"[\r\n]\s*[\r\n]", body):
        return None
    start = candidate.start + surface.index(body)
    return replace(candidate, start=start, end=start + len(body))
