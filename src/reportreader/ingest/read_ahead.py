"""Reads many files in order, those of costly formats two at a time ahead of who asks for them.

Archives are opened here: each report in one is a file of its own.
"""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from reportreader.errors import InputError, ReportReaderError
from reportreader.ingest.formats import ARCHIVE_SUFFIX, IN_PROCESS_SUFFIXES, find_format, suffix_of
from reportreader.ingest.found_file import FoundFile
from reportreader.ingest.ingested_file import IngestedFile
from reportreader.ingest.manner import AS_FOUND, Manner
from reportreader.ingest.opening import read_regular_file
from reportreader.ingest.reading import (
    TEXT_LIMIT_BYTES,
    ExtractedFile,
    extract_bytes,
    structured,
)

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

    from reportreader.ingest.isolating import ExtractionProcess

PROCESS_COUNT = 2
LOOK_AHEAD = 4
"""Files begun at a time, the one asked for included; bounds the memory they take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFile:
    """A file that was read or refused; neither where it was not wanted."""

    found: FoundFile
    ingested: IngestedFile | None = None
    error: ReportReaderError | None = None


def is_always_wanted(_found: FoundFile) -> bool:
    """For callers who know nothing of earlier reads."""
    return True


def iter_read_files(
    paths: Iterable[Path],
    *,
    manner: Manner = AS_FOUND,
    is_wanted: Callable[[FoundFile], bool] = is_always_wanted,
) -> Generator[ReadFile, None, None]:
    """Every file at `paths`, and every report in the archives among them, in their order.

    `is_wanted` is asked in the caller's thread shortly before a file is read, for an archive first
    and then for each report in it. Closing the iterator stops what is being read ahead.
    """
    readers = _Readers(manner)
    waiting: deque[tuple[FoundFile, Callable[[], ExtractedFile] | None]] = deque()
    try:
        for source in _iter_sources(paths, is_wanted):
            waiting.append((source.found, readers.begin(source) if source.is_wanted else None))
            while len(waiting) >= LOOK_AHEAD:
                yield _finish(*waiting.popleft())
        while waiting:
            yield _finish(*waiting.popleft())
    finally:
        readers.close()


def _finish(found: FoundFile, wait: Callable[[], ExtractedFile] | None) -> ReadFile:
    if wait is None:
        return ReadFile(found=found)
    try:
        extracted = wait()
    except ReportReaderError as error:
        return ReadFile(found=found, error=error)
    return ReadFile(found=found, ingested=structured(extracted))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """Where the bytes of a file come from: from disk if `data` is None and there is no error."""

    found: FoundFile
    is_wanted: bool = True
    data: bytes | None = field(default=None, repr=False)
    error: ReportReaderError | None = None


def _iter_sources(
    paths: Iterable[Path], is_wanted: Callable[[FoundFile], bool]
) -> Iterator[_Source]:
    for path in paths:
        found = FoundFile(path=path)
        if not is_wanted(found):
            yield _Source(found=found, is_wanted=False)
        elif suffix_of(path.name) == ARCHIVE_SUFFIX:
            yield from _iter_archive(found, is_wanted)
        else:
            yield _Source(found=found)


def _iter_archive(found: FoundFile, is_wanted: Callable[[FoundFile], bool]) -> Iterator[_Source]:
    """The reports in an archive; the file itself where its bytes are a report or cannot be had."""
    from reportreader.ingest.isolating import ExtractionProcess

    try:
        data = read_regular_file(found.path, limit_bytes=TEXT_LIMIT_BYTES)
    except ReportReaderError as error:
        yield _Source(found=found, error=error)
        return
    if not _is_archive(data, found.label):
        yield _Source(found=found, data=data)
        return
    try:
        with (
            closing(ExtractionProcess()) as unpacker,
            closing(unpacker.iter_entries(data, name=found.label)) as entries,
        ):
            for entry in entries:
                inner = FoundFile(path=found.path, entry=entry.name)
                yield _Source(
                    found=inner, is_wanted=is_wanted(inner), data=entry.data, error=entry.error
                )
    except InputError as error:
        yield _Source(found=found, error=error)


def _is_archive(data: bytes, name: str) -> bool:
    try:
        find_format(data, name)
    except InputError as error:
        return error.message_id == "file_is_archive"
    return False


class _Readers:
    """Begins to read files: those of light formats when they are asked for, others at once."""

    def __init__(self, manner: Manner) -> None:
        self._manner = manner
        self._executor: ThreadPoolExecutor | None = None
        self._idle: list[ExtractionProcess] = []
        self._processes: list[ExtractionProcess] = []

    def begin(self, source: _Source) -> Callable[[], ExtractedFile]:
        """What waits for the file and gives it; raises what reading it raises."""
        if source.error is not None or suffix_of(source.found.label) in IN_PROCESS_SUFFIXES:
            return lambda: self._extract(source, None)
        return self._started().submit(self._extract_isolated, source).result

    def close(self) -> None:
        """End all reading, also in the midst of a file."""
        if self._executor is None:
            return
        self._executor.shutdown(wait=False, cancel_futures=True)
        for process in self._processes:
            process.end()
        self._executor.shutdown(wait=True)
        for process in self._processes:
            process.close()

    def _started(self) -> "ThreadPoolExecutor":
        if self._executor is None:
            from concurrent.futures import ThreadPoolExecutor

            from reportreader.ingest.isolating import ExtractionProcess

            self._processes = [ExtractionProcess() for _ in range(PROCESS_COUNT)]
            self._idle = list(self._processes)
            self._executor = ThreadPoolExecutor(PROCESS_COUNT, thread_name_prefix="extraction")
        return self._executor

    def _extract_isolated(self, source: _Source) -> ExtractedFile:
        """Runs in a thread of the executor, which has as many processes as threads."""
        process = self._idle.pop()
        try:
            return self._extract(source, process)
        finally:
            self._idle.append(process)

    def _extract(self, source: _Source, process: "ExtractionProcess | None") -> ExtractedFile:
        if source.error is not None:
            raise source.error
        data = source.data
        if data is None:
            data = read_regular_file(source.found.path, limit_bytes=TEXT_LIMIT_BYTES)
        return extract_bytes(data, source.found.label, manner=self._manner, process=process)
