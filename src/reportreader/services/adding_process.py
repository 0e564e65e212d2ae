"""Adding reports in a process of their own, seen from the program that is used meanwhile.

Reading the structure of a report holds the interpreter; in a child it takes no time from the
screen. One `AddingProcess` is one run.
"""

import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from reportreader.errors import ReportReaderError
from reportreader.services.added import AddProgress
from reportreader.services.framing import read_message, write_message
from reportreader.services.told_errors import decode_error
from reportreader.services.told_files import ToldFile, decode_file

_MODULE = "reportreader.services.adding_child"
_LOW_PRIORITY = getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddingEnd:
    """What came of a run; `told` are the first files of which there is more to say."""

    added: int
    new_versions: int
    unchanged: int
    refused: int
    interrupted: bool
    told: tuple[ToldFile, ...] = ()

    @property
    def first_error(self) -> ReportReaderError | None:
        """Why the first file that was refused was."""
        return next((file.error for file in self.told if file.error is not None), None)


class AddingProcess:
    """One run in a child; any thread may stop it while another waits for its end."""

    def __init__(self, library_path: Path, paths: Sequence[Path]) -> None:
        """Starts the child; raises ReportReaderError if it cannot be started."""
        self._lock = threading.Lock()
        try:
            self._process = subprocess.Popen(  # noqa: S603 - our own module, no words of others
                [sys.executable, "-P", "-m", _MODULE],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
                creationflags=_LOW_PRIORITY | _NO_WINDOW,
            )
        except OSError as error:
            raise ReportReaderError("adding_process_failed") from error
        self._ask({"library": str(library_path.absolute()), "paths": [str(one) for one in paths]})

    def wait(self, on_progress: Callable[[AddProgress], None]) -> AddingEnd:
        """Waits until all is added, or as much as was when it was stopped.

        Raises the LibraryError that the child met, and ReportReaderError if the child was ended
        by somebody else; what it had added is in the library.
        """
        try:
            return self._read_answers(on_progress)
        finally:
            self.stop()
            self._process.wait()
            if self._process.stdout is not None:
                self._process.stdout.close()

    def stop(self) -> None:
        """Lets the child end after the report that it is just adding."""
        with self._lock:
            if self._process.stdin is not None:
                try:
                    self._process.stdin.close()
                except OSError:
                    # What could not be sent to the child is of no use to anybody now.
                    return

    def _ask(self, request: dict[str, Any]) -> None:
        try:
            if self._process.stdin is not None:
                write_message(self._process.stdin, request)
        except OSError:
            # The child is gone already: whoever waits for its answers is told.
            self._process.kill()

    def _read_answers(self, on_progress: Callable[[AddProgress], None]) -> AddingEnd:
        output = self._process.stdout
        while output is not None and (answer := _next_answer(output)) is not None:
            if "progress" in answer:
                on_progress(AddProgress(**answer["progress"]))
            elif "error" in answer:
                raise decode_error(answer["error"])
            else:
                return _end_of(answer["end"])
        raise ReportReaderError("adding_process_failed")


def _next_answer(output: IO[bytes]) -> dict[str, Any] | None:
    try:
        return read_message(output)
    except (OSError, ValueError):
        # What cannot be an answer of ours ends the conversation.
        return None


def _end_of(told: dict[str, Any]) -> AddingEnd:
    files = tuple(decode_file(file) for file in told.pop("told"))
    return AddingEnd(**told, told=files)
