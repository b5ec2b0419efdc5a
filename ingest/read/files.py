"""Files, folders, globs and standard input, as documents."""

import glob
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest.read.decode import decode
from ingest.read.errors import UnreadableError
from ingest.read.metadata import MANIFEST, Metadata, manifest_entry
from kg.claims import Document

MAX_BYTES = 20_000_000
STDIN = "-"

type Reader = Callable[[str], tuple[str, Metadata]]


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read, or standard input; `doc` names it in the exchange format."""

    path: Path | None

    @property
    def name(self) -> str:
        return str(self.path) if self.path else "standard input"

    @property
    def doc(self) -> str:
        return self.path.stem if self.path else "stdin"


def _plain() -> Reader:
    from ingest.read.plain import read_plain

    return read_plain


def _markdown() -> Reader:
    from ingest.read.markdown import read_markdown

    return read_markdown


def _html() -> Reader:
    from ingest.read.html import read_html

    return read_html


READERS: dict[str, tuple[str, Callable[[], Reader]]] = {
    ".txt": ("text/plain", _plain),
    ".text": ("text/plain", _plain),
    ".md": ("text/markdown", _markdown),
    ".markdown": ("text/markdown", _markdown),
    ".html": ("text/html", _html),
    ".htm": ("text/html", _html),
}


def expand(patterns: Iterable[str]) -> Iterator[Source]:
    """The sources that paths, folders, globs and `-` name, each once, in a fixed order.

    A folder gives its readable files; a file named outright is always tried, so that its problem is
    told. A path that is not there comes out as itself and fails when it is read.
    """
    seen: set[Path | None] = set()
    for pattern in patterns:
        for source in _expand_one(pattern):
            if source.path not in seen:
                seen.add(source.path)
                yield source


def _expand_one(pattern: str) -> Iterator[Source]:
    path = Path(pattern)
    if pattern == STDIN:
        yield Source(None)
    elif path.is_dir():
        found = (p for p in sorted(path.rglob("*")) if p.suffix.lower() in READERS and p.is_file())
        yield from map(Source, found)
    elif not path.exists() and glob.has_magic(pattern):
        matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - may be absolute
        yield from (Source(Path(m)) for m in matches if Path(m).is_file())
        if not matches:
            yield Source(path)
    else:
        yield Source(path)


def read_source(source: Source, *, max_bytes: int = MAX_BYTES) -> Document:
    """Read one source, or raise `UnreadableError` that names it and the reason."""
    media_type, reader = _reader(source)
    raw = decode(_bytes(source, max_bytes), source.name)
    text, found = reader(raw)
    if not text.strip():
        raise UnreadableError(source.name, "no text was found in the file")
    beside = manifest_entry(source.path) if source.path else Metadata()
    metadata = beside.over(found)
    return Document(
        text=text,
        title=metadata.title or source.doc,
        url=metadata.url,
        publisher=metadata.publisher,
        published=metadata.published,
        media_type=media_type,
        source=metadata.url or (source.path.resolve().as_uri() if source.path else None),
    )


def _reader(source: Source) -> tuple[str, Reader]:
    suffix = source.path.suffix.lower() if source.path else ".txt"
    if suffix not in READERS:
        known = ", ".join(sorted(READERS))
        raise UnreadableError(
            source.name, f"no reader for {suffix or 'no ending'!r} (have {known})"
        )
    media_type, load = READERS[suffix]
    return media_type, load()


def _bytes(source: Source, max_bytes: int) -> bytes:
    try:
        if source.path is None:
            data = sys.stdin.buffer.read(max_bytes + 1)
        else:
            with source.path.open("rb") as stream:
                data = stream.read(max_bytes + 1)
    except OSError as error:
        raise UnreadableError(source.name, error.strerror or str(error)) from error
    if len(data) > max_bytes:
        raise UnreadableError(
            source.name, f"the file is larger than {max_bytes:,} bytes (KG_MAX_BYTES)"
        )
    return data


__all__ = ["MANIFEST", "MAX_BYTES", "READERS", "Source", "expand", "read_source"]
