"""Units of a text: sentences, list items and numbered provisions, with the lead-in they hang from.

A parser trained on running prose splits legal texts and bullet lists badly, so the layout decides
first (lines, enumerators, headings) and punctuation second.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc

from ingest.extract.result import Span
from ingest.extract.sentences import sentences

type Kind = Literal["sentence", "item", "heading"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, list item or heading: `text[start:end]`, without its bullet or number.

    `label` is that bullet or number; `chapeau` the open lead-ins above it, outermost first;
    `heading` the last heading before it.
    """

    start: int
    end: int
    kind: Kind
    label: str | None = None
    chapeau: tuple[Span, ...] = ()
    heading: Span | None = None


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines that belong together: an item with its marker, or a paragraph."""

    start: int
    end: int
    label: str | None
    indent: int


@dataclass(slots=True)
class _Level:
    style: str
    value: str
    chapeau: tuple[Span, ...]


_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BULLET = r"[-*•‣▪▫◦·●○■□\u2013—→➢]+(?=\s)"
_NUMBER = (
    r"\((?:[ivxlcdm]{1,6}|[A-Za-z]{1,2}|\d{1,3})\)"
    r"|(?:[ivx]{1,4}|[A-Za-z]|\d{1,3}(?:\.\d{1,3}){0,3})[.)](?=\s)"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}(?=\s+[A-Z])"
)
# A cross-reference that a wrapped line happens to begin with ("Section 5 of …") is no provision.
_PROVISION = (
    r"(?:(?i:sec(?:tion)?|art(?:icle)?|chapter|part|title|annex|recital|rule|clause|schedule)\b\.?|§+)"
    r"\s*(?:\d[\w.\-]*|[IVXLC]+\b|[A-Z]\b)(?:\(\w{1,4}\))*[.:]?(?:--?|—|\u2013)?(?=\s|$)(?!\s+[a-z])"
)
_MARKER = re.compile(
    rf"(?:(?P<bullet>{_BULLET})|(?P<number>{_NUMBER})|(?P<provision>{_PROVISION}))\s*"
)
_INLINE = re.compile(
    r"(?:[:;.]|--?|—|\u2013)(?:\s*(?:and|or))?\s*(?=(?P<label>\((?:[ivx]{1,4}|[A-Za-z]|\d{1,2})\))\s)"
)
_FIRST = {"(1)", "(a)", "(A)", "(i)", "(I)"}
_FIRST_OF = {
    "digit": {"1"},
    "alpha-lower": {"a"},
    "alpha-upper": {"A"},
    "roman-lower": {"i"},
    "roman-upper": {"I"},
}
_TAIL = re.compile(r"[;,](?:\s*(?:and|or))?$")
_TERMINATED = re.compile(r"[.!?;…。][\"'”\u2019)\]]*$")
_ANNOUNCES = re.compile(r"\bfollow(?:ing|s)\b", re.IGNORECASE)
_HEADING_WORDS = 14


def units(text: str) -> tuple[Unit, ...]:
    """The units of `text` in order; they do not overlap and carry no outer white space."""
    outline = _Outline(text)
    for block in _blocks(text):
        outline.add(block)
    return tuple(outline.units)


@dataclass(slots=True)
class _Outline:
    """Walks the blocks and keeps the levels of numbering that are open."""

    text: str
    units: list[Unit] = field(default_factory=list)
    levels: list[_Level] = field(default_factory=list)
    heading: Span | None = None

    def add(self, block: _Block) -> None:
        """Append the units of one block."""
        if block.label is None:
            self.levels = [level for level in self.levels if not level.style.startswith("bullet")]
        parts = list(_inline_items(self.text, block))
        for start, end, label in parts:
            chapeau = self._enter(label, block.indent) if label else ()
            self._sentences(start, end, label, chapeau)

    def _sentences(
        self, start: int, end: int, label: str | None, chapeau: tuple[Span, ...]
    ) -> None:
        spans = list(sentences(self.text, start, end))
        for position, (first, last) in enumerate(spans):
            only = len(spans) == 1
            kind: Kind = "item" if label and not _provision(label) else "sentence"
            if only and _is_heading(self.text[first:last], label):
                kind = "heading"
            trimmed = _TAIL.sub("", self.text[first:last]).rstrip()
            if not trimmed:
                continue
            unit = Unit(
                first,
                first + len(trimmed),
                kind,
                label if position == 0 else None,
                chapeau,
                self.heading,
            )
            self.units.append(unit)
            if kind == "heading":
                self.heading = (unit.start, unit.end)

    def _enter(self, label: str, indent: int) -> tuple[Span, ...]:
        """Open or continue the level of `label`; gives the chapeau of its item."""
        style = self._style(label, indent)
        if style == "provision":
            self.levels = [_Level(style, label, ())]
            return ()
        value = label.strip("().")
        for depth in range(len(self.levels) - 1, -1, -1):
            level = self.levels[depth]
            if level.style != style:
                continue
            if value not in _FIRST_OF.get(style.split("(")[0].rstrip(".)"), ()):
                del self.levels[depth + 1 :]
                level.value = value
                return level.chapeau
            del self.levels[depth:]
        self.levels.append(_Level(style, value, self._lead()))
        return self.levels[-1].chapeau

    def _lead(self) -> tuple[Span, ...]:
        """The open lead-ins at this point: those of the level above and the last unit, if open."""
        above = self.levels[-1].chapeau if self.levels else ()
        if not self.units:
            return above
        last = self.units[-1]
        text = self.text[last.start : last.end]
        if last.kind == "item" and self.text[last.end : last.end + 1] in {";", ","}:
            return above
        is_open = not _TERMINATED.search(text) or bool(_ANNOUNCES.search(text))
        return (*above, (last.start, last.end)) if is_open else above

    def _style(self, label: str, indent: int) -> str:
        if _provision(label):
            return "provision"
        value = label.strip("().")
        if not value or not value[0].isalnum():
            return f"bullet{label[0]}{indent}"
        shape = label.replace(value, "")
        if value[0].isdigit():
            return f"digit{shape}"
        case = "upper" if value.isupper() else "lower"
        return f"{'roman' if self._roman(value, case, shape) else 'alpha'}-{case}{shape}"

    def _roman(self, value: str, case: str, shape: str) -> bool:
        """Whether `value` is a roman numeral here: `(i)` after `(h)` is a letter."""
        if not re.fullmatch(r"[ivxlcdm]+", value.lower()):
            return False
        if len(value) > 1:
            return True
        for level in reversed(self.levels):
            if level.style == f"alpha-{case}{shape}" and len(level.value) == 1:
                return ord(level.value) + 1 != ord(value)
        return value.lower() == "i" or any(v.style.startswith("roman") for v in self.levels)


def _provision(label: str) -> bool:
    return label[0] == "§" or (len(label) > 4 and label[:3].isalpha())


def _is_heading(text: str, label: str | None) -> bool:
    if len(text.split()) > _HEADING_WORDS or text.endswith((":", ";", ",", "—", "--")):
        return False
    if text.isupper() and len(text) > 3:
        return True
    return not _TERMINATED.search(text) and (label is None or _provision(label) or text.istitle())


def _inline_items(text: str, block: _Block) -> Iterator[tuple[int, int, str | None]]:
    """Split `…: (1) …; (2) …` into its lead-in and its items: (start, end, label)."""
    start, label, running = block.start, block.label, False
    for match in _INLINE.finditer(text, block.start, block.end):
        if not running and match["label"] not in _FIRST:
            continue
        running = True
        if match.end() > start:
            yield start, match.end(), label
        start, label = match.end("label"), match["label"]
    yield start, block.end, label


def _blocks(text: str) -> Iterator[_Block]:
    """Join wrapped lines; a marker, a blank line or a finished short line starts a new block."""
    lines = [_trim(text, *m.span()) for m in _LINE.finditer(text)]
    lines = [line for line in lines if line[0] < line[1]]
    width = _wrap_width(lines)
    current: _Block | None = None
    for start, end in lines:
        marker = _MARKER.match(text, start, end)
        if current and not marker and _continues(text, current, start, width):
            current = _Block(current.start, end, current.label, current.indent)
            continue
        if current:
            yield current
        indent = start - 1 - max(text.rfind("\n", 0, start), text.rfind("\r", 0, start))
        body, label = (marker.end(), marker[0].strip()) if marker else (start, None)
        current = _Block(body, end, label, indent)
    if current:
        yield current


def _wrap_width(lines: list[Span]) -> int:
    """The column at which the text is wrapped by hand; 0 for one paragraph a line."""
    lengths = sorted(end - start for start, end in lines)
    longest = lengths[int(len(lengths) * 0.95)] if lengths else 0
    return longest if longest <= 120 and len(lengths) > 3 else 0


def _continues(text: str, block: _Block, start: int, width: int) -> bool:
    gap = text[block.end : start]
    if gap.count("\n") > 1 or gap.count("\r") > 1:
        return False
    last_line = text[max(text.rfind("\n", 0, block.end), block.start - 1) + 1 : block.end]
    if _TERMINATED.search(last_line) or last_line.endswith(":"):
        return width > 0 and len(last_line) > 0.8 * width and not last_line.endswith((":", ";"))
    return text[start].islower() or (width > 0 and len(last_line) > 0.6 * width)


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


Doc.set_extension("units", default=())


@Language.component("segments")
def segments(doc: Doc) -> Doc:
    """Set `doc._.units`; before the parser it also stops a parse at the start of each unit."""
    doc._.units = units(doc.text)
    if not doc.has_annotation("DEP"):
        _start_sentences(doc)
    return doc


def _start_sentences(doc: Doc) -> None:
    """Headings and list items have no full stop: unmarked, the parser ties them to what follows."""
    starts = {unit.start for unit in doc._.units}
    for token in doc:
        if token.idx in starts:
            token.is_sent_start = True
