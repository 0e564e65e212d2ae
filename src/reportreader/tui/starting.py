"""Starts the full-screen program: the first page at once, then Textual, which takes over from it."""

import os
from typing import TYPE_CHECKING, NamedTuple

from reportreader.notes.annotation import ReportId
from reportreader.services.opening import Library
from reportreader.settings.messages import Messages
from reportreader.settings.paths import config_path
from reportreader.settings.values import Settings
from reportreader.tui.actions.keys import keymap_path, load_keymap
from reportreader.tui.first_page.showing import PageRequest, show_first_page
from reportreader.tui.interrupts import interrupts_wait

if TYPE_CHECKING:
    from reportreader.tui.first_page.terminal import BorrowedTerminal
    from reportreader.tui.reading.beginning import Beginning


class StartPlace(NamedTuple):
    """The report to begin with; without an offset where its reader left it.

    `beside` is a second report, and where in it, to be read in a pane of its own.
    """

    report_id: ReportId
    offset: int | None = None
    beside: tuple[ReportId, int | None] | None = None


def run_program(
    library: Library,
    settings: Settings,
    messages: Messages,
    *,
    start: StartPlace | None = None,
    glimpse: "BorrowedTerminal | None" = None,
) -> int:
    """Run the program until the reader leaves it, and return the exit code.

    It begins with a report at `start`, else with the library; `glimpse` shows a part of it already.
    Raises ReportReaderError if the keymap file is wrong or the report cannot be opened.
    """
    terminal = glimpse
    try:
        keymap = load_keymap(keymap_path(config_path(os.environ)))
        beginning = _open(library, start)
        request = PageRequest(
            library=library,
            settings=settings,
            messages=messages,
            keymap=keymap,
            beginning=beginning,
        )
        with interrupts_wait():
            terminal = show_first_page(request, os.environ, glimpse)
        from reportreader.tui.app import run_app

        return run_app(
            library, settings, messages, keymap=keymap, beginning=beginning, terminal=terminal
        )
    finally:
        if terminal is not None:
            terminal.give_back()


def _open(library: Library, start: StartPlace | None) -> "Beginning | None":
    if start is None:
        return None
    from reportreader.services.reading import open_first_part
    from reportreader.tui.reading.beginning import Beginning, SecondPlace

    opened = open_first_part(library, start.report_id, around=start.offset)
    beside = None if start.beside is None else SecondPlace(*start.beside)
    return Beginning(opened, start.offset, beside)
