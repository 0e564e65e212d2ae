"""How a report is set: by the settings, on a screen of some width."""

from reportreader.settings.values import ParagraphStyle, Settings
from reportreader.typography.style import Column, LayoutStyle, fit_column
from reportreader.typography.widths import Widths
from reportreader.typography.word_edges import Segmenter

_INDENT_CELLS = 4
_MARGIN_CELLS = 2
"""Cells kept at the left for the signs of notes."""

OUTLINE_CELLS = 30
"""Width of the outline beside the text."""
_SIDE_CELLS = 38
"""Width of the panel at the other side."""
_OUTLINE_FROM_CELLS = 100
_BESIDE_FROM_CELLS = 60
"""On a narrower screen every pane lies over the text."""
_TEXT_CELLS = 34
"""Cells that the text keeps at least beside panes: a line of 16 characters of Chinese."""
_COMFORTABLE_CELLS = 52
"""Cells that the text of one of two reports keeps at least beside panes."""
_SHORT_SCREEN_ROWS = 16


def opens_with_outline(width: int, section_count: int) -> bool:
    """Whether a screen of `width` cells has the outline open at first."""
    return width >= _OUTLINE_FROM_CELLS and section_count > 1


def _pane_cells(wanted: int, width: int) -> int:
    """Cells of a pane beside the text where there are `width`: two fifths of them at most."""
    return min(wanted, width * 2 // 5)


def panes_over(width: int, *, outline: bool, side: bool) -> tuple[bool, bool]:
    """Which of outline and panel have to lie over the text where there are `width` cells."""
    is_narrow = width < _BESIDE_FROM_CELLS
    taken = _pane_cells(OUTLINE_CELLS, width) if outline else 0
    left = width - taken - _pane_cells(_SIDE_CELLS, width)
    return is_narrow, side and (is_narrow or left < _TEXT_CELLS)


def panes_in_the_way(width: int) -> tuple[bool, bool]:
    """Whether outline and panel take too much of the `width` that two reports side by side have."""
    return (
        width - _pane_cells(OUTLINE_CELLS, width) < _COMFORTABLE_CELLS,
        width - _pane_cells(_SIDE_CELLS, width) < _COMFORTABLE_CELLS,
    )


def has_key_line(height: int) -> bool:
    """Whether a screen of `height` rows can spare one for the line of keys."""
    return height >= _SHORT_SCREEN_ROWS


def layout_style(
    settings: Settings, widths: Widths, *, words: Segmenter | None = None
) -> LayoutStyle:
    """How the settings want text to be set; lines end between `words` where there are any."""
    indented = settings.paragraphs is ParagraphStyle.INDENT
    return LayoutStyle(
        measure=settings.measure * 2,
        hang_cells=2 if settings.hanging_punctuation else 0,
        indent_cells=_INDENT_CELLS if indented else 0,
        gap_rows=0 if indented else 1,
        words=words if settings.keep_words else None,
        full_width_punctuation=settings.full_width_punctuation,
        widths=widths,
    )


def fit_page(style: LayoutStyle, width: int) -> tuple[Column, LayoutStyle]:
    """Where the text column stands in a view of `width` cells, and the style that fills it."""
    room = max(1, width - _MARGIN_CELLS)
    column = fit_column(room, measure=style.measure, hang_cells=style.hang_cells)
    fitted = style._replace(measure=column.measure, hang_cells=column.hang_cells)
    return column._replace(left=column.left + _MARGIN_CELLS), fitted
