"""Messages that cross screens or come from tasks; what a widget says stands in the widget."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from reportreader.errors import ReportReaderError

if TYPE_CHECKING:
    from reportreader.services.added import AddProgress
    from reportreader.services.adding_process import AddingEnd
    from reportreader.services.browsing import ReportPreview
    from reportreader.services.reading import OpenedReport


@dataclass
class TaskFailed(Message):
    """A task could not do its work; the app tells the reader unless a screen stops the message."""

    group: str
    error: ReportReaderError


@dataclass
class LibraryChanged(Message):
    """Another window or command has changed the library; screens show it afresh."""


@dataclass
class ReportLoaded(Message):
    """The whole of a report has been read, or read again."""

    opened: "OpenedReport"


@dataclass
class PreviewReady(Message):
    """The preview of a report has been read."""

    preview: "ReportPreview"


@dataclass
class AddingProgressed(Message):
    """Some more files are done."""

    progress: "AddProgress"

    def can_replace(self, message: Message) -> bool:
        """Only the newest count matters."""
        return isinstance(message, AddingProgressed)


@dataclass
class AddingFinished(Message):
    """All files are done, or the reader stopped it."""

    end: "AddingEnd"


@dataclass
class RenewingProgressed(Message):
    """Some more reports of an older program have been read anew; all of them if `done` is `total`."""

    done: int
    total: int

    def can_replace(self, message: Message) -> bool:
        """Only the newest count matters."""
        return isinstance(message, RenewingProgressed)
