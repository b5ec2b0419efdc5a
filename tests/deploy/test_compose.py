"""The compose file, checked without a container engine: schema, names, variables, health."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tomllib
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

from api.settings import Settings
from tests import neo4j_server
from tests.browser.components import lacking
from tests.deploy.dockerfile import ROOT, read_stages

FILE = ROOT / "docker-compose.yml"
COMPOSE: dict[str, Any] = yaml.safe_load(FILE.read_text())
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]


def test_it_follows_the_compose_specification() -> None:
    if importlib.util.find_spec("check_jsonschema") is None:
        lacking("the package check-jsonschema is not installed")
    check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec"]
    done = subprocess.run([*check, FILE], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_docker_compose_accepts_it() -> None:
    docker = shutil.which("docker")
    compose = [docker, "compose"] if docker else []
    if not compose or subprocess.run([*compose, "version"], capture_output=True).returncode:
        pytest.skip("no docker client with compose here; the schema is checked without one")
    done = subprocess.run(
        [*compose, "--file", FILE, "config", "--quiet"],
        env=os.environ | {"KG_NEO4J_PASSWORD": "for-this-test"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_the_database_is_pinned_to_the_version_that_the_tests_run() -> None:
    pinned = re.fullmatch(r"neo4j:(\d+\.\d+\.\d+)-community", SERVICES["neo4j"]["image"])
    assert pinned is not None
    if "NEO4J" not in os.environ:
        assert pinned[1] == neo4j_server.VERSION


def test_the_image_is_named_by_the_projects_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert SERVICES["api"]["image"] == f"{project['name']}:{project['version']}"


def test_the_api_waits_for_a_healthy_database() -> None:
    assert SERVICES["api"]["depends_on"] == {"neo4j": {"condition": "service_healthy"}}


@pytest.mark.parametrize("service", SERVICES)
def test_every_service_says_how_it_is(service: str) -> None:
    check = SERVICES[service]["healthcheck"]
    assert check["test"][0] == "CMD"
    assert {"interval", "timeout", "start_period", "retries"} <= check.keys()


@pytest.mark.parametrize("service", SERVICES)
def test_ports_are_open_to_this_machine_only(service: str) -> None:
    assert all(port.startswith("127.0.0.1:") for port in SERVICES[service]["ports"])


def test_the_published_port_is_the_one_that_the_image_listens_on() -> None:
    exposed = read_stages()[-1].last("EXPOSE").text
    assert SERVICES["api"]["ports"] == [f"127.0.0.1:{exposed}:{exposed}"]


def test_the_api_is_given_settings_that_it_knows() -> None:
    known = {f"KG_{name}".upper() for name in Settings.model_fields}
    assert SERVICES["api"]["environment"].keys() <= known


def test_the_store_is_the_database_service() -> None:
    store = urlsplit(SERVICES["api"]["environment"]["KG_STORE"])
    assert (store.scheme, store.hostname, store.port) == ("neo4j", "neo4j", 7687)
    assert SERVICES["neo4j"]["environment"]["NEO4J_AUTH"].split("/")[0] == store.username


def test_the_password_comes_from_the_environment_and_nowhere_else() -> None:
    required = r"\$\{KG_NEO4J_PASSWORD:\?[^}]+\}"
    assert re.fullmatch(f"neo4j/{required}", SERVICES["neo4j"]["environment"]["NEO4J_AUTH"])
    assert re.fullmatch(required, SERVICES["api"]["environment"]["KG_NEO4J_PASSWORD"])


def test_named_volumes_are_declared_and_used() -> None:
    used = {
        volume.split(":")[0]
        for service in SERVICES.values()
        for volume in service.get("volumes", [])
        if not volume.startswith((".", "/"))
    }
    assert used == COMPOSE["volumes"].keys()
