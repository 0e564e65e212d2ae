"""Decides whether a first page can be shown, makes it, and puts it on the screen."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reportreader.errors import ReportReaderError
from reportreader.services.opening import Library
from reportreader.settings.messages import Messages
from reportreader.settings.values import AmbiguousWidth, Settings
from reportreader.tui.actions import Keymap
from reportreader.tui.drawing.style_sheet import StyleSheet, parse_rules
from reportreader.tui.first_page.ansi import ColourDepth, colour_depth, frame
from reportreader.tui.first_page.painting import Painter, Row
from reportreader.tui.palettes import PALETTES, theme_name
from reportreader.tui.width_probe import chosen_widths, probe_sequence

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
_DUMB = frozenset({"", "dumb", "unknown"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRequest:
    """What decides what the first page shows; without a `beginning` it is the library."""

    library: Library
    settings: Settings
    messages: Messages
    keymap: Keymap
    beginning: "Beginning | None" = None


def show_first_page(
    request: PageRequest, environment: Mapping[str, str]
) -> "BorrowedTerminal | None":
    """Draw the first screen; None, and nothing drawn, where that cannot be done.

    What is wrong with the library or the report is told by the start that follows.
    """
    if not _can_show(environment):
        return None
    keys, output = 0, 2
    try:
        width, height = screen_size(environment, output)
        if width < _LEAST_COLUMNS or height < _LEAST_ROWS:
            return None
        depth = colour_depth(environment)
        widths = chosen_widths(request.settings.ambiguous_width)
        painter = Painter(_style_sheet(request.settings, environment, depth), widths)
        drawn = frame(_make_rows(request, painter, width, height), depth, widths)
        terminal = BorrowedTerminal(keys, output)
    except (ReportReaderError, OSError):
        return None
    asked = probe_sequence() if asks_for_widths(request.settings) else ""
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
