"""What the browser tests share: a served graph, a browser, a page."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from api.web.build import WebBuildError, build
from tests.browser.chromium import NoBrowserError, find_or_install
from tests.browser.components import lacking
from tests.browser.served import served
from tests.browser.visit import Visit, begin_visit


@pytest.fixture(scope="package")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the real server, its GraphiQL page built from the present sources."""
    try:
        build()
    except WebBuildError as error:
        lacking(str(error))
    with served(tmp_path_factory.mktemp("graph")) as address:
        yield address


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """A headless Chromium; while it runs, its event loop holds the thread, so not for longer."""
    try:
        program = find_or_install()
    except NoBrowserError as error:
        lacking(str(error))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program)
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Visit]:
    """A fresh page that shows a whole answer; a picture of it stays in the test's folder."""
    with browser.new_context(viewport={"width": 1600, "height": 1400}) as context:
        context.set_default_timeout(30_000)
        visit = begin_visit(context)
        yield visit
        name = re.sub(r"\W+", "-", request.node.name)
        visit.page.screenshot(path=tmp_path / f"{name}.png")
