"""Styles for widgets that draw their lines themselves."""

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reportreader.tui.drawing.text_run import TextRun
from reportreader.tui.lazy_components import LazyComponents


class LineStyles(LazyComponents):
    """Reckons the style of a component class once, until the styles of the widget change.

    `Widget.rich_style` walks up the tree at every call, which is too slow for every piece of a row.
    """

    _line_styles: dict[str, Style] | None = None

    def line_style(self, component: str = "") -> Style:
        """Style of a component class of this widget; of the widget itself if none is named."""
        if self._line_styles is None:
            self._line_styles = {}
        style = self._line_styles.get(component)
        if style is None:
            style = self.get_component_rich_style(component) if component else self.rich_style
            self._line_styles[component] = style
        return style

    def run_style(self, keys: tuple[str, ...]) -> Style:
        """Style of a run: that of its key, or of the widget where it has none."""
        return self.line_style(keys[-1]) if keys else self.line_style()

    def strip_of(self, runs: Iterable[TextRun], width: int) -> Strip:
        """The runs of a row, which are `width` cells wide."""
        return Strip([Segment(text, self.run_style(keys)) for text, keys in runs], width)

    def notify_style_update(self) -> None:
        """Textual says that styles have changed."""
        self._line_styles = None
        super().notify_style_update()
