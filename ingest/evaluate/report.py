"""An evaluation as a whole: figures with intervals, in all and by genre, and the cases behind."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import chain

from ingest.evaluate.bootstrap import Interval, intervals
from ingest.evaluate.errors import Case, cases
from ingest.evaluate.gold import Gold
from ingest.evaluate.matching import match
from ingest.evaluate.scores import Tally, added, score
from ingest.extract.result import Extraction
from ingest.extractor import Extractor

HEADLINE = ("entity.core", "restriction", "faces")
"""The figures whose mean F1 is the score."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure, its counts, and the 95% interval of its F1, where there is one."""

    precision: float
    recall: float
    f1: float
    interval: Interval | None
    gold: int
    found: int

    @property
    def empty(self) -> bool:
        """Whether nothing was annotated and nothing found, so that the ratios mean nothing."""
        return not self.gold and not self.found


@dataclass(frozen=True, slots=True)
class Group:
    """The figures of some documents.

    `score` is the mean F1 of entity.core, restriction and faces, of those that are not empty;
    `silent` counts the documents without an annotated restriction, `spurious` the restrictions
    found in these.
    """

    documents: int
    score: float
    silent: int
    spurious: int
    figures: dict[str, Figure]

    @property
    def spurious_per_document(self) -> float | None:
        """Restrictions found in a document that has none, on average."""
        return self.spurious / self.silent if self.silent else None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The figures of all documents, of each genre by name, and every disagreement."""

    whole: Group
    genres: dict[str, Group]
    cases: tuple[Case, ...]

    def as_json(self, *, with_cases: bool) -> dict[str, object]:
        """Plain values, ratios with four decimals."""
        plain: dict[str, object] = {
            "all": _plain(self.whole),
            "genres": {name: _plain(group) for name, group in self.genres.items()},
        }
        return plain | {"errors": [asdict(case) for case in self.cases]} if with_cases else plain


@dataclass(frozen=True, slots=True)
class _Scored:
    genre: str
    tally: Tally
    silent: bool
    found: int
    cases: list[Case]


def evaluate(golds: Sequence[Gold], extractor: Extractor) -> Evaluation:
    """Extract every annotated text and compare."""
    found = extractor.extract_many((gold.text, gold.annotation.doc) for gold in golds)
    return compare(golds, found)


def compare(golds: Sequence[Gold], found: Iterable[Extraction]) -> Evaluation:
    """Compare the annotated documents with what was found in them, in the same order."""
    scored = [_scored(gold, extraction) for gold, extraction in zip(golds, found, strict=True)]
    by_genre: dict[str, list[_Scored]] = defaultdict(list)
    for one in scored:
        by_genre[one.genre].append(one)
    return Evaluation(
        _group(scored),
        {genre: _group(some) for genre, some in sorted(by_genre.items())},
        tuple(chain.from_iterable(one.cases for one in scored)),
    )


def _scored(gold: Gold, found: Extraction) -> _Scored:
    matched = match(gold.annotation, found)
    silent = not gold.annotation.restrictions
    return _Scored(
        gold.genre, score(matched), silent, len(found.restrictions), cases(matched, gold.text)
    )


def _group(scored: Sequence[_Scored]) -> Group:
    tallies = [one.tally for one in scored]
    bounds = intervals(tallies)
    figures = {
        name: Figure(c.precision, c.recall, c.f1, bounds.get(name), c.gold, c.found)
        for name, c in added(tallies).items()
    }
    silent = [one for one in scored if one.silent]
    spurious = sum(one.found for one in silent)
    return Group(len(scored), _score(figures), len(silent), spurious, figures)


def _score(figures: Mapping[str, Figure]) -> float:
    counted = [figures[name].f1 for name in HEADLINE if name in figures and not figures[name].empty]
    return sum(counted) / len(counted) if counted else 0.0


def _plain(group: Group) -> dict[str, object]:
    per_document = group.spurious_per_document
    return {
        "documents": group.documents,
        "score": round(group.score, 4),
        "documents_without_restrictions": group.silent,
        "spurious_per_document_without": None if per_document is None else round(per_document, 4),
        "figures": {name: _plain_figure(figure) for name, figure in group.figures.items()},
    }


def _plain_figure(figure: Figure) -> dict[str, object]:
    bounds = figure.interval
    return {
        "precision": round(figure.precision, 4),
        "recall": round(figure.recall, 4),
        "f1": round(figure.f1, 4),
        "interval": [round(bound, 4) for bound in bounds] if bounds else None,
        "gold": figure.gold,
        "found": figure.found,
    }
