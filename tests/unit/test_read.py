"""Reading files: what comes out as text, and what a file that cannot be read is told."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.read import Source, UnreadableError, expand, read_source
from ingest.read.decode import decode


def read(path: Path, **limits: int):  # type: ignore[no-untyped-def]
    return read_source(Source(path), **limits)


def saved(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_plain_text_is_kept_as_it_is(tmp_path: Path) -> None:
    text = "Chip rule\n\nThe  bureau said — “no”.\t\n"
    document = read(saved(tmp_path, "a.txt", text))
    assert document.text == text
    assert document.title == "Chip rule"


def test_line_ends_are_one_character(tmp_path: Path) -> None:
    assert read(saved(tmp_path, "a.txt", b"One.\r\nTwo.\rThree.")).text == "One.\nTwo.\nThree."


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks_are_honoured_and_left_out(tmp_path: Path, encoding: str) -> None:
    assert read(saved(tmp_path, "a.txt", "Größe".encode(encoding))).text == "Größe"


def test_an_older_encoding_is_recognised(tmp_path: Path) -> None:
    text = "Le règlement européen précise que les systèmes à haut risque sont contrôlés. " * 5
    assert read(saved(tmp_path, "a.txt", text.encode("cp1252"))).text == text


@given(st.text(min_size=1).filter(lambda t: t.strip() and not set(t) & set(map(chr, range(32)))))
def test_any_readable_text_comes_back_whole(text: str) -> None:
    assert decode(text.encode("utf-8"), "x") == text.removeprefix("\ufeff")


def test_markdown_loses_its_marks_and_keeps_its_items(tmp_path: Path) -> None:
    source = (
        "---\ntitle: A rule\npublished: 2025-01-02\n---\n# Heading\n\nA *bold* [link](http://x.org)"
        "\nand `code`.\n\n- first\n- second\n\n3. third\n4. fourth\n"
    )
    document = read(saved(tmp_path, "a.md", source))
    assert document.title == "A rule"
    assert document.published == "2025-01-02"
    assert document.text.split("\n") == [
        "Heading",
        "",
        "A bold link and code.",
        "",
        "- first",
        "- second",
        "3. third",
        "4. fourth",
    ]


def test_a_web_page_gives_its_article_and_metadata(tmp_path: Path) -> None:
    page = """<html lang="en"><head><title>Chip rule announced</title>
    <meta property="og:site_name" content="Example Desk">
    <meta property="article:published_time" content="2025-03-04T10:00:00Z">
    <link rel="canonical" href="https://news.example.org/chip-rule"></head><body>
    <nav><a href="/">Home</a><a href="/about">About us</a></nav>
    <article><h1>Chip rule announced</h1>
    <p>The bureau announced a rule on advanced chips for data centres abroad on Tuesday.</p>
    <ul><li>Exporters must apply for a licence before any sale.</li>
    <li>Cloud firms must report large customers to the bureau.</li></ul>
    <p>Officials said that the rule takes effect next year after a period of comment.</p></article>
    <footer>Copyright Example Desk</footer></body></html>"""
    document = read(saved(tmp_path, "a.html", page))
    assert "Exporters must apply for a licence before any sale." in document.text
    assert "About us" not in document.text
    assert document.title == "Chip rule announced"
    assert document.published == "2025-03-04"
    assert document.url == "https://news.example.org/chip-rule"


def test_a_manifest_beside_the_file_outranks_what_the_file_says(tmp_path: Path) -> None:
    rows = [{"file": "a.txt", "title": "From the manifest", "published": "2025-05-05"}]
    saved(tmp_path, "manifest.json", json.dumps({"documents": rows}))
    document = read(saved(tmp_path, "a.txt", "From the file\n\nText."))
    assert (document.title, document.published) == ("From the manifest", "2025-05-05")


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t ", "empty"),
        ("binary.txt", b"\x00\x01\x02\x03" * 50, "binary"),
        ("really.txt", b"%PDF-1.7 ...", "binary"),
        ("broken.txt", b"\xff\xfea\x00b", "does not fit"),
        ("picture.png", b"\x89PNG....", "no reader"),
        ("nothing.html", b"<html><body></body></html>", "no text"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    path = saved(tmp_path, name, content)
    with pytest.raises(UnreadableError, match=reason) as raised:
        read(path)
    assert str(path) in str(raised.value)


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="larger than 10 bytes"):
        read(saved(tmp_path, "a.txt", "x" * 11), max_bytes=10)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="No such file"):
        read(tmp_path / "gone.txt")


def test_folders_and_globs_expand_once_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c.png"):
        saved(tmp_path, name, "x")
    (tmp_path / "deep").mkdir()
    saved(tmp_path / "deep", "d.html", "x")
    found = [s.name for s in expand([str(tmp_path), f"{tmp_path}/*.txt", f"{tmp_path}/c.png"])]
    assert [Path(name).name for name in found] == ["a.md", "b.txt", "d.html", "c.png"]
