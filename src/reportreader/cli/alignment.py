"""Columns aligned by cells, so that Chinese and Latin text stand under each other."""

from collections.abc import Sequence

from reportreader.typography.graphemes import clip_cells
from reportreader.typography.widths import NARROW

_GAP_CELLS = 2
_WIDEST_SHARE = 2
"""A column but the last takes at most one part in this many of the room."""


def aligned(
    rows: Sequence[Sequence[str]], *, right: frozenset[int] = frozenset(), room_cells: int
) -> list[str]:
    """One line a row; columns in `right` are set to the right, too long cells end in an ellipsis."""
    count = max(len(row) for row in rows)
    widths = [0] * count
    for row in rows:
        for column, cell in enumerate(row):
            widths[column] = max(widths[column], NARROW.cells(cell))
    widths = [min(width, room_cells // _WIDEST_SHARE) for width in widths]
    used = sum(widths[:-1]) + _GAP_CELLS * (count - 1)
    widths[-1] = max(room_cells - used, _GAP_CELLS)
    return [_line(row, widths, right) for row in rows]


def padded(text: str, room_cells: int) -> str:
    """`text` with blanks behind it up to `room_cells`."""
    return text + " " * (room_cells - NARROW.cells(text))


def _line(row: Sequence[str], widths: Sequence[int], right: frozenset[int]) -> str:
    cells = []
    for column, text in enumerate(row):
        shown = clip_cells(text, widths[column], NARROW)
        blanks = " " * (widths[column] - NARROW.cells(shown))
        cells.append(blanks + shown if column in right else shown + blanks)
    return (" " * _GAP_CELLS).join(cells).rstrip()


def kwic_line(left: str, hit: str, right: str, context: int) -> str:
    """A concordance line: `left` ends and `right` begins at the same cell in every line.

    `context` is the length in code points of the longest `left`; each may be two cells wide.
    """
    blanks = " " * (2 * context - NARROW.cells(left))
    return f"{blanks}{left} [{hit}] {padded(right, 2 * context)}"
