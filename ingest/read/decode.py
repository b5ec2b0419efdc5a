"""Bytes to text, or a clear word on why not."""

import codecs

import charset_normalizer

from ingest.read.errors import UnreadableError

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Endings of formats that are not text whatever their bytes look like, and files of other readers.
SIGNATURES = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\x7fELF",
)
MOST_CONTROL = 0.02


def decode(data: bytes, name: str) -> str:
    """The text of a file; UTF-8 first, then what the bytes themselves give away.

    Line ends become `\\n`, since offsets count in the text that is kept.
    """
    if not data.strip():
        raise UnreadableError(name, "the file is empty")
    if data.startswith(SIGNATURES):
        raise UnreadableError(name, "the file is binary, not text")
    text = _decoded(data, name).replace("\r\n", "\n").replace("\r", "\n")
    control = sum(1 for c in text if c < " " and c not in "\n\t\f\v")
    if "\x00" in text or control > MOST_CONTROL * len(text):
        raise UnreadableError(name, "the file is binary, not text")
    if not text.strip():
        raise UnreadableError(name, "the file is empty")
    return text


def _decoded(data: bytes, name: str) -> str:
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _strictly(data, encoding, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if b"\x00" in data:
            raise UnreadableError(name, "the file is binary, not text") from error
        best = charset_normalizer.from_bytes(data).best()
        if best is None:
            raise UnreadableError(
                name, f"the text is not UTF-8 (byte {error.start}) and no other encoding fits"
            ) from error
        return str(best)


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(
            name, f"the text says that it is {encoding} but byte {error.start} does not fit"
        ) from error
