"""One side of a comparison: a heading, and a passage with its differences marked."""

from collections.abc import Sequence
from typing import ClassVar

from textual.strip import Strip

from reportreader.tui.drawing.comparison import LABEL, wrap_runs
from reportreader.tui.drawing.text_run import TextRun
from reportreader.tui.widgets.cells import fit
from reportreader.tui.widgets.line_styles import LineStyles
from reportreader.tui.widths import measured_widths

_MARGIN_CELLS = 2
_LEAST_CELLS = 8


class ComparisonView(LineStyles):
    """Runs set in the width there is; what does not fit below is left out."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "comparison--soft",
        "comparison--label",
        "comparison--removed",
        "comparison--added",
    }

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._heading = ""
        self._runs: tuple[TextRun, ...] = ()
        self._rows: list[list[TextRun]] = []
        self._rows_for: int | None = None

    def show(self, heading: str, runs: Sequence[TextRun]) -> None:
        """Draw these runs from now on."""
        self._heading, self._runs = heading, tuple(runs)
        self._rows_for = None
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Row `y`: the heading, then the passage below an empty row."""
        width = self.size.width
        if self._rows_for != width:
            measure = max(_LEAST_CELLS, width - 2 * _MARGIN_CELLS)
            self._rows = wrap_runs(self._runs, measure, measured_widths())
            self._rows_for = width
        margin = TextRun(" " * _MARGIN_CELLS)
        if y == 0:
            heading = fit(self._heading, max(0, width - _MARGIN_CELLS))
            return self.strip_of([margin, TextRun(heading, (LABEL,))], width)
        row = self._rows[y - 2] if 2 <= y < len(self._rows) + 2 else []
        used = measured_widths().cells("".join(run.text for run in row)) + _MARGIN_CELLS
        return self.strip_of([margin, *row, TextRun(" " * max(0, width - used))], width)

    def notify_style_update(self) -> None:
        """Widths may have changed with the styles: set the passage anew."""
        self._rows_for = None
        super().notify_style_update()
