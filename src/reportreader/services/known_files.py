"""Whether a file has changed since it was read, without reading it."""

import time
from pathlib import Path
from typing import NamedTuple

from reportreader.ingest.found_file import FoundFile, entry_label
from reportreader.library.library import Library
from reportreader.library.sources import Source, find_source
from reportreader.library.standing import deleted_time
from reportreader.notes.annotation import ReportId
from reportreader.services.browsing import source_path

SETTLED_NS = 2_000_000_000
"""A file changed less long ago may change again without its time showing it."""


class Wish(NamedTuple):
    """How a file came to be looked at, whether anything may be written, and what it is said to be.

    `as_new`: a report of its own, whatever it is like; `version_of`: a version of this report.
    """

    is_named: bool
    dry_run: bool
    as_new: bool = False
    version_of: ReportId | None = None

    @property
    def is_decided(self) -> bool:
        """Whether a person has said which report it is."""
        return self.as_new or self.version_of is not None


class FileState(NamedTuple):
    """A file as it was just before it was read."""

    path: str
    size_bytes: int
    modified_ns: int


def look_at(found: FoundFile) -> FileState | None:
    """State of a regular file; None for all else, whose reading will say what is wrong.

    An entry of an archive has the size and time of its archive.
    """
    try:
        status = found.path.stat()
    except OSError:
        return None
    path = source_path(found.path)
    is_settled = time.time_ns() - status.st_mtime_ns > SETTLED_NS
    return FileState(
        path=entry_label(path, found.entry) if found.entry else path,
        size_bytes=status.st_size,
        modified_ns=status.st_mtime_ns if is_settled else 0,
    )


def find_unchanged(library: Library, state: FileState | None, wish: Wish) -> ReportId | None:
    """The report of a file that is as it was when it was read last, and so need not be read."""
    known = find_source(library, state.path) if state is not None else None
    if known is None or state is None or not _is_same_file(known, state) or wish.is_decided:
        return None
    is_away = bool(deleted_time(library, known.report_id))
    return None if is_away and wish.is_named else known.report_id


def find_known(library: Library, path: Path) -> ReportId | None:
    """The report outside the trash that the file at `path` was read for, if it is unchanged."""
    wish = Wish(is_named=True, dry_run=False)
    return find_unchanged(library, look_at(FoundFile(path=path)), wish)


def was_read(library: Library, path: Path) -> bool:
    """Whether any file at `path` has been read for a report."""
    return find_source(library, source_path(path)) is not None


def _is_same_file(known: Source, state: FileState) -> bool:
    return (
        state.modified_ns != 0
        and known.modified_ns == state.modified_ns
        and known.size_bytes == state.size_bytes
    )
