"""Rows of a screen as text and looks: what runs look like in the widget that they stand in."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reportreader.tui.drawing.bar import Part, bar_runs
from reportreader.tui.drawing.list_row import Cell, RowState, empty_row, row_runs
from reportreader.tui.drawing.look import Look
from reportreader.tui.drawing.scroll_bar import BarCell, BarPaint, scroll_bar
from reportreader.tui.drawing.style_sheet import StyleSheet
from reportreader.tui.drawing.text_run import TextRun
from reportreader.typography.widths import Widths

Row = list[tuple[str, Look]]
"""One row of the screen, or a part of it, from the left."""

SCREEN, BAR, LIST = "Screen", "Bar", "RowList"
_SCROLL_BAR_CELLS = 1


class ListView(NamedTuple):
    """What a list shows: the cells of its rows in view, and where they stand among all."""

    rows: Sequence[Sequence[Cell]]
    total: int
    top: int
    cursor: int
    """Row under the cursor, counted from 0 among all."""
    empty_text: str
    has_focus: bool


class Painter:
    """Lays looks on runs; one for a page."""

    def __init__(self, sheet: StyleSheet, widths: Widths) -> None:
        self.sheet = sheet
        self.widths = widths
        self._looks: dict[tuple[tuple[str, ...], tuple[str, ...]], Look] = {}

    def bar(self, selector: str, left: Sequence[Part], right: Sequence[Part], width: int) -> Row:
        """A line of the frame; `selector` names it among the others."""
        return self.runs((BAR, selector), bar_runs(left, right, width, self.widths))

    def blank(self, selectors: Sequence[str], width: int) -> Row:
        """An empty piece of a row of a widget."""
        return [(" " * width, self.base(selectors))]

    def base(self, selectors: Sequence[str]) -> Look:
        """The look of a widget of these selectors, the weightiest last."""
        return self.sheet.widget(SCREEN, *selectors)

    def runs(self, selectors: Sequence[str], runs: Iterable[TextRun]) -> Row:
        """Runs whose last key decides."""
        base = self.base(selectors)
        return [
            (text, base.under(self.sheet.component(selectors, keys[-1])) if keys else base)
            for text, keys in runs
        ]

    def layered(self, selectors: Sequence[str], prefix: str, runs: Iterable[TextRun]) -> Row:
        """Runs whose keys, without `prefix`, all lie over each other."""
        return [(text, self._layered_look((*selectors,), prefix, keys)) for text, keys in runs]

    def _layered_look(self, selectors: tuple[str, ...], prefix: str, keys: tuple[str, ...]) -> Look:
        known = (selectors, keys)
        look = self._looks.get(known)
        if look is None:
            look = self.base(selectors)
            for key in keys:
                if key:
                    look = look.under(self.sheet.component(selectors, prefix + key))
            self._looks[known] = look
        return look

    def list(self, selectors: Sequence[str], view: ListView, width: int, height: int) -> list[Row]:
        """A list with its scroll bar, `width` cells with it."""
        room = width - _SCROLL_BAR_CELLS
        rows = [self._list_row(selectors, view, y, room) for y in range(height)]
        bar = scroll_bar(height, view.total, height, view.top, eighths=self.widths.ambiguous == 1)
        return [[*row, self._bar_cell(cell)] for row, cell in zip(rows, bar, strict=True)]

    def _list_row(self, selectors: Sequence[str], view: ListView, y: int, width: int) -> Row:
        if not view.total:
            return self.runs(selectors, [empty_row(view.empty_text, y, width, self.widths)])
        if y >= len(view.rows):
            return self.blank(selectors, width)
        state = None
        if view.top + y == view.cursor:
            state = RowState.CURSOR if view.has_focus else RowState.BLURRED
        return [
            (text, self._row_look(selectors, keys))
            for text, keys in row_runs(view.rows[y], width, self.widths, state)
        ]

    def _row_look(self, selectors: Sequence[str], keys: tuple[str, ...]) -> Look:
        look = self.base(selectors)
        if keys and keys[0]:
            look = look.under(self.sheet.component(selectors, keys[0]))
        if len(keys) < 2:
            return look
        state = self.base(selectors).under(self.sheet.component(selectors, keys[1]))
        return look.without_colour().under(state)

    def _bar_cell(self, cell: BarCell) -> tuple[str, Look]:
        ground, thumb = (
            ("", "")
            if self.sheet.no_colour
            else (self.sheet.palette["surface"], self.sheet.palette["thumb"])
        )
        match cell.paint:
            case BarPaint.GROUND:
                return cell.sign, Look(back=ground)
            case BarPaint.THUMB:
                return cell.sign, Look(fore=thumb, reverse=True)
            case BarPaint.HEAD:
                return cell.sign, Look(fore=thumb, back=ground)
            case BarPaint.TAIL:
                return cell.sign, Look(fore=thumb, back=ground, reverse=True)
