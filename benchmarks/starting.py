"""The start: how soon a report is on the screen, and how soon Textual takes over from it.

    python benchmarks/starting.py [--rounds 7] [--kilobytes 10 1000 100000]

Starts the program on reports of several sizes, and on files the library has not seen, turn by turn
with a bare Textual app (`apps/bare.py`), each in a pseudo-terminal, and prints the medians of the
ratios within a round: first text and first frame of Textual, on the clock and in processor time.
Processor time is what to believe on a busy machine. Aims: first text at most 0.4 times the bare
app, the frame at most 1.2 times, whatever the size.
"""

import argparse
import os
import random
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from pty_run import END_OF_FRAME, Moment, PtyRun
from reportreader.services.adding import add_paths
from reportreader.services.opening import open_library
from wrapping import make_paragraphs

TITLE = "青坪街道工作报告"
HEADING = "各项工作安排"
OTHER = "other.txt"
APPS = Path(__file__).with_name("apps")
PROGRAM = (sys.executable, "-m", "reportreader", "--lang", "zh")
BARE = (sys.executable, str(APPS / "bare.py"))
_PARAGRAPHS_A_SECTION = 12
_OLD_NS = 1_600_000_000_000_000_000
"""A file as old as this is known by its time; one just written is not."""


class Start(NamedTuple):
    """When the first text stood on the screen, and when the first frame of Textual did."""

    text: Moment
    frame: Moment


def make_report(path: Path, size_bytes: int) -> Path:
    """A report with headings, as large as asked for, changed long ago."""
    paragraphs = make_paragraphs(random.Random(size_bytes), size_bytes)
    lines = [TITLE, ""]
    for number, paragraph in enumerate(paragraphs):
        if number % _PARAGRAPHS_A_SECTION == 0:
            lines.append(f"{number // _PARAGRAPHS_A_SECTION + 1}. {HEADING}")
        lines.append(paragraph)
    path.write_text("\n".join(lines), encoding="utf-8")
    os.utime(path, ns=(_OLD_NS, _OLD_NS))
    return path


def start_bare(environment: Mapping[str, str]) -> Start:
    with PtyRun(BARE, environment) as run:
        moment = run.wait_for(b"Hello")
        return Start(moment, moment)


def start_program(words: Sequence[str], environment: Mapping[str, str]) -> Start:
    """Start the program; its own first page is the first frame, Textual's the second."""
    with PtyRun((*PROGRAM, *words), environment) as run:
        text = run.wait_for(TITLE.encode())
        return Start(text, run.wait_for(END_OF_FRAME, times=2))


def start_with_new_file(path: Path, folder: Path) -> Start:
    """Start with a file that the library does not know."""
    library = folder / "new.sqlite"
    library.unlink(missing_ok=True)
    with open_library(library) as opened:
        add_paths(opened, [folder / OTHER])  # an empty library would be filled with the samples
    return start_program([str(path)], environment_of(library))


def print_ratios(name: str, starts: Sequence[Start], bare: Sequence[Start]) -> None:
    cells = []
    for what in ("text", "frame"):
        for clock in ("wall_ms", "cpu_ms"):
            ratios = [
                getattr(getattr(start, what), clock) / getattr(base.text, clock)
                for start, base in zip(starts, bare, strict=True)
            ]
            cells.append(f"{median(ratios):10.2f}")
    print(f"{name:24}", *cells)


def environment_of(library: Path) -> dict[str, str]:
    """What tells the program where its library is."""
    return {"REPORTREADER_LIBRARY": str(library), "LANG": "zh_CN.UTF-8"}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--kilobytes", type=int, nargs="+", default=[10, 1_000, 100_000])
    parser.add_argument("--largest-new", type=int, default=10_000, metavar="KILOBYTES")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        reports = {
            size: make_report(folder / f"{size}.txt", size * 1000) for size in chosen.kilobytes
        }
        (folder / OTHER).write_text("柳溪镇供水情况\n\n全镇通水。", encoding="utf-8")
        known = folder / "known.sqlite"
        with open_library(known) as library:
            add_paths(library, list(reports.values()))
        bare: list[Start] = []
        starts: dict[str, list[Start]] = {}
        for _ in range(chosen.rounds):
            bare.append(start_bare(environment_of(known)))
            for size, path in reports.items():
                start = start_program([str(path)], environment_of(known))
                starts.setdefault(f"{size:,} KB", []).append(start)
                if size <= chosen.largest_new:
                    start = start_with_new_file(path, folder)
                    starts.setdefault(f"{size:,} KB, new file", []).append(start)
    print(f"{'':24} text: clock  processor  frame: clock  processor")
    for label, taken in starts.items():
        print_ratios(label, taken, bare)


if __name__ == "__main__":
    main()
