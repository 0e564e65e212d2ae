"""A row of a concordance: the keyword at one cell in every row, its context on either side."""

from collections.abc import Sequence
from typing import NamedTuple

from reportreader.tui.drawing.list_row import Cell
from reportreader.typography.graphemes import last_cells
from reportreader.typography.widths import Widths

_EDGE_CELLS = 1
_SOURCE_FROM = 72
"""Width from which on rows say where they stand."""
_MOST_SOURCE_CELLS = 34


class KwicRow(NamedTuple):
    """A line: what stands before the keyword, the keyword, what follows, and the report."""

    left: str
    keyword: str
    right: str
    source: str = ""


def kwic_cells(row: KwicRow, width: int, widths: Widths) -> Sequence[Cell]:
    """Left context to the right, keyword, right context, source.

    The keyword begins in the middle of what the source leaves, whatever the widths are.
    """
    source_cells = min(_MOST_SOURCE_CELLS, width // 4) if width >= _SOURCE_FROM else 0
    gap = 2 if source_cells else 0
    room = max(0, width - 2 * _EDGE_CELLS - source_cells - gap)
    left_cells = room // 2
    keyword_cells = min(widths.cells(row.keyword), room - left_cells)
    return [
        Cell("", _EDGE_CELLS),
        Cell(last_cells(row.left, left_cells, widths), left_cells, right=True),
        Cell(row.keyword, keyword_cells, "match"),
        Cell(row.right, room - left_cells - keyword_cells),
        Cell("", gap),
        Cell(row.source, source_cells, "soft"),
    ]
