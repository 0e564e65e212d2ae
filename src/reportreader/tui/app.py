"""Runs the app and says how it ended."""

import sys
from typing import TYPE_CHECKING

from reportreader.services.opening import Library
from reportreader.settings.messages import Messages
from reportreader.settings.values import Settings
from reportreader.tui.actions import Keymap
from reportreader.tui.reader_app import ReportReaderApp
from reportreader.tui.terminal import guard_output, use_utf8_output

if TYPE_CHECKING:
    from reportreader.tui.first_page.terminal import BorrowedTerminal
    from reportreader.tui.reading.beginning import Beginning

__all__ = ["ReportReaderApp", "run_app"]


def run_app(
    library: Library,
    settings: Settings,
    messages: Messages,
    *,
    keymap: Keymap,
    beginning: "Beginning | None" = None,
    terminal: "BorrowedTerminal | None" = None,
) -> int:
    """Run the app until the reader leaves it, and return the exit code.

    `terminal` shows the first page already, and is the app's from then on.
    """
    use_utf8_output()
    guard_output()
    app = ReportReaderApp(
        library, settings, messages, keymap=keymap, beginning=beginning, terminal=terminal
    )
    app.run()
    if app.crash is None:
        return app.return_code or 0
    from reportreader.tui import crash

    sys.stderr.write(crash.describe(app.crash, messages) + "\n")
    return 1
