"""Whole reports as they stand on the screen of the program, for a judge of line breaks.

    python benchmarks/screens.py REPORTS --out FOLDER [--judge CHECKER] [--keep-words]

Opens each text file of a folder in a pseudo-terminal of every width, so high that the report
stands on one screen, with nothing but the text on it and the widest measure, and writes the
columns of the text to `NAME-WIDTH.txt`. CHECKER is a program of someone else's that is called
with such a file, `--source REPORT --width MEASURE --hang CELLS`, and fails where it finds fault.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

import pyte

from pty_run import END_OF_FRAME, PtyRun
from reportreader.services.adding import add_paths
from reportreader.services.opening import open_library
from reportreader.settings.paths import CONFIG_VARIABLE
from reportreader.settings.values import MEASURE_RANGE, Settings
from reportreader.tui.reading.page_layout import fit_page, layout_style
from reportreader.typography.widths import NARROW
from starting import PROGRAM, environment_of

_WIDTHS = (40, 60, 80, 100, 120)
_CELLS_ON_A_ROW = 20
"""A row has more cells on the average; rows enough for any report."""
_SILENCE_SECONDS = 0.5
_LOOKS_A_KEY = 6
_PATIENCE = 24
"""How often the screen is looked at until the text stands alone on it."""


def capture(report: Path, environment: dict[str, str], width: int) -> list[str]:
    """The rows of a whole report on a terminal of `width` cells; TimeoutError if it is not there."""
    text = report.read_text(encoding="utf-8")
    rows = 60 + 2 * len(text) // _CELLS_ON_A_ROW + 2 * text.count("\n")
    with PtyRun((*PROGRAM, str(report)), environment, columns=width, rows=rows) as run:
        run.wait_for(END_OF_FRAME, times=2)  # the first page, and the frame that takes over
        run.wait_for_silence(_SILENCE_SECONDS)
        for look in range(_PATIENCE):
            if look % _LOOKS_A_KEY == 0:
                run.type(b"z")
            run.wait_for_silence(_SILENCE_SECONDS)
            screen = pyte.Screen(width, rows)
            pyte.ByteStream(screen).feed(run.output)
            if not screen.display[-1].strip():
                return [_columns(screen, y, width) for y in range(rows)]
    raise TimeoutError(report)


def _columns(screen: pyte.Screen, y: int, width: int) -> str:
    """What stands in the text column of one row."""
    column, _ = fit_page(layout_style(Settings(measure=MEASURE_RANGE[1]), NARROW), width)
    end = column.left + column.measure + column.hang_cells
    return "".join(screen.buffer[y][x].data for x in range(column.left, end)).rstrip()


def judge(checker: Path, screen: Path, report: Path, width: int) -> bool:
    """Whether the checker finds no fault; it prints what it has found."""
    _, style = fit_page(layout_style(Settings(measure=MEASURE_RANGE[1]), NARROW), width)
    sizes = ("--width", str(style.measure), "--hang", str(style.hang_cells), "--show", "9")
    command = (sys.executable, str(checker), str(screen), "--source", str(report), *sizes)
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    print(screen.name, "faults" if answer.returncode else "no faults", flush=True)
    print(" ".join(answer.stdout.split()), answer.stderr, sep="\n", flush=True)
    return answer.returncode == 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("reports", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--judge", type=Path)
    parser.add_argument("--widths", type=int, nargs="+", default=_WIDTHS)
    parser.add_argument("--keep-words", action="store_true")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        library_path = Path(folder) / "library.sqlite"
        reports = sorted(arguments.reports.glob("*.txt"))
        with open_library(library_path) as library:
            add_paths(library, reports)
        config = Path(folder) / "config.toml"
        keeps = "true" if arguments.keep_words else "false"
        config.write_text(f"measure = {MEASURE_RANGE[1]}\nkeep_words = {keeps}\n")
        environment = {**environment_of(library_path), CONFIG_VARIABLE: str(config)}
        for report in reports:
            for width in arguments.widths:
                screen = arguments.out / f"{report.stem}-{width}.txt"
                rows = capture(report, environment, width)
                screen.write_text("\n".join(rows).rstrip() + "\n", encoding="utf-8")
                if arguments.judge is not None:
                    faults += not judge(arguments.judge, screen, report, width)
    print(f"{faults} screens with faults")
    sys.exit(faults > 0)


if __name__ == "__main__":
    main()
