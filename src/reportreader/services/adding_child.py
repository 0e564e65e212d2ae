"""The child process that adds reports: `python -m reportreader.services.adding_child`.

It reads one request from standard input (`library`, `paths`), tells on standard output how far it
is, and at last what came of it. When its input ends it stops after the report in hand: so it does
what it is told, and does not outlive who started it.
"""

import os
import sys
import threading
import time
from pathlib import Path
from typing import IO, Any

from reportreader.errors import ReportReaderError
from reportreader.services.added import AddProgress, AddSummary
from reportreader.services.adding import add_paths
from reportreader.services.framing import read_message, write_message
from reportreader.services.opening import open_library
from reportreader.services.told_errors import encode_error
from reportreader.services.told_files import encode_files

_NICENESS = 10
_TELL_SECONDS = 0.2
"""How often it is told how far it is."""
_PAUSE_SECONDS = 0.004
"""How long the library is left alone behind each report.

SQLite lets those who wait for the lock look again after 1, 2, 5, 10 … 100 ms: without a pause they
hardly ever find it free.
"""


class ProgressTeller:
    """Writes how far an addition is, at most every `_TELL_SECONDS`, and once at its end."""

    def __init__(self, target: IO[bytes]) -> None:
        self._target = target
        self._told = 0.0
        self._done = -1

    def __call__(self, progress: AddProgress) -> None:
        """Some more files are done: let the screen have the library for a moment, and tell."""
        time.sleep(_PAUSE_SECONDS)
        now = time.monotonic()
        is_end = progress.done == progress.total != self._done
        if is_end or now - self._told >= _TELL_SECONDS:
            self._told, self._done = now, progress.done
            told = {name: getattr(progress, name) for name in AddProgress.__slots__}
            write_message(self._target, {"progress": told})


def main() -> None:
    """Answers the one request there is."""
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    request = read_message(sys.stdin.buffer)
    if request is None:
        return
    stop = threading.Event()
    threading.Thread(target=_await_end_of_input, args=(stop,), daemon=True).start()
    target = sys.stdout.buffer
    try:
        write_message(target, _add(request, ProgressTeller(target), stop))
    except BrokenPipeError:
        # Nobody is left to be told; what was added is in the library.
        os._exit(1)


def _add(request: dict[str, Any], tell: ProgressTeller, stop: threading.Event) -> dict[str, Any]:
    paths = [Path(path) for path in request["paths"]]
    try:
        with open_library(Path(request["library"]), create=False) as library:
            summary = add_paths(library, paths, on_progress=tell, should_stop=stop.is_set)
    except ReportReaderError as error:
        return {"error": encode_error(error)}
    return {"end": _end_of(summary)}


def _end_of(summary: AddSummary) -> dict[str, Any]:
    return {
        "added": summary.added,
        "new_versions": summary.new_versions,
        "unchanged": summary.unchanged,
        "refused": summary.refused,
        "interrupted": summary.interrupted,
        "told": encode_files(summary.files),
    }


def _await_end_of_input(stop: threading.Event) -> None:
    """Past the buffer, whose lock would be held while the interpreter shuts down."""
    while os.read(sys.stdin.fileno(), 1):
        pass
    stop.set()


if __name__ == "__main__":
    main()
