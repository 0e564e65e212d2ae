"""The names of the columns, above a list."""

from collections.abc import Callable

from rich.segment import Segment
from textual.strip import Strip

from reportreader.tui.widgets.line_styles import LineStyles
from reportreader.tui.widths import measured_widths
from reportreader.typography.widths import Widths

HeadsDrawing = Callable[[int, Widths], str]
"""The line of names for a width in cells."""


class ColumnHeads(LineStyles):
    """One line, drawn as the rows below it are."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "ColumnHeads { height: 1; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._drawing: HeadsDrawing | None = None

    def show_heads(self, drawing: HeadsDrawing) -> None:
        """Draw these names from now on."""
        self._drawing = drawing
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line; `y` is 0."""
        width = self.size.width
        if self._drawing is None or y:
            return Strip.blank(width, self.line_style())
        heads = self._drawing(width, measured_widths())
        return Strip([Segment(heads, self.line_style())], width)
