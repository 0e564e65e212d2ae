"""Decides whether a first page can be shown, makes it, and puts it on the screen."""

import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reportreader.errors import ReportReaderError
from reportreader.services.opening import Library
from reportreader.settings.messages import Messages
from reportreader.settings.values import AmbiguousWidth, Settings
from reportreader.tui.actions import Keymap
from reportreader.tui.drawing.style_sheet import StyleSheet, parse_rules
from reportreader.tui.first_page.ansi import ColourDepth, colour_depth, drawing, frame
from reportreader.tui.first_page.painting import Painter, Row
from reportreader.tui.palettes import PALETTES, theme_name
from reportreader.tui.width_probe import chosen_widths, probe_sequence
from reportreader.typography.widths import Widths

if TYPE_CHECKING:
    from reportreader.tui.reading.beginning import Beginning
if sys.platform != "win32":
    from reportreader.tui.first_page.terminal import (
        ENTER_SCREEN,
        HIDE_CURSOR,
        BorrowedTerminal,
        screen_size,
    )

_STYLES = Path(__file__).parents[1] / "styles"
_SHEETS = ("general.tcss", "library.tcss", "reading.tcss")
_LEAST_COLUMNS, _LEAST_ROWS = 20, 6
"""A smaller screen has no room for the frame."""
_KEYS, _OUTPUT = 0, 2
_Drawing = Callable[[Iterable[Row], ColourDepth, Widths], str]
_DUMB = frozenset({"", "dumb", "unknown"})


class PageRequest(NamedTuple):
    """What decides what the first page shows; without a `beginning` it is the library."""

    library: Library
    settings: Settings
    messages: Messages
    keymap: Keymap
    beginning: "Beginning | None" = None


def show_first_page(
    request: PageRequest, environment: Mapping[str, str], held: "BorrowedTerminal | None" = None
) -> "BorrowedTerminal | None":
    """Draw the first screen, over the glimpse that `held` shows; None where that cannot be done.

    What is wrong with the library or the report is told by the start that follows.
    """
    drawn = _draw(request, environment, frame)
    if held is not None:
        held.keep_keys()
        held.write(drawn)
        return held
    return _begin(drawn, request.settings) if drawn else None


def show_glimpse(request: PageRequest, environment: Mapping[str, str]) -> "BorrowedTerminal | None":
    """Draw what the first screen is likely to be, which is no frame yet; ^C ends what goes on."""
    drawn = _draw(request, environment, drawing)
    return _begin(drawn, request.settings, can_interrupt=True) if drawn else None


def _draw(request: PageRequest, environment: Mapping[str, str], draw: _Drawing) -> str:
    """What draws the page; empty where it cannot be drawn."""
    if not _can_show(environment):
        return ""
    try:
        width, height = screen_size(environment, _OUTPUT)
        if width < _LEAST_COLUMNS or height < _LEAST_ROWS:
            return ""
        depth = colour_depth(environment)
        widths = chosen_widths(request.settings.ambiguous_width)
        painter = Painter(_style_sheet(request.settings, environment, depth), widths)
        return draw(_make_rows(request, painter, width, height), depth, widths)
    except (ReportReaderError, OSError):
        return ""


def _begin(
    drawn: str, settings: Settings, *, can_interrupt: bool = False
) -> "BorrowedTerminal | None":
    """The terminal with its other screen, and on that what is drawn."""
    try:
        terminal = BorrowedTerminal(_KEYS, _OUTPUT, can_interrupt=can_interrupt)
    except OSError:
        return None
    asked = probe_sequence() if asks_for_widths(settings) else ""
    terminal.write(f"{ENTER_SCREEN}{HIDE_CURSOR}{asked}{drawn}")
    return terminal


def asks_for_widths(settings: Settings) -> bool:
    """Whether the terminal is to say how wide it draws what terminals disagree on."""
    return settings.ambiguous_width is AmbiguousWidth.AUTO


def _can_show(environment: Mapping[str, str]) -> bool:
    """Whether Textual will draw on the terminal that this program stands in, and as we expect."""
    streams = (sys.__stdin__, sys.__stdout__, sys.__stderr__)
    return (
        sys.platform != "win32"
        and environment.get("TERM", "").lower() not in _DUMB
        and not any(name.startswith("TEXTUAL") for name in environment)
        and all(stream is not None and stream.isatty() for stream in streams)
    )


def _style_sheet(
    settings: Settings, environment: Mapping[str, str], depth: ColourDepth
) -> StyleSheet:
    source = "".join((_STYLES / name).read_text(encoding="utf-8") for name in _SHEETS)
    return StyleSheet(
        rules=parse_rules(source),
        palette=PALETTES[theme_name(settings.theme, few_colours=depth is ColourDepth.SIXTEEN)],
        no_colour="NO_COLOR" in environment,
    )


def _make_rows(request: PageRequest, painter: Painter, width: int, height: int) -> list[Row]:
    library, messages, keymap = request.library, request.messages, request.keymap
    if request.beginning is None:
        from reportreader.tui.first_page.library_page import library_page

        return library_page(library, messages, keymap, painter, width=width, height=height)
    from reportreader.tui.first_page.reading_page import reading_page

    return reading_page(
        library,
        request.beginning,
        request.settings,
        messages,
        keymap,
        painter,
        width=width,
        height=height,
    )
