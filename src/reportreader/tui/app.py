"""Starts the full-screen program and says how it ended."""

import os
import sys
from pathlib import Path

from reportreader.notes.annotation import ReportId
from reportreader.services.opening import corpus_folder, open_library
from reportreader.settings.messages import Messages
from reportreader.settings.paths import config_path
from reportreader.settings.values import Settings
from reportreader.tui.actions.keys import keymap_path, load_keymap
from reportreader.tui.reader_app import ReportReaderApp
from reportreader.tui.terminal import guard_output, use_utf8_output

__all__ = ["ReportReaderApp", "run_app"]


def run_app(
    library_path: Path,
    settings: Settings,
    messages: Messages,
    *,
    open_report: ReportId | None = None,
    open_offset: int | None = None,
) -> int:
    """Open the library, run the program until the reader leaves it, and return the exit code.

    Raises ReportReaderError if the library cannot be opened or the keymap file is wrong.
    """
    use_utf8_output()
    guard_output()
    keymap = load_keymap(keymap_path(config_path(os.environ)))
    with open_library(library_path, samples=corpus_folder()) as library:
        app = ReportReaderApp(
            library,
            settings,
            messages,
            keymap=keymap,
            start=(open_report, open_offset) if open_report is not None else None,
        )
        app.run()
    if app.crash is None:
        return app.return_code or 0
    from reportreader.tui import crash

    sys.stderr.write(crash.describe(app.crash, messages) + "\n")
    return 1
