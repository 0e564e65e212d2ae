"""Adding files to the library from within the program: a child process that tells how far it is."""

from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from reportreader.errors import ReportReaderError
from reportreader.ingest.sanitising import sanitise_line
from reportreader.services.added import AddProgress
from reportreader.services.adding_process import AddingEnd, AddingProcess
from reportreader.services.told_files import ToldFile
from reportreader.settings.messages import Messages
from reportreader.tui.messages import AddingFinished, AddingProgressed, TaskFailed

if TYPE_CHECKING:
    from textual.message_pump import MessagePump

ADDING_GROUP = "adding"


class Adding:
    """One run of adding; the program may be used, or left, while it goes on.

    `pump` gets the messages. Raises ReportReaderError if it cannot be started.
    """

    def __init__(self, pump: "MessagePump", library_path: Path, path: Path) -> None:
        self._pump = pump
        self._process = AddingProcess(library_path, [path])
        Thread(target=self._wait, name=ADDING_GROUP, daemon=True).start()

    def stop(self) -> None:
        """End after the report that is just being added."""
        self._process.stop()

    def _wait(self) -> None:
        try:
            end = self._process.wait(self._tell)
        except ReportReaderError as error:
            self._pump.post_message(TaskFailed(ADDING_GROUP, error))
        else:
            self._pump.post_message(AddingFinished(end))

    def _tell(self, progress: AddProgress) -> None:
        self._pump.post_message(AddingProgressed(progress))


def progress_text(progress: AddProgress, messages: Messages, *, short: bool = False) -> str:
    """How far it is: count, rate and time left."""
    rate = progress.done / progress.elapsed_seconds if progress.elapsed_seconds > 0 else 0.0
    left = round((progress.total - progress.done) / rate) if rate else 0
    minutes, seconds = divmod(left, 60)
    return messages.text(
        "library.adding_short" if short else "library.adding",
        done=f"{progress.done:,}",
        total=f"{progress.total:,}",
        rate=f"{rate:.0f}" if rate >= 10 else f"{rate:.1f}",
        left=f"{minutes}:{seconds:02d}",
    )


def added_text(end: AddingEnd, messages: Messages) -> str:
    """What came of it, with the reason of the first file that was refused; the counts add up.

    Where more is to be told it says how to see it.
    """
    text = messages.text(
        "library.add_stopped" if end.interrupted else "library.add_done",
        added=f"{end.added:,}",
        versions=f"{end.new_versions:,}",
        unchanged=f"{end.unchanged:,}",
        refused=f"{end.refused:,}",
    )
    if end.first_error is not None:
        text = f"{text} {messages.error(end.first_error)}"
    if len(end.told) > 1 or (end.told and end.first_error is None):
        text = f"{text} {messages.text('library.add_more_told')}"
    return sanitise_line(text)


def told_text(file: ToldFile, messages: Messages) -> str:
    """Why a file was refused, or what was lost of it."""
    if file.error is not None:
        return sanitise_line(messages.error(file.error))
    said = (messages.text(notice.message_id, **notice.values) for notice in file.notices)
    return sanitise_line(" ".join(said))
