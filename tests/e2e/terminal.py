"""A terminal for tests: runs a program in a real pty and keeps the screen it draws.

Waiting is always for something to appear, never for time to pass.
"""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType

import pyte

_PATIENCE_SECONDS = 30.0
_QUIET_SECONDS = 0.15
_DEVICE_ATTRIBUTES = re.compile(rb"\x1b\[0?c")
_CURSOR_QUERY = b"\x1b[6n"
ENTER_SCREEN = b"\x1b[?1049h"
LEAVE_SCREEN = b"\x1b[?1049l"
END_OF_FRAME = b"\x1b[?2026l"
"""Behind the first page and behind the frame of Textual that takes over from it."""


class Terminal:
    """One program in a pty of `columns` × `rows` cells; use it as a context manager."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        environment: Mapping[str, str],
        folder: Path,
        columns: int = 100,
        rows: int = 30,
        has_signals: bool = True,
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.output = bytearray()
        self._master, slave = pty.openpty()
        self._set_size(columns, rows)
        self.attributes_at_start = self.attributes()
        self.process = subprocess.Popen(
            list(command),
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={"TERM": "xterm-256color", **environment, "COLUMNS": "", "LINES": ""},
            cwd=folder,
            start_new_session=True,
            preexec_fn=_take_terminal if has_signals else None,  # noqa: PLW1509 - nothing here runs threads
        )
        os.close(slave)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.hang_up()

    def hang_up(self) -> None:
        """Close the terminal, if it is still open."""
        if self._master >= 0:
            os.close(self._master)
            self._master = -1

    def lines(self) -> list[str]:
        """Rows of the screen; the second cell of a wide character holds nothing."""
        return [
            "".join(self.screen.buffer[row][column].data for column in range(self.screen.columns))
            for row in range(self.screen.lines)
        ]

    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.lines())

    def press(self, *keys: str) -> None:
        """Type keys one after the other, each after the program has answered the one before."""
        for key in keys:
            os.write(self._master, KEYS.get(key, key).encode())
            self.settle()

    def send(self, text: str) -> None:
        """Type without waiting for an answer."""
        os.write(self._master, text.encode())

    def attributes(self) -> list[object]:
        """How the terminal treats what is typed: echo, lines, signals."""
        return termios.tcgetattr(self._master)

    def type(self, text: str) -> None:
        """Type a text in one go, as an input method does."""
        os.write(self._master, text.encode())
        self.settle()

    def resize(self, columns: int, rows: int) -> None:
        """Change the size as a window manager does."""
        self.drag_to(columns, rows)
        self.settle()

    def drag_to(self, columns: int, rows: int) -> None:
        """Change the size without waiting for an answer, as a mouse on the edge of a window does."""
        self.screen.resize(rows, columns)
        self._set_size(columns, rows)
        os.killpg(self.process.pid, signal.SIGWINCH)

    def wait_for(self, wanted: str | Callable[[str], bool]) -> str:
        """Read output until the screen holds `wanted`; the screen. AssertionError if it never does."""
        holds = wanted if callable(wanted) else lambda text: wanted in text
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while not holds(self.text()):
            left = deadline - time.monotonic()
            if left <= 0 or not self._pump(left):
                message = f"the screen never held {wanted!r}:\n{self.text()}"
                raise AssertionError(message)
        return self.text()

    def wait_until_gone(self, unwanted: str) -> None:
        """Read output until the screen no longer holds `unwanted`. AssertionError if it stays."""
        self.wait_for(lambda text: unwanted not in text)

    def wait_for_output(self, wanted: bytes, count: int = 1) -> bytes:
        """Read until the program has written `wanted` so often; the output up to the last of them."""
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while self.output.count(wanted) < count:
            left = deadline - time.monotonic()
            if left <= 0 or not self._pump(left):
                message = f"{wanted!r} was not written {count} times:\n{self.text()}"
                raise AssertionError(message)
        pieces = bytes(self.output).split(wanted)
        return wanted.join(pieces[:count]) + wanted

    def wait_for_takeover(self) -> None:
        """Read until Textual has drawn over the first page, and answers keys."""
        self.wait_for_output(END_OF_FRAME, 2)

    def suspend(self) -> None:
        """Stop the program as `^z` in a shell does, when it has given the terminal back."""
        before = self.output.count(LEAVE_SCREEN)
        os.killpg(self.process.pid, signal.SIGTSTP)
        self.wait_for_output(LEAVE_SCREEN, before + 1)
        # A shell goes on with a program only when it has really stopped.
        os.waitid(os.P_PID, self.process.pid, os.WSTOPPED | os.WEXITED | os.WNOWAIT)

    def resume(self) -> None:
        """Go on as `fg` in a shell does; what stood on the screen is gone by then."""
        self.screen.erase_in_display(2)
        before = self.output.count(ENTER_SCREEN)
        os.killpg(self.process.pid, signal.SIGCONT)
        self.wait_for_output(ENTER_SCREEN, before + 1)
        self.settle()

    def wait_for_exit(self) -> int:
        """Read output to its end and return the exit code."""
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while time.monotonic() < deadline and self._pump(deadline - time.monotonic()):
            pass
        return self.process.wait(timeout=_PATIENCE_SECONDS)

    def settle(self) -> None:
        """Read until the program has nothing more to say."""
        while self._pump(_QUIET_SECONDS):
            pass

    def _pump(self, seconds: float) -> bool:
        """Take in one piece of output; False if none came in time or the program is gone."""
        if not select.select([self._master], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError:
            return False
        if not data:
            return False
        self.output += data
        self._stream.feed(data)
        self._answer(data)
        return True

    def _answer(self, data: bytes) -> None:
        """Say what a terminal says when it is asked."""
        if _CURSOR_QUERY in data:
            row, column = self.screen.cursor.y + 1, self.screen.cursor.x + 1
            os.write(self._master, f"\x1b[{row};{column}R".encode())
        if _DEVICE_ATTRIBUTES.search(data):
            os.write(self._master, b"\x1b[?62;22c")

    def _set_size(self, columns: int, rows: int) -> None:
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, size)


KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "backspace": "\x7f",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "ctrl+c": "\x03",
    "ctrl+o": "\x0f",
    "ctrl+p": "\x10",
    "ctrl+r": "\x12",
    "ctrl+s": "\x13",
    "ctrl+z": "\x1a",
}


def _take_terminal() -> None:
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
