"""One line of the frame around a screen: where its parts stand."""

from collections.abc import Sequence
from typing import NamedTuple

from reportreader.tui.drawing.cells import clip
from reportreader.tui.drawing.text_run import TextRun
from reportreader.typography.widths import Widths

KEY_CLASS = "bar--key"


class Part(NamedTuple):
    """A piece of a bar: its text, its role (a component class) and what a click on it asks for.

    `key` is printed in front of the text. A part that stands for an action is shown whole or not
    at all, but for the blanks at its end; others are cut where room ends.
    """

    text: str
    role: str = ""
    action: str = ""
    key: str = ""

    def cells(self, widths: Widths) -> int:
        """Width of key and text."""
        return widths.cells(self.key) + widths.cells(self.text)

    def without_blanks(self) -> "Part":
        """The same without the blanks that part it from the next."""
        return self._replace(text=self.text.rstrip())


class PlacedPart(NamedTuple):
    """A part as it is shown, the cell it starts at, and its width."""

    x: int
    cells: int
    part: Part


def place_parts(
    left: Sequence[Part], right: Sequence[Part], width: int, widths: Widths
) -> list[PlacedPart]:
    """The parts that fit into `width` cells; one cell is kept free at both ends."""
    rights = _fitting_right(right, width // 2 if left else width - 2, widths)
    right_cells = sum(part.cells(widths) for part in rights)
    room = width - 2 - (right_cells + 1 if right_cells else 0)
    placed: list[PlacedPart] = []
    x = 1
    for part in left:
        left_over = room - (x - 1)
        if part.action and part.cells(widths) > left_over:
            last = part.without_blanks()
            if last.cells(widths) < left_over:
                placed.append(PlacedPart(x, last.cells(widths), last))
            break
        if left_over <= 0:
            break
        text = clip(part.text, left_over - widths.cells(part.key), widths)
        shown = part._replace(text=text)
        placed.append(PlacedPart(x, shown.cells(widths), shown))
        x += placed[-1].cells
    x = max(1, width - 1 - right_cells)
    for part in rights:
        placed.append(PlacedPart(x, part.cells(widths), part))
        x += placed[-1].cells
    return placed


def bar_runs(
    left: Sequence[Part], right: Sequence[Part], width: int, widths: Widths
) -> list[TextRun]:
    """The whole line, `width` cells."""
    runs = []
    position = 0
    for x, cells, part in place_parts(left, right, width, widths):
        runs.append(TextRun(" " * (x - position)))
        if part.key:
            runs.append(TextRun(part.key, (KEY_CLASS,)))
        runs.append(TextRun(part.text, (f"bar--{part.role}",) if part.role else ()))
        position = x + cells
    runs.append(TextRun(" " * (width - position)))
    return [run for run in runs if run.text]


def _fitting_right(parts: Sequence[Part], room: int, widths: Widths) -> list[Part]:
    """The first parts of the right side that fit into `room`, the last one flush with the edge."""
    fitting: list[Part] = []
    for part in parts:
        if part.without_blanks().cells(widths) > room:
            break
        room -= part.cells(widths)
        fitting.append(part)
    return [*fitting[:-1], *(part.without_blanks() for part in fitting[-1:])]
