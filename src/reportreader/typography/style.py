"""How a report is set: the choices of one reader and one screen, and the column they fit in."""

from typing import NamedTuple

from reportreader.typography.widths import NARROW, Widths
from reportreader.typography.word_edges import Segmenter

MINIMUM_MEASURE = 8
"""Cells below which text is not set narrower, whatever the room."""
_ROOM_FOR_HANGING = 30
"""Cells of room from which two of them are better kept for hanging marks."""


class LayoutStyle(NamedTuple):
    """All that the layout depends on besides the document; lengths in cells and rows.

    `measure` is the width of the text column; `hang_cells` more on its right take hanging marks, 0
    pushes them out into the next line. Paragraphs begin with `indent_cells` or, instead, have
    `gap_rows` empty rows between them. `words` keeps words whole (按词断行). `fold_furniture`
    shows a run of page numbers and the like as one row.
    """

    measure: int = 80
    hang_cells: int = 2
    indent_cells: int = 4
    gap_rows: int = 0
    keep_units: bool = True
    words: Segmenter | None = None
    full_width_punctuation: bool = False
    fold_furniture: bool = True
    centre_titles: bool = True
    widths: Widths = NARROW

    @property
    def text_cells(self) -> int:
        """The measure that is used: never under `MINIMUM_MEASURE`."""
        return max(MINIMUM_MEASURE, self.measure)


class Column(NamedTuple):
    """Where the text column stands: `left` empty cells, the measure, and room for hanging marks."""

    left: int
    measure: int
    hang_cells: int


def fit_column(room_cells: int, *, measure: int, hang_cells: int = 2) -> Column:
    """A column of at most `measure` cells centred in `room_cells`.

    Its measure is even, so that 汉字 fill it. Where there is little room no cells are kept for
    hanging marks. Rooms narrower than `MINIMUM_MEASURE` get a column that is wider than they are.
    """
    hang = hang_cells if room_cells >= _ROOM_FOR_HANGING else 0
    fitted = max(MINIMUM_MEASURE, min(measure, room_cells - hang) // 2 * 2)
    return Column(left=max(0, (room_cells - fitted - hang) // 2), measure=fitted, hang_cells=hang)
