"""Web pages: the main text by trafilatura, without navigation, and what the page declares."""

import re

import trafilatura
from selectolax.lexbor import LexborHTMLParser

from ingest.read.metadata import Metadata

DECLARED_DATES = (
    ('meta[property="article:published_time"]', "content"),
    ('meta[name="citation_publication_date"]', "content"),
    ('meta[name="dcterms.issued"]', "content"),
    ('meta[name="dc.date"]', "content"),
    ('meta[name="date"]', "content"),
    ('meta[itemprop="datePublished"]', "content"),
    ("time[pubdate][datetime]", "datetime"),
    ('time[itemprop="datePublished"][datetime]', "datetime"),
)
ISO_DATE = re.compile(r"(\d{4})[-/](\d{2})[-/](\d{2})")


def read_html(text: str) -> tuple[str, Metadata]:
    """The article's text, one block a line, list items with a marker; empty if there is none."""
    body = trafilatura.extract(
        text, include_comments=False, include_tables=True, favor_recall=True, deduplicate=False
    )
    found = trafilatura.extract_metadata(text)
    metadata = Metadata(
        title=found.title, url=found.url, publisher=found.sitename, published=_declared_date(text)
    )
    return body or "", metadata


def _declared_date(text: str) -> str | None:
    """Only a date that the page declares: one guessed from its text may be of anything."""
    page = LexborHTMLParser(text)
    for selector, attribute in DECLARED_DATES:
        node = page.css_first(selector)
        date = ISO_DATE.match((node.attributes.get(attribute) or "") if node else "")
        if date:
            return "-".join(date.groups())
    return None
