"""A row of a comparison: a phrase, how often it stands on both sides, and how much that differs."""

from collections.abc import Sequence
from typing import NamedTuple

from reportreader.tui.drawing.list_row import Cell, row_runs
from reportreader.typography.bars import bar
from reportreader.typography.widths import Widths

_EDGE_CELLS = 1
_GAP_CELLS = 2
_PHRASE_CELLS = 22
_NUMBER_CELLS = 9
_SCORE_CELLS = 10


class KeynessRow(NamedTuple):
    """A phrase as it is shown, or the heads of the columns if `most` is 0.

    `side` names the set that uses it more; the bar is as long as `value` is of `most`.
    """

    phrase: str
    side: str
    left: str
    left_rate: str
    right: str
    right_rate: str
    score: str
    value: float = 0.0
    most: float = 0.0


def keyness_cells(row: KeynessRow, width: int, widths: Widths) -> Sequence[Cell]:
    """Phrase, side, count and rate of either set, score, bar; rates only where there is room."""
    side = max(4, widths.cells(row.side))
    taken = 2 * _EDGE_CELLS + _PHRASE_CELLS + side + _SCORE_CELLS + 2 * _NUMBER_CELLS
    has_rates = width >= taken + 2 * _NUMBER_CELLS + 6
    rates = [(row.left_rate, row.right_rate)] if has_rates else []
    numbers = [Cell(row.left, _NUMBER_CELLS, right=True)]
    numbers += [Cell(left, _NUMBER_CELLS, "soft", right=True) for left, _ in rates]
    numbers.append(Cell(row.right, _NUMBER_CELLS, right=True))
    numbers += [Cell(right, _NUMBER_CELLS, "soft", right=True) for _, right in rates]
    cells = [
        Cell("", _EDGE_CELLS),
        Cell(row.phrase, _PHRASE_CELLS, "strong" if row.most else ""),
        Cell(row.side, side, "second"),
        *numbers,
        Cell(row.score, _SCORE_CELLS, right=True),
    ]
    room = width - sum(cell.cells for cell in cells) - _GAP_CELLS - _EDGE_CELLS
    if room > 0 and row.most:
        cells += [
            Cell("", _GAP_CELLS),
            Cell(bar(row.value, row.most, room, widths), room, "accent"),
        ]
    return cells


def keyness_head_line(names: KeynessRow, width: int, widths: Widths) -> str:
    """The names of the columns over a list `width` cells wide."""
    runs = row_runs(keyness_cells(names, width, widths), width, widths)
    return "".join(run.text for run in runs)
