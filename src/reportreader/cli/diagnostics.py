"""The only writer to standard error: what went wrong, what to know, how far it is."""

import sys
from pathlib import Path
from typing import TextIO

from reportreader.errors import ReportReaderError
from reportreader.ingest.sanitising import sanitise, sanitise_line
from reportreader.settings.messages import Messages

_RETURN = "\r"
_CLEAR_LINE = "\x1b[K"


class Diagnostics:
    """Writes to `stream` in the language of `messages`."""

    def __init__(self, stream: TextIO, messages: Messages) -> None:
        self._stream = stream
        self._messages = messages
        self._has_progress = False
        self.is_terminal = stream.isatty()

    def note(self, message_id: str, **values: object) -> None:
        """A sentence that the reader should know."""
        self._write(self._messages.text(message_id, **values))

    def error(self, error: ReportReaderError) -> None:
        """What happened and what to do."""
        self._write(f"reportreader: {self._messages.error(error)}")

    def progress(self, message_id: str, **values: object) -> None:
        """A line that the next one replaces; only a terminal shows it."""
        if self.is_terminal:
            line = sanitise_line(self._messages.text(message_id, **values))
            self._stream.write(_RETURN + line + _CLEAR_LINE)
            self._stream.flush()
            self._has_progress = True

    def end_progress(self) -> None:
        """Take the progress line away."""
        if self._has_progress:
            self._stream.write(_RETURN + _CLEAR_LINE)
            self._has_progress = False

    def crash(self, error: BaseException, log: Path) -> None:
        """A bug: the traceback goes to the log, a plain sentence to the reader."""
        import traceback
        from datetime import UTC, datetime

        report = "".join(traceback.format_exception(error))
        try:
            log.parent.mkdir(parents=True, exist_ok=True)
            with log.open("a", encoding="utf-8", errors="backslashreplace") as file:
                file.write(f"{datetime.now(UTC).isoformat()} {sys.argv!r}\n{report}\n")
        except OSError:
            self._write(report)
            self.note("cli.crash_unlogged")
        else:
            self.note("cli.crash", path=log)

    def _write(self, text: str) -> None:
        self.end_progress()
        self._stream.write(sanitise(text) + "\n")
        self._stream.flush()
