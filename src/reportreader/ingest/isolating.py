"""Parses untrusted files in a child process, so that a hostile one can neither hang nor end us.

The child is started with the first file and reused; one that took too long or died is replaced.
"""

import atexit
import json
import os
import select
import subprocess
import sys
import threading
import time

from reportreader.errors import InputError
from reportreader.ingest.extraction_child import DONE, LENGTH, REFUSED, write_part
from reportreader.ingest.ingested_file import Extracted
from reportreader.ingest.wire import decode_extracted

DEADLINE_SECONDS = 30.0
MEMORY_BYTES = 1 << 30
_CHUNK_BYTES = 1 << 20
_ANSWER_LIMIT_BYTES = 1 << 30


class ExtractionProcess:
    """A child process that reads files of one format after the other; safe to share by threads."""

    def __init__(
        self, *, deadline_seconds: float = DEADLINE_SECONDS, memory_bytes: int = MEMORY_BYTES
    ) -> None:
        self._deadline_seconds = deadline_seconds
        self._memory_bytes = memory_bytes
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def extract(
        self, format_name: str, data: bytes, *, name: str, encoding: str | None
    ) -> Extracted:
        """The document in `data`; raises InputError, also for a file that is too much to read."""
        with self._lock:
            try:
                mark, answer = self._ask(format_name, data, name, encoding)
                if mark == DONE:
                    return decode_extracted(answer)
            except TimeoutError as error:
                self._stop()
                raise InputError("file_too_slow", path=name) from error
            except (OSError, EOFError, ValueError) as error:
                self._stop()
                raise InputError("file_too_complex", path=name) from error
        refusal = json.loads(answer)
        raise InputError(str(refusal["message_id"]), **refusal["values"])

    def close(self) -> None:
        """End the child, if there is one."""
        with self._lock:
            self._stop()

    def _ask(
        self, format_name: str, data: bytes, name: str, encoding: str | None
    ) -> tuple[bytes, bytes]:
        process = self._running()
        if process.stdin is None or process.stdout is None:
            raise EOFError
        request = {"format": format_name, "name": name, "encoding": encoding}
        write_part(process.stdin, json.dumps(request).encode())
        write_part(process.stdin, data)
        process.stdin.flush()
        end = time.monotonic() + self._deadline_seconds
        descriptor = process.stdout.fileno()
        mark = _read_exactly(descriptor, 1, end)
        (length,) = LENGTH.unpack(_read_exactly(descriptor, LENGTH.size, end))
        if length > _ANSWER_LIMIT_BYTES or mark not in (DONE, REFUSED):
            raise EOFError
        return mark, _read_exactly(descriptor, length, end)

    def _running(self) -> subprocess.Popen[bytes]:
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

    def _stop(self) -> None:
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


def _read_exactly(descriptor: int, length: int, end: float) -> bytes:
    """`length` bytes; raises TimeoutError at `end` (monotonic) and EOFError where they stop."""
    parts = []
    missing = length
    while missing:
        ready, _, _ = select.select([descriptor], [], [], max(end - time.monotonic(), 0))
        if not ready:
            raise TimeoutError
        part = os.read(descriptor, min(missing, _CHUNK_BYTES))
        if not part:
            raise EOFError
        parts.append(part)
        missing -= len(part)
    return b"".join(parts)


shared_process = ExtractionProcess()
"""The one child of this program; nothing is started before the first file that needs it."""
atexit.register(shared_process.close)
