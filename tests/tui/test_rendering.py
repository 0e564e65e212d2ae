"""Strips as bytes: fewer of them than Textual writes, for the very same cells."""

import pyte
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reportreader.tui import terminal

_COLOURS = st.sampled_from([None, "#d9d5ca", "#17191c", "red", "color(120)"])
_FLAGS = st.sampled_from([None, True, False])
STYLES = st.none() | st.builds(
    Style,
    color=_COLOURS,
    bgcolor=_COLOURS,
    bold=_FLAGS,
    underline=_FLAGS,
    reverse=_FLAGS,
    italic=_FLAGS,
)
SEGMENTS = st.lists(st.builds(Segment, st.text("报告 ab。", min_size=1, max_size=3), STYLES))


def cells(output: str) -> list[object]:
    screen = pyte.Screen(40, 2)
    pyte.Stream(screen).feed(output + "尾")
    return [screen.buffer[row][column] for row in range(2) for column in range(40)]


@given(SEGMENTS)
def test_the_cells_are_those_of_textuals_own_rendering(segments: list[Segment]) -> None:
    console = Console(color_system="truecolor", force_terminal=True)
    theirs = terminal._render_strip(Strip(segments), console)
    ours = terminal._render(Strip(segments), console)
    assert cells(ours) == cells(theirs)


def test_a_line_of_coloured_words_says_its_background_once() -> None:
    console = Console(color_system="truecolor", force_terminal=True)
    plain = Style(color="#d9d5ca", bgcolor="#17191c")
    marked = Style(color="#7fc4b8", bgcolor="#17191c")
    strip = Strip([Segment("党建", marked if number % 2 else plain) for number in range(10)])
    assert terminal._render(strip, console).count("48;2;23;25;28") == 1
