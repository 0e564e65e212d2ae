"""Figures as rows: found once for a version, read whenever its panel is opened."""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from reportreader.library.library import Library, Row
from reportreader.notes.annotation import VersionId

if TYPE_CHECKING:
    from reportreader.analysis.figures import Figure, FigureValue

_ADD = "INSERT INTO figure VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_GET = """SELECT start_offset, end_offset, text, value, unit, dimension, qualifier, is_range,
  counts, clause_start, clause_end FROM figure WHERE version_id = ? ORDER BY number"""
_STAMP = "UPDATE report_version SET figures_version = ? WHERE version_id = ?"


def figures_version(library: Library, version_id: VersionId) -> int:
    """Which version of the finder found them, 0 if none did or the structure has changed since."""
    return int(
        library.value(
            "SELECT figures_version FROM report_version WHERE version_id = ?", (version_id,)
        )
        or 0
    )


def load_figures(library: Library, version_id: VersionId) -> "tuple[Figure, ...]":
    """The stored figures of a version in text order; none if they were never found."""
    return tuple(_make_figure(row) for row in library.rows(_GET, (version_id,)))


def save_figures(
    library: Library, version_id: VersionId, figures: "Iterable[Figure]", finder_version: int
) -> None:
    """Replaces the figures of a version; inside a transaction."""
    library.execute("DELETE FROM figure WHERE version_id = ?", (version_id,))
    library.execute_many(
        _ADD,
        (
            (
                version_id,
                number,
                figure.start,
                figure.end,
                figure.text,
                json.dumps(figure.value, ensure_ascii=False),
                figure.unit,
                figure.dimension.value,
                figure.qualifier.value,
                int(figure.is_range),
                figure.counts,
                figure.clause_start,
                figure.clause_end,
            )
            for number, figure in enumerate(figures)
        ),
    )
    library.execute(_STAMP, (finder_version, version_id))


def _make_figure(row: Row) -> "Figure":
    from reportreader.analysis.figures import Dimension, Figure, Qualifier

    return Figure(
        start=row[0],
        end=row[1],
        text=row[2],
        value=_value(row[3]),
        unit=row[4],
        dimension=Dimension(row[5]),
        qualifier=Qualifier(row[6]),
        is_range=bool(row[7]),
        counts=row[8],
        clause_start=row[9],
        clause_end=row[10],
    )


def _value(stored: str) -> "FigureValue":
    value = json.loads(stored)
    return tuple(value) if isinstance(value, list) else value
