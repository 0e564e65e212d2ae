"""A row of the outline: indent, sign, title, counts."""

from collections.abc import Sequence

from reportreader.tui.drawing.cells import clip
from reportreader.tui.drawing.list_row import Cell
from reportreader.tui.reading.outline import OutlineRow
from reportreader.typography.bars import bar
from reportreader.typography.widths import Widths

_INDENT = 2
_FOLDED, _OPEN, _LEAF = "+ ", "- ", "  "
_DENSITY_CELLS = 3
_DEEPEST = 5
"""Levels that are indented; deeper ones stand where the fifth does."""


def outline_cells(row: OutlineRow, width: int, widths: Widths) -> Sequence[Cell]:
    """The cells of a row, `width` together."""
    counts = (*_counts(row), *_density(row, widths))
    indent = 1 + min(row.depth, _DEEPEST) * _INDENT
    sign = _LEAF if not row.has_children else _FOLDED if row.folded else _OPEN
    room = max(0, width - indent - len(sign) - sum(cell.cells for cell in counts) - 1)
    role = "strong" if row.has_children else ""
    return (
        Cell(" " * indent, indent),
        Cell(sign, len(sign), "soft"),
        Cell(clip(row.title, room, widths), room, role),
        *counts,
    )


def sign_cells(row: OutlineRow) -> range:
    """The cells of a row on which a click folds it."""
    start = min(row.depth, _DEEPEST) * _INDENT
    return range(start, start + 3) if row.has_children else range(0)


def _density(row: OutlineRow, widths: Widths) -> tuple[Cell, ...]:
    """A bar for how dense the reader's terms stand there."""
    if not row.density:
        return ()
    drawn = bar(row.density, 1.0, _DENSITY_CELLS, widths)
    return Cell(" ", 1), Cell(drawn, _DENSITY_CELLS, "soft")


def _counts(row: OutlineRow) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    if row.hits:
        text = f" {row.hits}"
        cells.append(Cell(text, len(text), "accent"))
    if row.notes:
        text = f" {row.notes}"
        cells.append(Cell(text, len(text), "second"))
    return tuple(cells)
