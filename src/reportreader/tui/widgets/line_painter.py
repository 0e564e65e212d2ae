"""One line of the page as a strip.

Strips at rest are kept; those that hold the caret, the selection or the current hit are made anew.
"""

from rich.segment import Segment
from textual.strip import Strip

from reportreader.tui.drawing.page_runs import PageRuns
from reportreader.tui.reading.overlays import Lively
from reportreader.tui.reading.state import ReadingState
from reportreader.tui.widgets.page_style import PageStyles
from reportreader.typography.line import Line

_KEPT_STRIPS = 4000


class LinePainter:
    """Draws lines of one layout at one width; throw it away when anything but the state changes."""

    def __init__(self, runs: PageRuns, styles: PageStyles) -> None:
        self._runs = runs
        self._styles = styles
        self._strips: dict[tuple[int, int, int, bool], Strip] = {}
        self.blank = Strip([Segment(" " * runs.width, styles.base)], runs.width)

    def forget(self) -> None:
        """The layers at rest have changed: draw every line anew."""
        self._strips.clear()

    def strip(self, line: Line, state: ReadingState, lively: Lively) -> Strip:
        """The strip of `line`, as wide as the view."""
        if line.gap:
            return self.blank
        if lively.touches(line.start, max(line.end, line.start + 1)):
            return self._paint(line, state, lively)
        key = (line.block, line.start, line.end, line.first)
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) >= _KEPT_STRIPS:
                self._strips.clear()
            strip = self._paint(line, state, None)
            self._strips[key] = strip
        return strip

    def _paint(self, line: Line, state: ReadingState, lively: Lively | None) -> Strip:
        style_of = self._styles.of
        runs = self._runs.of(line, state, lively)
        return Strip([Segment(text, style_of(*keys)) for text, keys in runs], self._runs.width)
