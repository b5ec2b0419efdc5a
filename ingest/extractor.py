"""What every extractor offers, whether it works by rules or asks a model."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from ingest.extract.result import Extraction


class Extractor(Protocol):
    """Finds the entities, restrictions and relations of documents.

    `name` tells whose claims they are: "rules", or the model.
    """

    @property
    def name(self) -> str: ...

    def extract(self, text: str, doc: str) -> Extraction:
        """The extraction of one text, under the document name `doc`."""

    def extract_many(self, documents: Iterable[tuple[str, str]]) -> Iterator[Extraction]:
        """The extractions of (text, document name) pairs, in their order."""
