"""Component classes whose styles are worked out when they are first asked for."""

from functools import cache

from textual.css.styles import RenderStyles
from textual.dom import DOMNode
from textual.widget import Widget


class LazyComponents(Widget):
    """Works out the style of a component class once it is drawn; put it before other bases.

    Textual works out all of them whenever it applies styles to a widget, three times before the
    first frame; of the fifty of a page five are seen.
    """

    @classmethod
    @cache
    def _get_component_classes(cls) -> frozenset[str]:
        """None that Textual is to work out."""
        return frozenset()

    def get_component_styles(self, *names: str) -> RenderStyles:
        """The styles of these component classes, the later over the earlier."""
        for name in names:
            if name not in self._component_styles:
                self._component_styles[name] = self._work_out(name)
        return super().get_component_styles(*names)

    def notify_style_update(self) -> None:
        """Textual has applied styles: work out again what was seen, draw what is different."""
        before = dict(self._component_styles)
        self._component_styles.clear()
        super().notify_style_update()
        if any(self._work_out(name) != styles for name, styles in before.items()):
            self.refresh()

    def _work_out(self, name: str) -> RenderStyles:
        node = DOMNode(classes=name)
        node._attach(self)  # noqa: SLF001 - as Stylesheet does for component classes
        self.app.stylesheet.apply(node)
        return node.styles
