"""An evaluation as tables for people."""

from collections.abc import Iterator, Mapping, Sequence

from rich import box
from rich.markup import escape
from rich.table import Table

from ingest.evaluate.errors import Case
from ingest.evaluate.report import Evaluation, Figure, Group

BY_TYPE = "restriction:"
MENTIONS = "mention"


def figure_tables(found: Evaluation) -> Iterator[Table]:
    """All documents, their restrictions by type, and the figures of each genre."""
    figures = found.whole.figures
    whole = {name: one for name, one in figures.items() if not name.startswith(BY_TYPE)}
    yield _group("All", found.whole, whole)
    by_type = {name: one for name, one in figures.items() if name.startswith(BY_TYPE)}
    yield _figures("Restrictions by type", by_type)
    if len(found.genres) > 1:
        for genre, group in found.genres.items():
            kept = {name: one for name, one in group.figures.items() if _is_general(name)}
            yield _group(genre, group, kept)


def cases_table(cases: Sequence[Case]) -> Table:
    """Every disagreement with its place."""
    table = _table(f"Disagreements: {len(cases)}", lines=True)
    for column, ratio in (("what", 3), ("document", 4), ("differs", 6), ("quote", 10)):
        table.add_column(column, ratio=ratio, overflow="fold")
    for case in cases:
        start, end = case.span
        where = f"{case.doc} {start}-{end}"
        table.add_row(case.kind, escape(where), escape(case.differs), escape(case.quote))
    return table


def _is_general(name: str) -> bool:
    """A few documents of one genre say little about single restriction types or mentions."""
    return not name.startswith((BY_TYPE, MENTIONS))


def _group(name: str, group: Group, figures: Mapping[str, Figure]) -> Table:
    table = _figures(f"{name}: {group.documents} documents, score {group.score:.3f}", figures)
    if group.spurious_per_document is not None:
        table.caption = (
            f"{group.spurious_per_document:.2f} spurious restrictions per document "
            f"in the {group.silent} without any"
        )
    return table


def _figures(title: str, figures: Mapping[str, Figure]) -> Table:
    table = _table(escape(title))
    table.add_column("figure")
    for column in ("precision", "recall", "F1", "95% of F1", "annotated", "found"):
        table.add_column(column, justify="right")
    for name, one in figures.items():
        ratios = (one.precision, one.recall, one.f1)
        table.add_row(
            name,
            *("-" if one.empty else f"{ratio:.3f}" for ratio in ratios),
            "{:.3f} to {:.3f}".format(*one.interval) if one.interval else "-",
            str(one.gold),
            str(one.found),
        )
    return table


def _table(title: str, *, lines: bool = False) -> Table:
    return Table(
        title=title,
        title_justify="left",
        caption_justify="left",
        box=box.SIMPLE_HEAD,
        show_lines=lines,
        expand=lines,
    )
