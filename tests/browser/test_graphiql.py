"""GraphiQL as a person meets it: it opens, answers the main question, and stays on this machine."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.served import QUOTE
from tests.browser.visit import Visit

pytestmark = pytest.mark.browser


def run_default_query(page: Page, server: str) -> str:
    """Open GraphiQL, press its button, and return the answer as it is shown, on one line."""
    page.goto(f"{server}/graphql")
    expect(page.locator(".graphiql-query-editor .view-lines")).to_contain_text("CLOUD_ACCESS")
    page.get_by_role("button", name="Execute query").click()
    answer = page.locator(".graphiql-response .view-lines")
    expect(answer).to_contain_text("pageInfo")
    # A long sentence is wrapped over several lines of the editor.
    return " ".join(answer.inner_text().split())


def test_the_default_query_answers_with_the_quoted_sentence(server: str, visit: Visit) -> None:
    shown = run_default_query(visit.page, server)
    expect(visit.page).to_have_title(re.compile("AI policy graph"))
    assert QUOTE in shown
    assert '"errors"' not in shown


def test_the_page_loads_nothing_from_elsewhere_and_complains_of_nothing(
    server: str, visit: Visit
) -> None:
    # The last thing the page asks for is the worker that checks queries.
    with visit.page.context.expect_event("requestfinished", lambda it: "graphql.worker" in it.url):
        run_default_query(visit.page, server)
    assert visit.hosts == {"127.0.0.1"}
    assert visit.complaints == []


def test_a_foreign_host_is_refused_by_the_page_itself(server: str, visit: Visit) -> None:
    visit.page.goto(f"{server}/graphql")
    outcome = visit.page.evaluate(
        "fetch('http://elsewhere.invalid/').then(() => 'loaded', error => error.message)"
    )
    assert outcome == "Failed to fetch"
    assert any("Content Security Policy" in complaint for complaint in visit.complaints)


def test_the_documentation_lists_the_main_question(server: str, visit: Visit) -> None:
    page = visit.page
    page.goto(f"{server}/graphql")
    page.get_by_role("button", name="Show Documentation Explorer").click()
    page.get_by_role("link", name="Query").click()
    expect(page.get_by_role("link", name="facing", exact=True)).to_be_visible()
