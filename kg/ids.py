"""Ids: few, stable, made from raw content; those of reference entities are in the data."""

import hashlib
import re
import unicodedata

SEPARATOR = "\x1f"


def sha256(text: str) -> str:
    """The identity of a document's text (lone surrogates survive, so that any text has one)."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def digest(*parts: str, length: int = 16) -> str:
    """A hash of ordered parts, in hexadecimal digits."""
    return sha256(SEPARATOR.join(parts))[:length]


def document(text_sha256: str) -> str:
    return f"document:{text_sha256[:16]}"


def passage(document_id: str, start: int, end: int) -> str:
    return f"{document_id}#char={start},{end}"


def claim(*content: str) -> str:
    return f"claim:{digest(*content)}"


def triple(subject: str, predicate: str, target: str) -> str:
    return digest(subject, predicate, target)


def entity(prefix: str, *content: str) -> str:
    """The id of an entity that no reference table knows, from what identifies it."""
    return f"{prefix}:{digest(*content, length=12)}"


def folded(text: str) -> str:
    """A name without case, accents, punctuation and repeated space, for comparing names."""
    plain = text
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", " ", plain.casefold()).strip()
