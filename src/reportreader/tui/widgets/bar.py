"""One line of the frame around a screen: title, column heads, status, keys."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from reportreader.tui.widgets.cells import clip
from reportreader.tui.widgets.line_styles import LineStyles


class Part(NamedTuple):
    """A piece of a bar: its text, its role (a component class) and what a click on it asks for.

    `key` is printed in front of the text. A part that stands for an action is shown whole or not
    at all; others are cut where room ends.
    """

    text: str
    role: str = ""
    action: str = ""
    key: str = ""

    @property
    def cells(self) -> int:
        """Width of key and text."""
        return cell_len(self.key) + cell_len(self.text)


class Bar(LineStyles):
    """One line with parts at the left and at the right; what does not fit is cut at the left."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "bar--key",
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
        base = self.line_style()
        segments = []
        position = 0
        for x, part in self._placed(width) if y == 0 else ():
            style = self.line_style(f"bar--{part.role}") if part.role else base
            segments.append(Segment(" " * (x - position), base))
            if part.key:
                segments.append(Segment(part.key, self.line_style("bar--key")))
            segments.append(Segment(part.text, style))
            position = x + part.cells
        segments.append(Segment(" " * (width - position), base))
        return Strip(segments, width)

    def on_click(self, event: events.Click) -> None:
        """Ask for the action of the part under the pointer."""
        for x, part in self._placed(self.size.width):
            if part.action and x <= event.x < x + part.cells:
                event.stop()
                self.post_message(self.PartClicked(part.action))

    def _placed(self, width: int) -> list[tuple[int, Part]]:
        """Each part that fits with the cell it starts at; one cell is kept free at both ends."""
        rights = self._fitting_right(width)
        right_cells = sum(part.cells for part in rights)
        room = width - 2 - (right_cells + 1 if right_cells else 0)
        placed: list[tuple[int, Part]] = []
        x = 1
        for part in self._left:
            left_over = room - (x - 1)
            if part.cells > left_over and (part.action or left_over <= 0):
                break
            shown = part._replace(text=clip(part.text, left_over - cell_len(part.key)))
            placed.append((x, shown))
            x += shown.cells
        x = max(1, width - 1 - right_cells)
        for part in rights:
            placed.append((x, part))
            x += part.cells
        return placed

    def _fitting_right(self, width: int) -> list[Part]:
        """The first parts of the right side that leave half of the bar to the left one."""
        fitting: list[Part] = []
        room = width // 2 if self._left else width - 2
        for part in self._right:
            room -= part.cells
            if room < 0:
                break
            fitting.append(part)
        return fitting
