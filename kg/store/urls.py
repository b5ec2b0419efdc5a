"""From the URL that a user writes to an open store."""

import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, unquote, urlsplit

from kg.errors import StoreError
from kg.store.base import Store

if TYPE_CHECKING:
    from pydantic import SecretStr

GRAFEO = "grafeo://"
NEO4J_SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
FORMS = (
    "grafeo:///path/to/file, grafeo:///./relative/file or neo4j://user@host:7687/database "
    f"(also {', '.join(NEO4J_SCHEMES[1:])})"
)


def open_store(url: str, *, password: "SecretStr | str | None" = None) -> Store:
    """Open the store that `url` names, creating an embedded file that is not there yet.

    Engines are imported here, when they are needed, so that a command that opens no store starts
    quickly. Raises StoreError, in one line, if the URL or the store cannot be used.
    """
    if url.startswith(GRAFEO):
        from kg.store.grafeo import GrafeoStore

        return GrafeoStore(_file(url), url=url)
    parts = _split(url)
    if parts is None or parts.scheme not in NEO4J_SCHEMES:
        raise StoreError(f"{_shown(url)} names no store: write {FORMS}")
    if password is None:
        raise StoreError(f"{_shown(url)} needs a password: set KG_NEO4J_PASSWORD")
    return _neo4j(parts, password if isinstance(password, str) else password.get_secret_value())


def _file(url: str) -> Path:
    """`/./x` and `/../x` are relative to the working directory, any other path is absolute."""
    path = url.removeprefix(GRAFEO)
    if not path.startswith("/") or path.endswith("/"):
        raise StoreError(f"{url} names no file: write grafeo:///path/to/file")
    relative = re.match(r"/+(?=\.\.?/)", path)
    return Path(path[relative.end() :] if relative else "/" + path.lstrip("/"))


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        _ = parts.port  # raises if it is not a number
    except ValueError:
        return None
    return parts


def _neo4j(parts: SplitResult, password: str) -> Store:
    from kg.store.neo4j import Neo4jStore

    shown = _shown(parts.geturl())
    if parts.password is not None:
        raise StoreError(f"{shown} holds a password: set KG_NEO4J_PASSWORD instead")
    database = parts.path.removeprefix("/")
    given = {"user": parts.username, "host": parts.hostname, "database": database}
    missing = [name for name, part in given.items() if not part]
    if missing:
        raise StoreError(f"{shown} lacks its {' and '.join(missing)}: write {FORMS}")
    address = parts.netloc.rpartition("@")[2]
    return Neo4jStore(
        f"{parts.scheme}://{address}" + (f"?{parts.query}" if parts.query else ""),
        user=unquote(parts.username or ""),
        password=password,
        database=unquote(database),
        url=parts.geturl(),
    )


def _shown(url: str) -> str:
    """The URL without a password: errors are printed and logged."""
    return re.sub(r"(//[^/@]*?):[^/]*@", r"\1@", url)
