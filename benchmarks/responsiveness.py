"""How soon keys are answered while reports are being added from within the program.

    python benchmarks/responsiveness.py [--reports 10000] [--keys 150] [--own 2000]

Runs the program in a pty with a library of its own (`--own` reports), and times keys on the list of
reports and on a page: from the key to the output that changes a cell above the status line. First
at rest, then while a folder of `--reports` files is being added with the key `a`. Prints p50 and
p95 in ms, the ratio of the two p95 (aim: at most 1.5) and how far the addition came meanwhile.
"""

import argparse
import os
import select
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pyte

from library import make_text, write_files
from reportreader.services.adding import add_paths
from reportreader.services.opening import open_library

COLUMNS, ROWS = 100, 36
_PATIENCE_SECONDS = 3.0
_BETWEEN_KEYS_SECONDS = 0.03


class Program:
    """The program in a terminal of `COLUMNS` × `ROWS` cells."""

    def __init__(self, library: Path, home: Path) -> None:
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self.screen)
        self._master, slave = os.openpty()
        os.set_blocking(self._master, False)
        self._size(slave)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "reportreader", "--lang", "en", "--library", str(library)],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={
                **os.environ,
                "TERM": "xterm-256color",
                "HOME": str(home),
                "COLORTERM": "truecolor",
            },
            start_new_session=True,
        )
        os.close(slave)
        self.arrived = time.perf_counter()
        self.settle()

    def _size(self, terminal: int) -> None:
        import fcntl
        import struct
        import termios

        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))

    def end(self) -> None:
        """Stop it."""
        self.process.terminate()
        self.process.wait()
        os.close(self._master)

    @property
    def body(self) -> list[object]:
        """The cells above the status line."""
        buffer = self.screen.buffer
        return [buffer[row][column] for row in range(ROWS - 2) for column in range(COLUMNS)]

    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.screen.display)

    def send(self, keys: str) -> None:
        """Type."""
        os.write(self._master, keys.encode())

    def pump(self, seconds: float) -> bool:
        """Take in what comes within a time; False if nothing does.

        `arrived` is when it came: a slow emulator does not make the program look slow.
        """
        if not select.select([self._master], [], [], seconds)[0]:
            return False
        data = os.read(self._master, 1 << 16)
        self.arrived = time.perf_counter()
        self._stream.feed(data)
        if b"\x1b[6n" in data:
            self.send(f"\x1b[{self.screen.cursor.y + 1};{self.screen.cursor.x + 1}R")
        if b"\x1b[c" in data or b"\x1b[0c" in data:
            self.send("\x1b[?62;22c")
        return True

    def settle(self, quiet_seconds: float = 1.0, most_seconds: float = 6.0) -> None:
        """Take in all there is until it says no more, or not for long."""
        deadline = time.monotonic() + most_seconds
        while time.monotonic() < deadline and self.pump(quiet_seconds):
            pass

    def time_key(self, key: str) -> float | None:
        """Seconds from a key to the output that changes the body; None if nothing changes."""
        self.settle(_BETWEEN_KEYS_SECONDS, 0.2)
        before = self.body
        begun = time.perf_counter()
        self.send(key)
        while (left := begun + _PATIENCE_SECONDS - time.perf_counter()) > 0:
            if self.pump(left) and self.body != before:
                return self.arrived - begun
        return None


def time_keys(program: Program, keys: str, count: int) -> list[float]:
    """Milliseconds for each of `count` keys, which take turns."""
    taken = [program.time_key(keys[number % len(keys)]) for number in range(count)]
    if taken.count(None) > count // 10:
        sys.exit(f"{taken.count(None)} of {count} keys changed nothing:\n{program.text()}")
    return [one * 1000 for one in taken if one is not None]


def p95(times: list[float]) -> float:
    """The 95th percentile."""
    return sorted(times)[min(len(times) - 1, int(len(times) * 0.95))]


def measure(program: Program, count: int) -> dict[str, list[float]]:
    """Times on the list of reports and on a page."""
    found = {"list": time_keys(program, "jjjjkkkk", count)}
    program.send("\r")
    program.settle()
    found["page"] = time_keys(program, " b", count)
    program.send("q")
    program.settle()
    return found


def main() -> None:
    """Measure at rest, then while adding."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--own", type=int, default=2_000)
    parser.add_argument("--keys", type=int, default=150)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        (folder / "own").mkdir()
        for number in range(asked.own):
            text = "".join(make_text(5_000_000 + 100 * number + part) for part in range(6))
            (folder / "own" / f"{number}.txt").write_text(text, encoding="utf-8")
        (folder / "files").mkdir()
        write_files(folder / "files", asked.reports)
        with open_library(folder / "library.sqlite") as library:
            add_paths(library, [folder / "own"])
        program = Program(folder / "library.sqlite", folder)
        idle = measure(program, asked.keys)
        program.send("a")
        program.settle(0.3)
        program.send(f"{folder / 'files'}\r")
        program.settle(0.2, 2.0)
        busy = measure(program, asked.keys)
        print(program.screen.display[ROWS - 2].strip())
        program.end()
    for name, times in idle.items():
        others = busy[name]
        print(
            f"{name:5} at rest p50 {statistics.median(times):6.1f} p95 {p95(times):6.1f} ms; "
            f"while adding p50 {statistics.median(others):6.1f} p95 {p95(others):6.1f} ms; "
            f"p95 ratio {p95(others) / p95(times):.2f} ({len(times)} and {len(others)} keys)"
        )


if __name__ == "__main__":
    main()
