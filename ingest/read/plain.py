"""Plain text: the text is the document; its first line is the title if it looks like one."""

from ingest.read.metadata import Metadata

LONGEST_TITLE = 120


def read_plain(text: str) -> tuple[str, Metadata]:
    first = next(line.strip() for line in text.splitlines() if line.strip())
    titled = len(first) <= LONGEST_TITLE and not first.endswith((".", ",", ";", ":"))
    return text, Metadata(title=first if titled else None)
