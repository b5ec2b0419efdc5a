"""A visit to a page, with a record of what the page asked for and complained of."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request


@dataclass(frozen=True, slots=True)
class Visit:
    """A page, the hosts it asked for anything, and what went wrong in it."""

    page: Page
    hosts: set[str] = field(default_factory=set)
    complaints: list[str] = field(default_factory=list)


def begin_visit(context: BrowserContext) -> Visit:
    """A visit with a new page, recorded over the whole context: the page and its workers."""
    visit = Visit(context.new_page())

    def saw_request(request: Request) -> None:
        # Addresses inside the page (data:, blob:) have no host.
        host = urlsplit(request.url).hostname
        if host:
            visit.hosts.add(host)

    def saw_message(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            visit.complaints.append(message.text)

    context.on("request", saw_request)
    context.on("console", saw_message)
    context.on("requestfailed", lambda it: visit.complaints.append(f"{it.url}: {it.failure}"))
    visit.page.on("pageerror", lambda error: visit.complaints.append(error.message))
    return visit
