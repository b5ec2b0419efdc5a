"""From a file to a document: one reader for each media type, chosen by the file's ending."""

from ingest.read.errors import UnreadableError
from ingest.read.files import MAX_BYTES, Source, expand, read_source

__all__ = ["MAX_BYTES", "Source", "UnreadableError", "expand", "read_source"]
