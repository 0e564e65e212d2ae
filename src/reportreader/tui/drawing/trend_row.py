"""A row of a trend: a period, how often, and a bar."""

from collections.abc import Sequence
from typing import NamedTuple

from reportreader.tui.drawing.list_row import Cell
from reportreader.typography.bars import bar
from reportreader.typography.widths import Widths

_EDGE_CELLS = 1
_GAP_CELLS = 2
_PERIOD_CELLS = 9
_COUNT_CELLS = 9
_RATE_CELLS = 10


class TrendRow(NamedTuple):
    """A point as it is shown; the bar is as long as `value` is of `most`."""

    period: str
    hits: str
    rate: str
    value: float
    most: float


def trend_cells(row: TrendRow, width: int, widths: Widths) -> Sequence[Cell]:
    """Period, hits, hits per 10,000 字, bar."""
    taken = _PERIOD_CELLS + _COUNT_CELLS + _RATE_CELLS + 3 * _GAP_CELLS + 2 * _EDGE_CELLS
    room = max(0, width - taken)
    return [
        Cell("", _EDGE_CELLS),
        Cell(row.period, _PERIOD_CELLS),
        Cell("", _GAP_CELLS),
        Cell(row.hits, _COUNT_CELLS, right=True),
        Cell("", _GAP_CELLS),
        Cell(row.rate, _RATE_CELLS, "soft", right=True),
        Cell("", _GAP_CELLS),
        Cell(bar(row.value, row.most, room, widths), room, "accent"),
    ]
