"""Parses untrusted files in child processes, so that a hostile one can neither hang nor end us.

A child is started with the first file and reused; one that took too long or died is replaced.
"""

import atexit
import json
import os
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from typing import IO

from reportreader.errors import InputError
from reportreader.ingest.extraction_child import (
    DONE,
    ENTRY,
    ENTRY_REFUSED,
    LENGTH,
    REFUSED,
    write_part,
)
from reportreader.ingest.ingested_file import Extracted
from reportreader.ingest.manner import Manner
from reportreader.ingest.sanitising import sanitise_line
from reportreader.ingest.unpacking import ArchiveEntry
from reportreader.ingest.wire import decode_extracted

DEADLINE_SECONDS = 30.0
MEMORY_BYTES = 1 << 30
_CHUNK_BYTES = 1 << 20
_ANSWER_LIMIT_BYTES = 1 << 30
_DYING_SECONDS = 1.0
_MARKS = (DONE, REFUSED, ENTRY, ENTRY_REFUSED)


class ExtractionProcess:
    """A child process that reads files of one format after the other; safe to share by threads."""

    def __init__(
        self, *, deadline_seconds: float = DEADLINE_SECONDS, memory_bytes: int = MEMORY_BYTES
    ) -> None:
        self._deadline_seconds = deadline_seconds
        self._memory_bytes = memory_bytes
        self._lock = threading.Lock()
        self._start_lock = threading.Lock()
        self._is_ended = False
        self._process: subprocess.Popen[bytes] | None = None

    def extract(self, format_name: str, data: bytes, *, name: str, manner: Manner) -> Extracted:
        """The document in `data`; raises InputError, also for a file that is too much to read."""
        request = {"task": "extract", "format": format_name, "name": name, "manner": asdict(manner)}
        with self._lock, self._buried_on_failure(name):
            answers = self._send(request, data)
            if (mark := answers.read_mark()) == DONE:
                return decode_extracted(answers.read_part())
            raise _refusal(mark, answers.read_part())

    def iter_entries(self, data: bytes, *, name: str) -> Generator[ArchiveEntry, None, None]:
        """The reports in the archive `data`, read as they are asked for.

        Raises InputError for the archive as a whole. The process is busy until the last one.
        """
        with self._lock, self._buried_on_failure(name):
            answers = self._send({"task": "unpack", "name": name}, data)
            while (mark := answers.read_mark()) in (ENTRY, ENTRY_REFUSED):
                entry = sanitise_line(answers.read_part().decode())
                content = answers.read_part()
                if mark == ENTRY:
                    yield ArchiveEntry(name=entry, data=content)
                else:
                    yield ArchiveEntry(name=entry, error=_refusal(REFUSED, content))
            content = answers.read_part()
            if mark == REFUSED:
                raise _refusal(mark, content)

    def close(self) -> None:
        """End the child, if there is one."""
        with self._lock:
            self._bury()

    def end(self) -> None:
        """End the child at once, also in the midst of a file, and start no other."""
        with self._start_lock:
            self._is_ended = True
            if self._process is not None:
                self._process.kill()

    @contextmanager
    def _buried_on_failure(self, name: str) -> Iterator[None]:
        """Turn what can go wrong with the child into an InputError, and do not use it again."""
        is_sound = False
        try:
            yield
            is_sound = True
        except InputError:
            is_sound = True
            raise
        except TimeoutError as error:
            raise InputError("file_too_slow", path=name) from error
        except (OSError, EOFError, ValueError) as error:
            raise InputError(self._cause_of_death(), path=name) from error
        finally:
            if not is_sound:
                self._bury()

    def _cause_of_death(self) -> str:
        if self._process is None:
            return "file_reader_died"
        try:
            code = self._process.wait(_DYING_SECONDS)
        except subprocess.TimeoutExpired:
            return "file_reader_died"
        return "file_too_slow" if code == -signal.SIGXCPU else "file_reader_died"

    def _send(self, request: Mapping[str, object], data: bytes) -> "_Answers":
        process = self._running()
        if process.stdin is None or process.stdout is None:
            raise EOFError
        write_part(process.stdin, json.dumps(request).encode())
        write_part(process.stdin, data)
        process.stdin.flush()
        return _Answers(process.stdout, self._deadline_seconds)

    def _running(self) -> subprocess.Popen[bytes]:
        with self._start_lock:
            if self._is_ended:
                raise EOFError
            if self._process is None or self._process.poll() is not None:
                child = "reportreader.ingest.extraction_child"
                self._process = subprocess.Popen(  # noqa: S603 - our own module, no words of others
                    [sys.executable, "-P", "-m", child, str(self._memory_bytes)],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    start_new_session=True,
                )
            return self._process

    def _bury(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except BrokenPipeError:
                    continue
        process.wait()


class _Answers:
    """Reads messages of a child; each must be there within the deadline."""

    def __init__(self, stream: IO[bytes], deadline_seconds: float) -> None:
        self._descriptor = stream.fileno()
        self._deadline_seconds = deadline_seconds
        self._end = 0.0

    def read_mark(self) -> bytes:
        """The kind of the next message; raises ValueError for none that is known."""
        self._end = time.monotonic() + self._deadline_seconds
        mark = self._read_exactly(1)
        if mark not in _MARKS:
            message = "not a message of the child"
            raise ValueError(message)
        return mark

    def read_part(self) -> bytes:
        """One part of the message."""
        (length,) = LENGTH.unpack(self._read_exactly(LENGTH.size))
        if length > _ANSWER_LIMIT_BYTES:
            message = "more than a document can be"
            raise ValueError(message)
        return self._read_exactly(length)

    def _read_exactly(self, length: int) -> bytes:
        """`length` bytes; raises TimeoutError at the deadline and EOFError where they stop."""
        parts = []
        missing = length
        while missing:
            patience = max(self._end - time.monotonic(), 0)
            ready, _, _ = select.select([self._descriptor], [], [], patience)
            if not ready:
                raise TimeoutError
            part = os.read(self._descriptor, min(missing, _CHUNK_BYTES))
            if not part:
                raise EOFError
            parts.append(part)
            missing -= len(part)
        return b"".join(parts)


def _refusal(mark: bytes, answer: bytes) -> InputError:
    """The error that a child gave as its answer; raises ValueError for what is none."""
    refusal = json.loads(answer)
    if mark != REFUSED or not isinstance(refusal, dict):
        message = "not a refusal"
        raise ValueError(message)
    values = {str(key): sanitise_line(str(value)) for key, value in refusal["values"].items()}
    return InputError(str(refusal["message_id"]), **values)


shared_process = ExtractionProcess()
"""The one child of this program for single files; nothing is started before one needs it."""
atexit.register(shared_process.close)
