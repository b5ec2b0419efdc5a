"""Where the Chromium of the browser tests comes from."""

from pathlib import Path

import pytest

from tests.browser import chromium


def browser(path: Path, status: int = 0) -> Path:
    path.write_text(f"#!/bin/sh\nexit {status}\n")
    path.chmod(0o755)
    return path


@pytest.fixture(autouse=True)
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PATH with nothing on it, and no Chromium named."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("KG_TEST_BROWSER", raising=False)
    return tmp_path


def test_the_named_one_comes_first(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    browser(path / "chromium")
    named = browser(path / "mine")
    monkeypatch.setenv("KG_TEST_BROWSER", str(named))
    assert chromium.find_or_install() == named


def test_a_named_one_that_does_not_start_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_TEST_BROWSER", "/no/such/chromium")
    with pytest.raises(chromium.NoBrowserError, match="/no/such/chromium does not start"):
        chromium.find_or_install()


def test_a_stub_that_does_not_start_is_passed_over(path: Path) -> None:
    browser(path / "chromium-browser", status=1)
    chrome = browser(path / "google-chrome")
    assert chromium.find_or_install() == chrome


def test_a_machine_without_a_package_is_told_what_helps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platform.machine", lambda: "riscv64")
    with pytest.raises(chromium.NoBrowserError, match="KG_TEST_BROWSER"):
        chromium.find_or_install()
