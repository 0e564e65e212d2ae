"""What a report is about, beside the list: data, keyphrases, outline and the first lines."""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.strip import Strip

from reportreader.tui.widgets.cells import fit
from reportreader.tui.widgets.line_styles import LineStyles
from reportreader.tui.widgets.preview_part import PreviewPart
from reportreader.typography.breaking import wrap_rows
from reportreader.typography.widths import NARROW, Widths

_MARGIN_CELLS = 2


class Preview(LineStyles):
    """Paragraphs set in the width there is; what does not fit below is left out."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "preview--title",
        "preview--soft",
        "preview--label",
        "preview--keyphrase",
        "preview--heading",
    }

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._parts: tuple[PreviewPart, ...] = ()
        self._widths = NARROW
        self._rows: list[tuple[str, str]] = []
        self._rows_for: tuple[int, Widths] | None = None

    def show_parts(self, parts: Sequence[PreviewPart], widths: Widths) -> None:
        """Draw these paragraphs from now on, measured with `widths`."""
        self._parts = tuple(parts)
        self._widths = widths
        self._rows_for = None
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Row `y` of the paragraphs."""
        width = self.size.width
        if self._rows_for != (width, self._widths):
            self._rows = self._wrapped(width)
            self._rows_for = (width, self._widths)
        text, role = self._rows[y] if y < len(self._rows) else ("", "")
        style = self.line_style(f"preview--{role}" if role else "")
        margin = " " * _MARGIN_CELLS
        return Strip([Segment(fit(margin + text, width), style)], width)

    def _wrapped(self, width: int) -> list[tuple[str, str]]:
        rows = [("", "")]
        for part in self._parts:
            room = max(8, width - 2 * _MARGIN_CELLS - part.indent)
            rows.extend(
                (" " * part.indent + row, part.role)
                for row in wrap_rows(part.text, room, widths=self._widths)
            )
        return rows
