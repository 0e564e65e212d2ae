"""Fills the disk under a session of changes: what is refused is told, what was kept stays, and then it goes on.

    python -m benchmarks.full_disk [ROUNDS]

Each round has a small file system of its own, so it must be run by root on Linux. In four of five a
library with ten notes stands there and other files leave little room: once five changes have been
refused those files go, and the same session must keep the rest of its changes. In the fifth there may
be no room to make the library at all; a session that begins when there is must find nothing amiss.
"""

import argparse
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.services.crash_judge import judge, read_lines

ROUNDS = 200
_KILOBYTE = 1 << 10
_WRITER = (sys.executable, "-m", "reportreader.services.crashtest", "write")
_LIBRARY_ROOM = 8 << 20
_FREE_KILOBYTES = (48, 900)
_BARE_KILOBYTES = (200, 3000)
_CHANGES = 250
_PATIENCE = 5
"""Changes refused before there is room again."""


@dataclass(slots=True, kw_only=True)
class Outcome:
    """What one round came to."""

    kept: int = 0
    refused: int = 0
    is_cut_off: bool = False
    faults: list[str] = field(default_factory=list)


def fill_in_work(folder: Path, seed: int, free: int) -> Outcome:
    """A session that runs out of room with `free` bytes left, and has room again later."""
    path = folder / "library.sqlite"
    first = subprocess.run(_words(path, seed, 10), capture_output=True, text=True, check=True)
    faults, found = judge(path, read_lines(first.stdout.splitlines()))
    ballast = folder / "ballast"
    _fill(ballast, free)
    lines: list[str] = []
    refused = 0
    with subprocess.Popen(
        _words(path, seed + 1000, _CHANGES), stdout=subprocess.PIPE, text=True
    ) as session:
        for line in session.stdout or ():
            lines.append(line)
            refused += line.startswith("ERR") and not line.startswith("ERR 0 ")
            if refused == _PATIENCE:
                ballast.unlink(missing_ok=True)
    expected = read_lines(lines, found)
    if session.returncode:
        faults.append(f"the session ended with {session.returncode}")
    if refused >= _PATIENCE and "".join(lines[-40:]).count("ACK") != 20:
        faults.append("it did not go on when there was room")
    faults += judge(path, expected)[0]
    return Outcome(
        kept=expected.acknowledged,
        refused=expected.refused,
        is_cut_off=bool(expected.acknowledged and refused),
        faults=faults,
    )


def begin_without_room(folder: Path, seed: int) -> Outcome:
    """A session that has to make its library where there may be no room for it."""
    path = folder / "library.sqlite"
    session = subprocess.run(_words(path, seed, 60), capture_output=True, text=True, check=False)
    expected = read_lines(session.stdout.splitlines())
    _mount(folder, _LIBRARY_ROOM, "remount,")
    faults, found = judge(path, expected)
    if "Traceback" in session.stderr:
        faults.append("a traceback")
    later = subprocess.run(_words(path, seed, 20), capture_output=True, text=True, check=False)
    if later.stdout.count("ACK") != 20:
        faults.append("it does not begin when there is room")
    faults += judge(path, read_lines(later.stdout.splitlines(), found))[0]
    return Outcome(
        kept=expected.acknowledged,
        refused=expected.refused,
        is_cut_off=bool(expected.acknowledged and expected.refused),
        faults=faults,
    )


def _words(path: Path, seed: int, changes: int) -> list[str]:
    return [*_WRITER, str(path), "--seed", str(seed), "--ops", str(changes)]


def _fill(ballast: Path, free: int) -> None:
    """Write a file that leaves `free` bytes, give or take a page."""
    with ballast.open("wb", buffering=0) as file:
        try:
            while file.write(bytes(4 * _KILOBYTE)):
                continue
        except OSError:
            file.truncate(max(ballast.stat().st_size - free, 0))


def _mount(folder: Path, size: int, options: str = "") -> None:
    words = ["mount", "-t", "tmpfs", "-o", f"{options}size={size},mode=700", "tmpfs", str(folder)]
    subprocess.run(words, check=True)


def run_round(number: int) -> Outcome:
    choices = Random(number)
    is_bare = number % 5 == 4
    size = choices.randint(*_BARE_KILOBYTES) * _KILOBYTE if is_bare else _LIBRARY_ROOM
    with TemporaryDirectory() as place:
        folder = Path(place)
        _mount(folder, size)
        try:
            if is_bare:
                return begin_without_room(folder, number)
            return fill_in_work(folder, number, choices.randint(*_FREE_KILOBYTES) * _KILOBYTE)
        finally:
            subprocess.run(["umount", str(folder)], check=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("rounds", type=int, nargs="?", default=ROUNDS)
    rounds = parser.parse_args().rounds
    totals: Counter[str] = Counter()
    for number in range(rounds):
        outcome = run_round(number)
        totals += Counter(
            {
                "changes kept": outcome.kept,
                "changes refused": outcome.refused,
                "rounds that filled up in the midst of work": outcome.is_cut_off,
                "rounds with loss or damage": bool(outcome.faults),
            }
        )
        if outcome.faults:
            print(f"  round {number}: {outcome.faults[:3]}", flush=True)
    print(f"{rounds} rounds")
    for name, count in totals.items():
        print(f"{count:7} {name}")
    return min(totals["rounds with loss or damage"], 1)


if __name__ == "__main__":
    sys.exit(main())
