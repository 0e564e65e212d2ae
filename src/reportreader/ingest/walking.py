"""Finds the report files in folders: recursive, in a fixed order, each folder once."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from reportreader.ingest.formats import ARCHIVE_SUFFIX, REPORT_SUFFIXES

_WANTED_SUFFIXES = REPORT_SUFFIXES | {ARCHIVE_SUFFIX}


def iter_report_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Files to read, in the order of `paths`, folders sorted by name.

    A path that is no folder is passed on as it is, whatever it is: reading it says what is wrong
    with it. So is a folder that cannot be listed. Inside folders hidden entries and files without
    the suffix of a report or an archive are passed over; a folder reached twice through links is
    entered once.
    """
    seen: set[tuple[int, int]] = set()
    for path in paths:
        if path.is_dir():
            yield from _iter_folder(path, seen)
        else:
            yield path


def _iter_folder(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Path]:
    pending = [folder]
    while pending:
        path = pending.pop()
        if path != folder and not path.is_dir():
            if path.suffix.lower() in _WANTED_SUFFIXES:
                yield path
            continue
        try:
            status = path.stat()
            identity = (status.st_dev, status.st_ino)
            if identity in seen:
                continue
            seen.add(identity)
            entries = [entry for entry in path.iterdir() if not entry.name.startswith(".")]
        except OSError:
            yield path
            continue
        pending.extend(sorted(entries, reverse=True))
