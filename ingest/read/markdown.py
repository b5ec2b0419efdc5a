"""Markdown: headings, paragraphs and list items as lines of plain text, without the marks."""

from collections.abc import Iterable

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from ingest.read.metadata import Metadata, from_mapping

PARSER = MarkdownIt("commonmark").enable("table")
FENCE = "---\n"


def read_markdown(text: str) -> tuple[str, Metadata]:
    """The text as a reader sees it; front matter in YAML gives metadata, else the first heading."""
    front, body = _front_matter(text)
    tokens = PARSER.parse(body)
    title = next(
        (_inline(tokens[i + 1]) for i, t in enumerate(tokens) if t.type == "heading_open"), None
    )
    return "\n".join(_lines(tokens)), front.over(Metadata(title=title))


def _front_matter(text: str) -> tuple[Metadata, str]:
    if not text.startswith(FENCE) or f"\n{FENCE}" not in text[len(FENCE) - 1 :]:
        return Metadata(), text
    head, _, body = text[len(FENCE) :].partition(f"\n{FENCE}")
    values = yaml.safe_load(head)
    return (from_mapping(values), body) if isinstance(values, dict) else (Metadata(), text)


def _lines(tokens: Iterable[Token]) -> Iterable[str]:
    """One line per block; list items keep a marker, since provisions refer to them by it."""
    lists: list[int | None] = []
    marker = ""
    for token in tokens:
        if token.type == "bullet_list_open":
            lists.append(None)
        elif token.type == "ordered_list_open":
            lists.append(int(token.attrs.get("start", 1)))
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif token.type == "list_item_open":
            number = lists[-1]
            marker = "- " if number is None else f"{number}. "
            lists[-1] = None if number is None else number + 1
        elif token.type == "inline":
            yield marker + _inline(token)
            marker = ""
        elif token.type in ("fence", "code_block"):
            yield token.content.rstrip("\n")
        elif token.type in ("paragraph_close", "heading_close") and not lists:
            yield ""


def _inline(token: Token) -> str:
    parts = []
    for child in token.children or ():
        if child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif child.type == "image":
            parts.append(child.content)
    return "".join(parts)
