"""Starts the full-screen program: the first page at once, then Textual, which takes over from it."""

import os

from reportreader.services.opening import Library
from reportreader.settings.messages import Messages
from reportreader.settings.paths import config_path
from reportreader.settings.values import Settings
from reportreader.tui.actions.keys import keymap_path, load_keymap
from reportreader.tui.first_page.showing import PageRequest, StartPlace, show_first_page

__all__ = ["StartPlace", "run_program"]


def run_program(
    library: Library, settings: Settings, messages: Messages, *, start: StartPlace | None = None
) -> int:
    """Run the program until the reader leaves it, and return the exit code.

    It begins with a report at `start`, else with the library. Raises ReportReaderError if the
    keymap file is wrong.
    """
    keymap = load_keymap(keymap_path(config_path(os.environ)))
    request = PageRequest(
        library=library, settings=settings, messages=messages, keymap=keymap, start=start
    )
    terminal = show_first_page(request, os.environ)
    try:
        from reportreader.tui.app import run_app

        return run_app(library, settings, messages, keymap=keymap, start=start, terminal=terminal)
    finally:
        if terminal is not None:
            terminal.give_back()
