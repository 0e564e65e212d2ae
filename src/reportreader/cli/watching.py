"""Follows files and folders by looking at them again and again; needs nothing of the system.

Knows neither the library nor what is done with what it finds.
"""

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from reportreader.ingest.walking import iter_report_files

INTERVAL_SECONDS = 1.0
_LEAST_REST = 4
"""Looking at a huge folder takes time; at least this many times as long is rested."""
_SLICE_SECONDS = 0.1


class Stamp(NamedTuple):
    """What changes when a file does."""

    size_bytes: int
    modified_ns: int
    inode: int


Stamps = Mapping[Path, Stamp]


def find_settled(now: Stamps, before: Stamps, done: Stamps) -> tuple[Path, ...]:
    """Files that are not as they were when they were done, and are no longer being written."""
    return tuple(
        path for path, stamp in now.items() if before.get(path) == stamp and done.get(path) != stamp
    )


class Watch:
    """What is known of the files at `paths`; as it is made, all of them count as done."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._paths = tuple(paths)
        self._before = self._done = self._look()

    def find_changed(self) -> tuple[Path, ...]:
        """Files that changed since they were done, in the order of their names in each folder."""
        now = self._look()
        found = find_settled(now, self._before, self._done)
        self._before = now
        return found

    def mark_done(self, paths: Iterable[Path]) -> None:
        """Files that need not be told again until they change; what is gone is forgotten."""
        done = {path: stamp for path, stamp in self._done.items() if path in self._before}
        self._done = done | {path: self._before[path] for path in paths if path in self._before}

    def _look(self) -> dict[Path, Stamp]:
        stamps = {}
        for path in iter_report_files(self._paths):
            try:
                status = os.stat(path)  # noqa: PTH116 - a tenth of the time, for each file each second
            except OSError:
                continue
            stamps[path] = Stamp(status.st_size, status.st_mtime_ns, status.st_ino)
        return stamps


def iter_changes(watch: Watch, should_stop: Callable[[], bool]) -> Iterator[tuple[Path, ...]]:
    """Changed files, whenever there are any, until `should_stop`."""
    rest = INTERVAL_SECONDS
    while _rested(rest, should_stop):
        begun = time.monotonic()
        found = watch.find_changed()
        rest = max(INTERVAL_SECONDS, _LEAST_REST * (time.monotonic() - begun))
        if found:
            yield found


def _rested(seconds: float, should_stop: Callable[[], bool]) -> bool:
    """Wait; False as soon as it is asked to stop."""
    end = time.monotonic() + seconds
    while not should_stop():
        left = end - time.monotonic()
        if left <= 0:
            return True
        time.sleep(min(left, _SLICE_SECONDS))
    return False
