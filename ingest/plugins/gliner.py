"""Names found by a GLiNER model that lies on this machine."""

import importlib
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol

from ingest.extract.result import Entity, Extraction, Span
from ingest.plugins.report import ModelReport, Refusal
from kg import ids
from kg.errors import InvalidInputError

LABELS = {
    "company": "Company",
    "AI model": "AIModel",
    "government body": "Agency",
    "country or state": "Jurisdiction",
    "law, rule or treaty": "Instrument",
}
"""What the model is asked for -> the type of entity that it stands for."""

THRESHOLD = 0.5
# What GLiNER itself counts as a word.
WORD = re.compile(r"\w+(?:[-_]\w+)*|\S")
SENTENCE_ENDS = ".!?;"

type Hit = tuple[Span, str]
"""A mention and the type of its entity."""


class Recognizer(Protocol):
    """The part of a `gliner.GLiNER` that is used; a prediction has start, end, text, label."""

    def inference(
        self, texts: list[str], labels: list[str], *, threshold: float
    ) -> list[list[dict[str, Any]]]:
        """The predictions for each text."""


class GlinerExtractor:
    """Finds named entities; restrictions and relations are not in its power.

    Names that differ only in case, accents or punctuation are one entity. `longest` is the number
    of words that the model reads at once.
    """

    def __init__(self, recognizer: Recognizer, *, name: str, longest: int) -> None:
        self.name = name
        self.report = ModelReport()
        self._recognizer = recognizer
        self._longest = longest

    def extract(self, text: str, doc: str) -> Extraction:
        """The entities of one text, under the document name `doc`."""
        spans = list(pieces(text, self._longest))
        said = self._recognizer.inference(
            [text[start:end] for start, end in spans], list(LABELS), threshold=THRESHOLD
        )
        self.report.answers += 1
        hits = [
            hit
            for (start, _), predictions in zip(spans, said, strict=True)
            for prediction in predictions
            if (hit := self._hit(prediction, start, text, doc))
        ]
        return Extraction(doc, tuple(_entities(hits, text)))

    def extract_many(self, documents: Iterable[tuple[str, str]]) -> Iterator[Extraction]:
        """The extractions of (text, document name) pairs, one after the other."""
        for text, doc in documents:
            yield self.extract(text, doc)

    def _hit(self, said: Mapping[str, Any], offset: int, text: str, doc: str) -> Hit | None:
        """The mention in the whole text, if it is what the model says it is."""
        span = (offset + said["start"], offset + said["end"])
        if text[slice(*span)] != said["text"]:
            what = f"name of {LABELS[said['label']]}"
            reason = f"it is not at {list(span)}"
            self.report.refused.append(Refusal(doc, what, said["text"], reason))
            return None
        return span, LABELS[said["label"]]


def load(folder: Path) -> GlinerExtractor:
    """The extractor for a model's folder; nothing is fetched."""
    if not folder.is_dir():
        raise InvalidInputError(f"{folder} is no folder of a GLiNER model")
    try:
        gliner = importlib.import_module("gliner")
    except ModuleNotFoundError as error:
        raise InvalidInputError(
            f"GLiNER needs the package {error.name}: pip install 'ai-policy-graph[gliner]'"
        ) from error
    try:
        model = gliner.GLiNER.from_pretrained(str(folder), local_files_only=True)
    except OSError as error:
        raise InvalidInputError(f"{folder} holds no GLiNER model: {error}") from error
    return GlinerExtractor(model, name=f"gliner:{folder.name}", longest=model.config.max_len)


def pieces(text: str, longest: int) -> Iterator[Span]:
    """Consecutive parts of at most `longest` words, cut after a sentence where one ends."""
    words = [word.span() for word in WORD.finditer(text)]
    first = 0
    while first < len(words):
        last = min(first + longest, len(words))
        if last < len(words):
            ends = (n for n in range(last, first, -1) if text[words[n - 1][0]] in SENTENCE_ENDS)
            last = next(ends, last)
        yield words[first][0], words[last - 1][1]
        first = last


def _entities(hits: Iterable[Hit], text: str) -> Iterator[Entity]:
    """One entity for each name and type, in the order of the text."""
    mentions: dict[tuple[str, str], list[Span]] = {}
    for span, kind in sorted(hits):
        mentions.setdefault((kind, ids.folded(text[slice(*span)])), []).append(span)
    for number, ((kind, _), spans) in enumerate(mentions.items(), 1):
        forms = list(dict.fromkeys(text[start:end] for start, end in spans))
        name = max(forms, key=len)
        others = tuple(form for form in forms if form != name)
        yield Entity(f"e{number}", kind, name, others, tuple(spans))
