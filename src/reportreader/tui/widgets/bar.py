"""One line of the frame around a screen: title, column heads, status, keys."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.message import Message
from textual.strip import Strip

from reportreader.tui.drawing.bar import KEY_CLASS, Part, bar_runs, place_parts
from reportreader.tui.widgets.line_styles import LineStyles
from reportreader.tui.widths import measured_widths

__all__ = ["Bar", "Part"]


class Bar(LineStyles):
    """One line with parts at the left and at the right; what does not fit is cut at the left."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        KEY_CLASS,
        "bar--strong",
        "bar--on",
        "bar--error",
    }
    DEFAULT_CSS = "Bar { height: 1; width: 1fr; }"

    @dataclass
    class PartClicked(Message):
        """The reader clicked a part that stands for an action."""

        action: str

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._left: tuple[Part, ...] = ()
        self._right: tuple[Part, ...] = ()

    def show_parts(self, left: Sequence[Part], right: Sequence[Part] = ()) -> None:
        """Draw these from now on."""
        if (tuple(left), tuple(right)) != (self._left, self._right):
            self._left, self._right = tuple(left), tuple(right)
            self.refresh()

    @property
    def plain_text(self) -> str:
        """What the bar says, without styles."""
        return "".join(part.key + part.text for part in (*self._left, *self._right))

    def render_line(self, y: int) -> Strip:
        """The line; `y` is 0."""
        width = self.size.width
        if y:
            return Strip.blank(width, self.line_style())
        return self.strip_of(bar_runs(self._left, self._right, width, measured_widths()), width)

    def on_click(self, event: events.Click) -> None:
        """Ask for the action of the part under the pointer."""
        width = self.size.width
        for x, cells, part in place_parts(self._left, self._right, width, measured_widths()):
            if part.action and x <= event.x < x + cells:
                event.stop()
                self.post_message(self.PartClicked(part.action))
