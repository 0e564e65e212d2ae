"""Styles for widgets that draw their lines themselves."""

from rich.style import Style
from textual.widget import Widget


class LineStyles(Widget):
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

    def notify_style_update(self) -> None:
        """Textual says that styles have changed."""
        self._line_styles = None
        super().notify_style_update()
