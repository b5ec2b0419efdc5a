"""The real server, run as its users run it."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

KG = Path(sys.executable).with_name("kg")
QUOTE = (
    "The U.S. Commerce Department has proposed a rule that would prohibit American cloud providers "
    "from offering cloud computing services to Huawei."
)
STARTUP_SECONDS = 60


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Address of a server over a new embedded store in ``folder`` that holds one sentence."""
    document = folder / "cloud-rule.txt"
    document.write_text(f"A rule on cloud access\n\n{QUOTE}\n")
    environment = os.environ | {"KG_STORE": f"grafeo://{folder}/kg.grafeo"}
    subprocess.run([KG, "ingest", document], env=environment, cwd=folder, check=True, timeout=120)
    with running([KG, "serve"], folder, environment) as address:
        yield address


@contextmanager
def running(
    command: Sequence[str | Path], folder: Path, environment: Mapping[str, str]
) -> Iterator[str]:
    """Address of what ``command --port N`` serves from ``folder``, once it is ready."""
    port = _free_port()
    log = folder / "server.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [*command, "--port", str(port)],
            env=environment,
            cwd=folder,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait_until_ready(f"http://127.0.0.1:{port}/health/ready", process, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(timeout=20)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_ready(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + STARTUP_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise RuntimeError(f"the server did not get ready:\n{log.read_text()}")
