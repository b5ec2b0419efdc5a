"""GLiNER's predictions as entities.

The package needs PyTorch with several gigabytes of libraries, too much for a test run: predictions
are given here in the form in which `GLiNER.inference` documents them.
"""

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.plugins import gliner
from ingest.plugins.gliner import LABELS, WORD, GlinerExtractor, pieces
from kg.errors import InvalidInputError

TEXT = (
    "Larkspur Systems sued. The Ministry of Signals bars LARKSPUR SYSTEMS. Larkspur Systems waits."
)
FIRM = r"(?i:larkspur systems)"


class Words:
    """Predicts every match of a pattern, as a model of perfect memory would."""

    def __init__(self, patterns: dict[str, str], *, shift: int = 0) -> None:
        self.texts: list[str] = []
        self._patterns = patterns
        self._shift = shift

    def inference(
        self, texts: list[str], labels: list[str], *, threshold: float
    ) -> list[list[dict[str, Any]]]:
        assert 0 < threshold < 1
        assert set(self._patterns) <= set(labels)
        self.texts += texts
        return [self._predictions(text) for text in texts]

    def _predictions(self, text: str) -> list[dict[str, Any]]:
        return [
            {
                "start": found.start() + self._shift,
                "end": found.end() + self._shift,
                "text": found.group(),
                "label": label,
                "score": 0.9,
            }
            for label, pattern in self._patterns.items()
            for found in re.finditer(pattern, text)
        ]


def names(extractor: GlinerExtractor, text: str) -> Sequence[tuple[str, str, tuple[str, ...]]]:
    return [(e.type, e.name, e.aliases) for e in extractor.extract(text, "doc").entities]


def test_equal_names_are_one_entity_in_the_order_of_the_text() -> None:
    words = Words({"government body": "Ministry of Signals", "company": FIRM})
    extractor = GlinerExtractor(words, name="gliner:test", longest=100)
    assert names(extractor, TEXT) == [
        ("Company", "Larkspur Systems", ("LARKSPUR SYSTEMS",)),
        ("Agency", "Ministry of Signals", ()),
    ]
    firm, ministry = extractor.extract(TEXT, "doc").entities
    assert (firm.id, ministry.id) == ("e1", "e2")
    assert [TEXT[a:b] for a, b in firm.mentions] == [
        "Larkspur Systems",
        "LARKSPUR SYSTEMS",
        "Larkspur Systems",
    ]


def test_a_long_text_is_read_in_parts_with_the_same_offsets() -> None:
    whole = GlinerExtractor(Words({"company": FIRM}), name="gliner:test", longest=100)
    parts = GlinerExtractor(words := Words({"company": FIRM}), name="gliner:test", longest=9)
    assert parts.extract(TEXT, "doc") == whole.extract(TEXT, "doc")
    assert words.texts == [
        "Larkspur Systems sued.",
        "The Ministry of Signals bars LARKSPUR SYSTEMS.",
        "Larkspur Systems waits.",
    ]


def test_a_prediction_that_is_not_where_it_says_is_refused() -> None:
    extractor = GlinerExtractor(Words({"company": FIRM}, shift=1), name="gliner:test", longest=100)
    assert names(extractor, TEXT) == []
    assert len(extractor.report.refused) == 3
    assert "it is not at [1, 17]" in str(extractor.report.refused[0])


def test_an_empty_text_holds_nothing() -> None:
    extractor = GlinerExtractor(Words({"company": FIRM}), name="gliner:test", longest=100)
    found = list(extractor.extract_many([("", "a"), (TEXT, "b")]))
    assert [(one.doc, len(one.entities)) for one in found] == [("a", 0), ("b", 1)]


def test_every_type_of_named_entity_is_asked_for() -> None:
    assert sorted(LABELS.values()) == ["AIModel", "Agency", "Company", "Instrument", "Jurisdiction"]


@settings(deadline=None)
@given(st.text(alphabet="ab .\n", max_size=60), st.integers(1, 6))
def test_parts_hold_all_words_and_never_too_many(text: str, longest: int) -> None:
    parts = [text[start:end] for start, end in pieces(text, longest)]
    assert [w for part in parts for w in WORD.findall(part)] == WORD.findall(text)
    assert all(0 < len(WORD.findall(part)) <= longest for part in parts)


def test_a_missing_model_or_package_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(InvalidInputError, match="is no folder of a GLiNER model"):
        gliner.load(tmp_path / "nowhere")
    monkeypatch.setitem(sys.modules, "gliner", None)
    with pytest.raises(InvalidInputError, match=r"pip install 'ai-policy-graph\[gliner\]'"):
        gliner.load(tmp_path)
