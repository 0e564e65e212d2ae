"""Adding files: one transaction a report, so that stopping at any moment leaves no half report."""

import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from reportreader.errors import LibraryLockedError, ReportReaderError, StorageFullError
from reportreader.ingest.found_file import FoundFile
from reportreader.ingest.manner import AS_FOUND, Manner
from reportreader.ingest.read_ahead import ReadFile, iter_read_files
from reportreader.ingest.reading import read_bytes
from reportreader.ingest.walking import iter_report_files
from reportreader.library.index_merging import is_merging_due, iter_merging
from reportreader.library.library import Library
from reportreader.notes.annotation import ReportId
from reportreader.services.added import (
    AddedFile,
    AddOutcome,
    AddProgress,
    AddSummary,
    count_outcomes,
)
from reportreader.services.filing import add_ingested, add_read, add_unread
from reportreader.services.known_files import FileState, Wish, find_unchanged, look_at

__all__ = ["AddOutcome", "AddProgress", "AddSummary", "AddedFile", "add_bytes", "add_paths"]


def add_paths(
    library: Library,
    paths: Sequence[Path],
    *,
    on_progress: Callable[[AddProgress], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
    dry_run: bool = False,
    manner: Manner = AS_FOUND,
    as_new: bool = False,
    version_of: ReportId | None = None,
    are_named: bool = True,
) -> AddSummary:
    """Adds files, and folders with all below them.

    A file that cannot be read is refused and the next one is taken; a fault of the library itself
    ends the addition (LibraryError). `should_stop` is asked before every file. A file that was
    named itself comes back from the trash; one that was only found in a folder stays there,
    and so do all if not `are_named`.
    `as_new` makes each a report of its own, `version_of` a version of that report, whatever its
    path and text say; otherwise `AddedFile.why` tells what was made of them.
    """
    named = frozenset(path for path in paths if are_named and not path.is_dir())
    chosen = list(iter_report_files(paths))
    wish = Wish(is_named=False, dry_run=dry_run, as_new=as_new, version_of=version_of)
    addition = _Addition(library, named, wish, knows_files=manner == AS_FOUND)
    files: list[AddedFile] = []
    total = len(chosen)
    archives: set[Path] = set()
    begun = time.monotonic()

    def tell() -> None:
        if on_progress is not None and files:
            on_progress(_progress(files, total, time.monotonic() - begun))

    reads = iter_read_files(chosen, manner=manner, is_wanted=addition.is_wanted)
    with closing(reads):
        while should_stop is None or not should_stop():
            read = next(reads, None)
            if read is None:
                if not dry_run:
                    _merge_index(library, tell, should_stop)
                return AddSummary(files=tuple(files))
            files.append(addition.add(read))
            if read.found.entry and read.found.path in archives:
                total += 1
            elif read.found.entry:
                archives.add(read.found.path)
            tell()
        is_interrupted = len(files) < total or next(reads, None) is not None
    return AddSummary(files=tuple(files), interrupted=is_interrupted)


def add_bytes(
    library: Library,
    data: bytes,
    name: str,
    *,
    manner: Manner = AS_FOUND,
    dry_run: bool = False,
    as_new: bool = False,
    version_of: ReportId | None = None,
) -> AddedFile:
    """Adds what came from standard input; its text alone, or the person, says which report it is."""
    try:
        ingested = read_bytes(data, name, manner=manner)
    except ReportReaderError as error:
        return AddedFile(path=name, outcome=AddOutcome.REFUSED, error=error)
    wish = Wish(is_named=True, dry_run=dry_run, as_new=as_new, version_of=version_of)
    return add_ingested(library, ingested, wish, label=name)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """What was seen of a file before it was read; `known` is its report if it has not changed."""

    wish: Wish
    state: FileState | None
    known: ReportId | None


class _Addition:
    """One run: decides what need not be read, and files what was."""

    def __init__(
        self, library: Library, named: frozenset[Path], wish: Wish, *, knows_files: bool
    ) -> None:
        self._library = library
        self._named = named
        self._wish = wish
        self._knows_files = knows_files
        self._looks: dict[FoundFile, _Look] = {}

    def is_wanted(self, found: FoundFile) -> bool:
        """Whether a file must be read, because it is new or has changed."""
        is_named = not found.entry and found.path in self._named
        wish = self._wish._replace(is_named=is_named)
        state = look_at(found)
        known = find_unchanged(self._library, state, wish) if self._knows_files else None
        self._looks[found] = _Look(wish=wish, state=state, known=known)
        return known is None

    def add(self, read: ReadFile) -> AddedFile:
        """What became of a file that was read, refused, or not wanted."""
        look = self._looks[read.found]
        if look.known is not None:
            return add_unread(self._library, read.found, look.known)
        return add_read(self._library, read, look.wish, look.state)


def _merge_index(
    library: Library, on_step: Callable[[], None], should_stop: Callable[[], bool] | None
) -> None:
    """Puts the pieces together that many additions leave in the index.

    What was added is in the library already: a lock or a full disk only puts this off.
    """
    try:
        if is_merging_due(library):
            for _ in iter_merging(library):
                on_step()
                if should_stop is not None and should_stop():
                    return
    except (LibraryLockedError, StorageFullError):
        return


def _progress(files: Sequence[AddedFile], total: int, elapsed_seconds: float) -> AddProgress:
    return AddProgress(
        done=len(files),
        total=total,
        path=files[-1].path,
        elapsed_seconds=elapsed_seconds,
        added=count_outcomes(files, AddOutcome.ADDED),
        new_versions=count_outcomes(files, AddOutcome.NEW_VERSION),
        unchanged=count_outcomes(files, AddOutcome.UNCHANGED),
        refused=count_outcomes(files, AddOutcome.REFUSED),
    )
