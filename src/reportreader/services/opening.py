"""Opening a library: made, migrated, filled with the sample reports the first time, backed up."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from reportreader.library.library import Library, read_clock
from reportreader.library.listing import count_summaries
from reportreader.library.meta import SAMPLES_FILLED, get_meta, put_meta
from reportreader.library.mounts import is_on_network
from reportreader.library.opening import NETWORK_NOTICE, open_file
from reportreader.library.summary import ReportFilter, Shelf

__all__ = ["NETWORK_NOTICE", "Library", "corpus_folder", "is_on_network", "open_library"]

GUIDE_NAME = "使用指南.md"
"""The file of the samples that tells how to use the program."""


def open_library(
    path: Path,
    *,
    read_only: bool = False,
    create: bool = True,
    samples: Path | None = None,
    clock: Callable[[], datetime] = read_clock,
) -> Library:
    """The library at `path`, made if it is missing and `create` says so.

    A library that was never filled gets the reports of the folder `samples` in one go; a sample
    that was removed does not come back. `Library.notice` is the id of a message to show (opened
    for reading only, written by a newer program), or empty. Raises NotFoundError or LibraryError.
    """
    library = open_file(path, read_only=read_only, create=create, clock=clock)
    if samples is not None and not library.read_only:
        try:
            _fill(library, samples)
        except BaseException:
            library.close()
            raise
    return library


def corpus_folder() -> Path:
    """The folder of the sample reports: in the installed package, else in the source tree."""
    package = Path(__file__).resolve().parents[1]
    packaged = package / "corpus"
    return packaged if packaged.is_dir() else package.parents[1] / "corpus"


def _guide_last(samples: Path) -> list[Path]:
    """The files of a folder, the guide at the end: what was added last is listed first."""
    shown = (path for path in samples.iterdir() if not path.name.startswith("."))
    return sorted(shown, key=lambda path: (path.name == GUIDE_NAME, path.name))


def _fill(library: Library, samples: Path) -> None:
    if get_meta(library, SAMPLES_FILLED):
        return
    with library.transaction():
        if not count_summaries(library, ReportFilter(shelf=Shelf.ALL)) and samples.is_dir():
            from reportreader.services.adding import add_paths

            add_paths(library, _guide_last(samples))
        put_meta(library, SAMPLES_FILLED, library.now())
