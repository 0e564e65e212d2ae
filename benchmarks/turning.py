"""Turning pages as a reader feels it: from the key to the last output, in a pseudo-terminal.

    python benchmarks/turning.py [--pages 30] [--megabytes 1 100]

Opens a report of each size with the program, and the first one with Textual's TextArea
(`apps/text_area.py`), with a bare ScrollView (`apps/bare_scroll.py`) and with `less` where it is
installed. Prints the median time from PageDown to the last output, at the start and at the end of
the text; the bytes of a caret step; the frames and the lag of a key held at 30 Hz; and the memory
of the program beside a bare app's. Aims: a page at 1 MB at most 0.7 times TextArea's, at 100 MB at
most 1.15 times that at 1 MB, at the end as at the start; a caret step at most 1 KB; 95 of 100 held
keys painted, with a lag of at most a frame; memory at most the bare app's and 0.8 MB a MB of text.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from pty_run import END_OF_FRAME, PtyRun
from reportreader.services.adding import add_paths
from reportreader.services.opening import open_library
from starting import APPS, BARE, HEADING, PROGRAM, TITLE, environment_of, make_report

PAGE_DOWN, PAGE_UP = b"\x1b[6~", b"\x1b[5~"
_SILENCE_SECONDS = 0.3
"""Silence after which the answer to a key is whole; no program that is measured blinks."""
_REST_SECONDS = 2.0
"""Silence after which everything that goes on behind the first frame is done."""
_HELD_KEYS, _HELD_HZ = 90, 30


class Turn(NamedTuple):
    """From the key to the last output, and the processor time of the program itself."""

    wall_ms: float
    cpu_ms: float


def turn(run: PtyRun, key: bytes) -> Turn:
    wall_ms, cpu_ms = run.now().wall_ms, run.own_cpu_ms()
    run.type(key)
    end_ms = run.wait_for_answer(_SILENCE_SECONDS).wall_ms
    return Turn(end_ms - wall_ms, run.own_cpu_ms() - cpu_ms)


def median_turn(run: PtyRun, key: bytes, pages: int) -> float:
    """Median ms from the key to the last output."""
    return median(turn(run, key).wall_ms for _ in range(pages))


def ratios_of_turns(ours: PtyRun, command: Sequence[str], text: str, pages: int) -> Turn:
    """Median ratios of our pages to those of `command`, turn by turn so that both meet one load."""
    with PtyRun(command, {"LANG": "C.UTF-8"}) as other:
        other.wait_for(text.encode())
        other.wait_for_silence(_REST_SECONDS)
        pairs = [(turn(ours, PAGE_DOWN), turn(other, PAGE_DOWN)) for _ in range(pages)]
    wall = median(one.wall_ms / two.wall_ms for one, two in pairs)
    return Turn(wall, median(one.cpu_ms / two.cpu_ms for one, two in pairs))


def hold_key(run: PtyRun) -> tuple[float, float]:
    """Frames a key while one is held, and ms from the last key to the last output."""
    before = run.output.count(END_OF_FRAME)
    for _ in range(_HELD_KEYS):
        pressed = run.now().wall_ms
        run.type(b"j")
        run.listen(1 / _HELD_HZ)
    lag = run.wait_for_silence(_SILENCE_SECONDS).wall_ms - pressed
    return (run.output.count(END_OF_FRAME) - before) / _HELD_KEYS, lag


def caret_step_bytes(run: PtyRun) -> int:
    """What the terminal is sent when the caret goes one character on."""
    run.type(b"v")
    run.wait_for_silence(_SILENCE_SECONDS)
    run.type(b"l")
    run.wait_for_silence(_SILENCE_SECONDS)
    written = run.written_bytes
    run.type(b"\x1b")
    run.wait_for_silence(_SILENCE_SECONDS)
    return written


class Reading(NamedTuple):
    """What was measured of the program with one report."""

    at_start_ms: float
    at_end_ms: float
    resident_mb: float
    step_bytes: int
    painted: float
    lag_ms: float


def read_report(path: Path, library: Path, pages: int) -> Reading:
    with PtyRun((*PROGRAM, str(path)), environment_of(library)) as run:
        run.wait_for(TITLE.encode())
        run.wait_for(END_OF_FRAME, times=2)
        run.wait_for_silence(_REST_SECONDS)
        at_start = median_turn(run, PAGE_DOWN, pages)
        step = caret_step_bytes(run)
        painted, lag = hold_key(run)
        resident = run.resident_mb()
        run.type(b"G")
        run.wait_for_silence(_REST_SECONDS)
        at_end = median_turn(run, PAGE_UP, pages)
        return Reading(at_start, at_end, resident, step, painted, lag)


def bare_resident_mb() -> float:
    with PtyRun(BARE, {}) as run:
        run.wait_for(b"Hello")
        run.wait_for_silence(_SILENCE_SECONDS)
        return run.resident_mb()


def print_reading(megabytes: float, read: Reading, bare_mb: float, first: Reading) -> None:
    grown = (read.resident_mb - bare_mb) / megabytes
    print(
        f"{megabytes:g} MB: page {read.at_start_ms:.1f} ms at the start, {read.at_end_ms:.1f} at the"
        f" end; to the first report {read.at_start_ms / first.at_start_ms:.2f} and"
        f" {read.at_end_ms / first.at_start_ms:.2f}"
    )
    print(
        f"    memory {read.resident_mb:.0f} MB, bare {bare_mb:.0f}, {grown:.2f} more a MB of text;"
        f" caret step {read.step_bytes:,} bytes; held key: {read.painted:.2f} frames a key,"
        f" lag {read.lag_ms:.0f} ms"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pages", type=int, default=30)
    parser.add_argument("--megabytes", type=float, nargs="+", default=[1, 100])
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sizes = [(size, int(size * 1_000_000)) for size in chosen.megabytes]
        paths = {size: make_report(folder / f"{size}.txt", count) for size, count in sizes}
        with open_library(folder / "library.sqlite") as library:
            add_paths(library, list(paths.values()))
        bare_mb = bare_resident_mb()
        reads = {
            size: read_report(path, folder / "library.sqlite", chosen.pages)
            for size, path in paths.items()
        }
        first, path = next(iter(reads.values())), next(iter(paths.values()))
        for size, read in reads.items():
            print_reading(size, read, bare_mb, first)
        others = {
            "TextArea": ((sys.executable, str(APPS / "text_area.py"), str(path)), HEADING),
            "a bare ScrollView": ((sys.executable, str(APPS / "bare_scroll.py")), "走访入户"),
        }
        if shutil.which("less"):
            others["less"] = (("less", str(path)), HEADING)
        for label, (command, text) in others.items():
            with PtyRun((*PROGRAM, str(path)), environment_of(folder / "library.sqlite")) as ours:
                ours.wait_for(END_OF_FRAME, times=2)
                ours.wait_for_silence(_REST_SECONDS)
                ours.type(b"g")
                ours.wait_for_silence(_REST_SECONDS)
                ratio = ratios_of_turns(ours, command, text, chosen.pages)
            print(
                f"page of ours to one of {label}: {ratio.wall_ms:.2f} on the clock,"
                f" {ratio.cpu_ms:.2f} in processor time"
            )


if __name__ == "__main__":
    main()
