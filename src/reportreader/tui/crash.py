"""What is left of a bug: a traceback in the log file and one plain sentence for the reader."""

import traceback
from datetime import UTC, datetime
from pathlib import Path

from reportreader.settings.messages import Messages
from reportreader.settings.paths import log_path


def describe(error: BaseException, messages: Messages) -> str:
    """Append the traceback to the log file; the sentence says where it is, or that it could not be."""
    path = log_path()
    try:
        write_traceback(error, path)
    except OSError:
        return messages.text("general.crashed_unlogged", error=type(error).__name__)
    return messages.text("general.crashed", path=path)


def write_traceback(error: BaseException, path: Path) -> None:
    """Append the traceback of `error` with the time; the file is for its owner only."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600, exist_ok=True)
    with path.open("a", encoding="utf-8", errors="backslashreplace") as log:
        log.write(f"\n{datetime.now(UTC).isoformat(timespec='seconds')}\n")
        log.writelines(traceback.format_exception(error))
