"""Many sources into one store: read, extract, claim, write; a bad file does not stop the rest."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from itertools import batched

from ingest.claims import ClaimMaker
from ingest.extract.result import Extraction
from ingest.extractor import Extractor
from ingest.read import MAX_BYTES, Source, UnreadableError, read_source
from kg import clock, ids
from kg.claims import Document, Run
from kg.store.base import Store
from kg.store.writer import WriteReport, write

# Documents per transaction: enough to spread its cost, few enough to lose little to a power cut.
DOCUMENTS_AT_ONCE = 8


@dataclass(slots=True)
class LoadReport:
    """What became of the sources.

    `failures` are the files left out, `rejected` the claims that the ontology does not allow.
    """

    written: WriteReport = field(default_factory=WriteReport)
    read: int = 0
    failures: list[UnreadableError] = field(default_factory=list)
    rejected: list[str] = field(default_factory=list)


def read_all(
    sources: Iterable[Source], failures: list[UnreadableError], *, max_bytes: int = MAX_BYTES
) -> Iterator[tuple[Source, Document]]:
    """The sources that can be read; the others go to `failures`."""
    for source in sources:
        try:
            yield source, read_source(source, max_bytes=max_bytes)
        except UnreadableError as error:
            failures.append(error)


def extract_all(
    extractor: Extractor, documents: Iterable[tuple[Source, Document]]
) -> Iterator[tuple[Document, Extraction]]:
    """Each document with what was found in it, in order, a few documents at a time."""
    for some in batched(documents, DOCUMENTS_AT_ONCE):
        found = extractor.extract_many((document.text, source.doc) for source, document in some)
        yield from zip((document for _, document in some), found, strict=True)


def load(
    sources: Iterable[Source],
    store: Store,
    extractor: Extractor,
    maker: ClaimMaker,
    *,
    max_bytes: int = MAX_BYTES,
    progress: Callable[[int], None] = lambda _done: None,
) -> LoadReport:
    """Ingest the sources; `progress` hears of every number of documents that is stored."""
    report = LoadReport()
    run = new_run(extractor.name)
    documents = read_all(sources, report.failures, max_bytes=max_bytes)
    extracted = extract_all(extractor, documents)
    made = (maker.make(document, found, run) for document, found in extracted)
    for some in batched(made, DOCUMENTS_AT_ONCE):
        report.written += write(store, [one.batch for one in some], now=clock.now())
        report.rejected += [reason for one in some for reason in one.rejected]
        report.read += len(some)
        progress(len(some))
    return report


def new_run(extractor: str) -> Run:
    """The record of a run of the named extractor that starts now."""
    started = clock.now()
    release = version("ai-policy-graph")
    return Run(f"run:{ids.digest(extractor, release, started)}", extractor, release, started)
