"""The errors a person can meet, each with what happened and what to do.

An error carries a message id and the values of its placeholders, never finished words: the two
front ends turn it into the reader's language (`settings.messages`), each in one place. Anything
that is not a `ReportReaderError` is a bug. This module imports nothing of ours.

    ReportReaderError
    ├── InputError          a file, text or argument cannot be used as it is
    ├── NotFoundError       something named does not exist
    ├── AmbiguousError      a name fits several things
    ├── ConflictError       somebody else changed it first
    ├── LibraryError        the library file cannot be opened, read or written
    │   ├── LibraryLockedError    another program holds it
    │   ├── LibraryReadOnlyError  it may only be read
    │   └── StorageFullError      the disk has no room
    └── OutputError         a result cannot be written where it was asked for
"""

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes of the command line, documented in `reportreader --help`."""

    OK = 0
    FAILURE = 1
    USAGE = 2
    NOT_FOUND = 3
    REFUSED = 4
    LIBRARY = 5
    DIFFERENT = 6
    INTERRUPTED = 130


class ReportReaderError(Exception):
    """Something a person can understand and act on.

    `message_id` names a sentence of the catalogues (`errors.<message_id>`) that says what happened
    to which thing and what to do; `values` fill its placeholders.
    """

    exit_code = ExitCode.FAILURE

    def __init__(self, message_id: str, **values: object) -> None:
        super().__init__(message_id, values)
        self.message_id = message_id
        self.values = values


class InputError(ReportReaderError):
    """A file, text or argument cannot be used as it is."""

    exit_code = ExitCode.REFUSED


class NotFoundError(ReportReaderError):
    """Something named does not exist."""

    exit_code = ExitCode.NOT_FOUND


class AmbiguousError(ReportReaderError):
    """A name fits several things."""

    exit_code = ExitCode.NOT_FOUND


class ConflictError(ReportReaderError):
    """Somebody else changed the thing since it was read."""


class LibraryError(ReportReaderError):
    """The library file cannot be opened, read or written."""

    exit_code = ExitCode.LIBRARY


class LibraryLockedError(LibraryError):
    """Another program holds the library."""


class LibraryReadOnlyError(LibraryError):
    """The library may only be read."""


class StorageFullError(LibraryError):
    """The disk has no room for the change; nothing of it was kept."""


class OutputError(ReportReaderError):
    """A result cannot be written where it was asked for."""
