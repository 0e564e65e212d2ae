"""Adding files: one transaction a report, so that stopping at any moment leaves no half report."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from reportreader.errors import ReportReaderError
from reportreader.ingest.reading import read_bytes
from reportreader.ingest.walking import iter_report_files
from reportreader.library.library import Library
from reportreader.services.added import (
    AddedFile,
    AddOutcome,
    AddProgress,
    AddSummary,
    count_outcomes,
)
from reportreader.services.filing import Wish, add_file, add_ingested

__all__ = ["AddOutcome", "AddProgress", "AddSummary", "AddedFile", "add_bytes", "add_paths"]


def add_paths(
    library: Library,
    paths: Sequence[Path],
    *,
    on_progress: Callable[[AddProgress], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
    dry_run: bool = False,
    encoding: str | None = None,
) -> AddSummary:
    """Adds files, and folders with all below them.

    A file that cannot be read is refused and the next one is taken; a fault of the library itself
    ends the addition (LibraryError). `should_stop` is asked before every file. A file that was
    named itself comes back from the trash; one that was only found in a folder stays there.
    """
    files: list[AddedFile] = []
    named = {path for path in paths if not path.is_dir()}
    chosen = list(iter_report_files(paths))
    begun = time.monotonic()
    for path in chosen:
        if should_stop is not None and should_stop():
            return AddSummary(files=tuple(files), interrupted=True)
        wish = Wish(is_named=path in named, dry_run=dry_run)
        files.append(add_file(library, path, wish, encoding=encoding))
        if on_progress is not None:
            on_progress(_progress(files, len(chosen), time.monotonic() - begun))
    return AddSummary(files=tuple(files))


def add_bytes(
    library: Library, data: bytes, name: str, *, encoding: str | None = None, dry_run: bool = False
) -> AddedFile:
    """Adds what came from standard input; its text alone says whether it is known."""
    try:
        ingested = read_bytes(data, name, encoding=encoding)
    except ReportReaderError as error:
        return AddedFile(path=name, outcome=AddOutcome.REFUSED, error=error)
    return add_ingested(library, ingested, Wish(is_named=True, dry_run=dry_run), label=name)


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
