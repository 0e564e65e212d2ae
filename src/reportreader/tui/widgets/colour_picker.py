"""The five colours in a row, one of them chosen."""

from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from reportreader.notes.annotation import Colour
from reportreader.tui.widgets.line_styles import LineStyles

_COLOURS = tuple(Colour)


class ColourPicker(LineStyles, can_focus=True):
    """Chosen by the arrow keys, by 1 to 5, or by mouse; names stand beside colours."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "ColourPicker { height: 1; }"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"colour-picker--{colour.value}" for colour in _COLOURS),
        "colour-picker--chosen",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", show=False),
        Binding("right", "step(1)", show=False),
        *(Binding(str(number), f"choose({number})", show=False) for number in range(1, 6)),
    ]

    colour: reactive[Colour] = reactive(Colour.YELLOW, init=False)

    @dataclass
    class ColourChanged(Message):
        """Another colour was chosen."""

        colour: Colour

    def __init__(
        self,
        colour: Colour,
        names: dict[Colour, str],
        *,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self._names = names
        self.set_reactive(ColourPicker.colour, colour)

    def watch_colour(self, colour: Colour) -> None:
        """Draw the choice and tell the dialog."""
        self.refresh()
        self.post_message(self.ColourChanged(colour))

    def render_line(self, y: int) -> Strip:
        """The line; `y` is 0."""
        width = self.size.width
        segments = []
        used = 0
        for colour, text in self._labels() if y == 0 else ():
            style = self.line_style(f"colour-picker--{colour.value}")
            if colour is self.colour:
                style += self.get_component_rich_style("colour-picker--chosen", partial=True)
            segments += [Segment(text, style), Segment(" ", self.line_style())]
            used += cell_len(text) + 1
        segments.append(Segment(" " * max(0, width - used), self.line_style()))
        return Strip(segments, max(width, used)).crop(0, width)

    def on_focus(self) -> None:
        """Draw it as the one that keys reach."""
        self.refresh()

    def on_blur(self) -> None:
        """Draw it at rest."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Choose the colour under the pointer."""
        x = 0
        for colour, text in self._labels():
            if x <= event.x < x + cell_len(text):
                self.colour = colour
            x += cell_len(text) + 1

    def action_step(self, step: int) -> None:
        """Choose a neighbour."""
        self.colour = _COLOURS[(_COLOURS.index(self.colour) + step) % len(_COLOURS)]

    def action_choose(self, number: int) -> None:
        """Choose by number, from 1."""
        self.colour = _COLOURS[number - 1]

    def _labels(self) -> list[tuple[Colour, str]]:
        chosen = ">" if self.has_focus else "*"
        return [
            (colour, f" {chosen if colour is self.colour else number} {self._names[colour]} ")
            for number, colour in enumerate(_COLOURS, start=1)
        ]
