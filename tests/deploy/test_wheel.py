"""What the image installs and runs, installed and run here as a plain process."""

import os
import re
import shutil
import subprocess
import sys
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from api.web.build import WebBuildError, build
from tests.browser.components import lacking
from tests.browser.served import running
from tests.deploy.dockerfile import ROOT, read_stages

IMAGE = read_stages()[-1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's wheel, built as the image builds it: page first, then the package."""
    uv = os.environ.get("UV") or shutil.which("uv")
    if uv is None:
        lacking("uv is not to be found: run the tests by `make test`, or put uv on the PATH")
    try:
        build()
    except WebBuildError as error:
        lacking(str(error))
    folder = tmp_path_factory.mktemp("wheel")
    done = subprocess.run(
        [uv, "build", "--wheel", "--out-dir", folder, ROOT],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def address(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The image's own command, run from the wheel's contents alone, outside the checkout."""
    home = tmp_path_factory.mktemp("image")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(home / "site")
    start = "from api.cli.main import main; main()"
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("KG_")}
    environment = inherited | {
        "PYTHONPATH": str(home / "site"),
        "KG_STORE": IMAGE.environment()["KG_STORE"].replace("/data/", f"{home}/"),
    }
    command = [sys.executable, "-c", start, *IMAGE.last("CMD").command()]
    with running(command, home, environment) as address:
        yield address


def test_the_wheel_holds_data_and_the_built_page_but_not_its_sources(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert "api/web/dist/index.html" in names
    assert any(name.startswith("ontology/") and name.endswith(".ttl") for name in names)
    assert any(name.startswith("ingest/samples/") and name.endswith(".txt") for name in names)
    assert not [name for name in names if name.startswith(("api/web/node_modules", "api/web/src"))]
    assert not [name for name in names if name.startswith("tests/")]


def test_the_health_check_of_the_image_passes(address: str) -> None:
    check = IMAGE.last("HEALTHCHECK").command()
    here = check[-1].replace(f"http://127.0.0.1:{IMAGE.last('EXPOSE').text}", address)
    assert check[0] == "python"
    done = subprocess.run([sys.executable, *check[1:-1], here], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "/health/live" in here


def test_the_page_and_its_script_are_served_from_the_wheel(address: str) -> None:
    with urllib.request.urlopen(f"{address}/graphql", timeout=10) as answer:
        script = re.search(r'src="(/static/graphiql/assets/[^"]+\.js)"', answer.read().decode())
    assert script is not None
    with urllib.request.urlopen(address + script[1], timeout=10) as answer:
        assert answer.headers.get_content_type() == "text/javascript"
