"""How soon the first results of a search stand on the screen after a key.

    python benchmarks/first_results.py LIBRARY [--keys 30]

LIBRARY is one that `search.py --folder` has filled. Runs the program in a pty, types words of that
library but for their last character, and times from the last key to the output that changes the list
of results (aim: 50 ms among 100,000 reports). Prints p50 and p95 in ms, and the processor time that
the program takes meanwhile, which says more where others use the machine.
"""

import argparse
import os
import statistics
import tempfile
import time
from itertools import islice
from pathlib import Path

import responsiveness
from reportreader.services.browsing import count_reports
from reportreader.services.opening import open_library
from responsiveness import Program, p95
from search import pick_terms

_CLASSES = ("rare", "middling", "frequent")
_LIST_TOP, _LIST_WIDTH = 4, 46
_PATIENCE_SECONDS = 3.0


def listed(program: Program) -> list[object]:
    """The cells of the list of results, without the query and the status line."""
    buffer = program.screen.buffer
    rows = range(_LIST_TOP, responsiveness.ROWS - 2)
    return [buffer[row][column] for row in rows for column in range(2, _LIST_WIDTH)]


def spent_ms(program: Program) -> float:
    """Processor time of the program so far."""
    stat = Path(f"/proc/{program.process.pid}/stat").read_text(encoding="ascii")
    fields = stat.rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1_000 / os.sysconf("SC_CLK_TCK")


def time_last_key(program: Program, term: str) -> tuple[float, float] | None:
    """Milliseconds to the first results, and of the processor; None if the list did not change."""
    program.send(term[:-1])
    program.settle(0.5, 3)
    before, spent = listed(program), spent_ms(program)
    begun = time.perf_counter()
    program.send(term[-1])
    found = None
    while found is None and time.perf_counter() - begun < _PATIENCE_SECONDS:
        if program.pump(_PATIENCE_SECONDS) and listed(program) != before:
            found = ((program.arrived - begun) * 1_000, spent_ms(program) - spent)
    program.settle(0.5, 3)
    program.send("\x15")
    program.settle(0.4, 3)
    return found


def main() -> None:
    """Type, and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("library", type=Path)
    parser.add_argument("--keys", type=int, default=30)
    asked = parser.parse_args()
    with open_library(asked.library, create=False) as library:
        each = -(-asked.keys // len(_CLASSES))
        terms = [
            term
            for name, found in islice(pick_terms(library, count_reports(library)), len(_CLASSES))
            if name.startswith(_CLASSES)
            for term in found[:each]
        ]
    with tempfile.TemporaryDirectory() as home:
        program = Program(asked.library, Path(home))
        program.settle()
        program.send("s")
        program.settle()
        timed = [one for term in terms if (one := time_last_key(program, term))]
        program.end()
    walls, spent = [one for one, _ in timed], [one for _, one in timed]
    print(
        f"{len(timed)} of {len(terms)} keys: first results after p50 {statistics.median(walls):.0f}"
        f" p95 {p95(walls):.0f} ms; processor p50 {statistics.median(spent):.0f} ms"
    )


if __name__ == "__main__":
    main()
