"""A program in a pseudo-terminal of its own: what it writes, when, and what it has cost until then.

Linux only, as it reads `/proc`. The terminal answers what Textual asks of one that can do all.
"""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Self

END_OF_FRAME = b"\x1b[?2026l"
COLUMNS, ROWS = 100, 40
_ANSWERS = (
    (b"\x1b[?2026$p", b"\x1b[?2026;2$y"),
    (b"\x1b[6n", b"\x1b[1;2R"),
    (b"\x1b[c", b"\x1b[?62;22c"),
)
_DROPPED = ("LINES", "COLUMNS", "TMUX", "NO_COLOR", "PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")


class Moment(NamedTuple):
    """Since the program was started: ms on the clock, and ms of processor of all its processes."""

    wall_ms: float
    cpu_ms: float


class PtyRun:
    """One run of a program, ended on leaving the block; raises TimeoutError when it is silent."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        *,
        columns: int = COLUMNS,
        rows: int = ROWS,
    ) -> None:
        self.output = b""
        self._looked_at = 0
        self._started = time.monotonic()
        self._pid, self._terminal = pty.fork()
        if self._pid == 0:
            kept = {name: value for name, value in os.environ.items() if name not in _DROPPED}
            wanted = {"TERM": "xterm-256color", "COLORTERM": "truecolor", **environment}
            os.execvpe(command[0], list(command), {**kept, **wanted})  # noqa: S606
        self.resize(columns, rows)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.kill(self._pid, signal.SIGKILL)
        os.close(self._terminal)
        os.waitpid(self._pid, 0)

    def now(self) -> Moment:
        """The time on both clocks."""
        wall_ms = (time.monotonic() - self._started) * 1000
        return Moment(wall_ms, sum(map(_cpu_ms, self._processes())))

    def own_cpu_ms(self) -> float:
        """Processor time of the program itself, without its children."""
        return _cpu_ms(self._pid)

    def resident_mb(self) -> float:
        """Memory of the program itself, without its children, in MB."""
        pages = int(_read(f"/proc/{self._pid}/statm").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the terminal; the program is told."""
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def type(self, keys: bytes) -> None:
        """Send keys, and look only at what comes after them."""
        self._looked_at = len(self.output)
        os.write(self._terminal, keys)

    def wait_for(self, text: bytes, *, times: int = 1, patience_seconds: float = 60) -> Moment:
        """When `text` had been written `times` times since the last keys."""
        deadline = time.monotonic() + patience_seconds
        while self.output.count(text, self._looked_at) < times:
            if not self._read(max(0.0, deadline - time.monotonic())):
                raise TimeoutError(text)
        return self.now()

    def listen(self, seconds: float) -> None:
        """Take what is written for so long."""
        deadline = time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0:
            self._read(left)

    def wait_for_answer(self, seconds: float, *, patience_seconds: float = 10) -> Moment:
        """When the last output came after something was written and then nothing for `seconds`."""
        if not self._read(patience_seconds):
            raise TimeoutError
        return self.wait_for_silence(seconds)

    def wait_for_silence(self, seconds: float) -> Moment:
        """When the last output before `seconds` of silence came; now, if there is none."""
        last = self.now()
        while self._read(seconds):
            last = self.now()
        return last

    @property
    def written_bytes(self) -> int:
        """How much was written since the last keys."""
        return len(self.output) - self._looked_at

    def _read(self, seconds: float) -> bool:
        if not select.select([self._terminal], [], [], seconds)[0]:
            return False
        try:
            chunk = os.read(self._terminal, 1 << 16)
        except OSError:  # the program has ended
            return False
        self.output += chunk
        for question, answer in _ANSWERS:
            if question in chunk:
                os.write(self._terminal, answer * chunk.count(question))
        return bool(chunk)

    def _processes(self) -> list[int]:
        found = [self._pid]
        for pid in found:
            for task in Path(f"/proc/{pid}/task").glob("*/children"):
                found += map(int, _read(task).split())
        return found


def _cpu_ms(pid: int) -> float:
    tasks = [_read(path).split() for path in Path(f"/proc/{pid}/task").glob("*/schedstat")]
    return sum(int(row[0]) for row in tasks if row) / 1e6


def _read(path: str | Path) -> str:
    try:
        return Path(path).read_text(encoding="ascii")
    except OSError:  # the process has ended
        return ""
