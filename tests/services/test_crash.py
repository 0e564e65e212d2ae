"""Killed at any moment, a library keeps every change that was acknowledged, whole.

The same writer is driven through thousands of rounds by `benchmarks/kill_points.py`,
`benchmarks/full_disk.py` and the drivers that `docs/reliability.md` names.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.services.crash_judge import judge, read_lines

_CHANGES = 12


def _write(path: Path, seed: int, *, stop_after: int | None) -> list[str]:
    """Lines of a writer that is killed once it has said `stop_after` lines."""
    command = [sys.executable, "-m", "reportreader.services.crashtest", "write", str(path)]
    options = ["--seed", str(seed), "--backup-every", "4"]
    options += [] if stop_after is not None else ["--ops", str(_CHANGES)]
    lines: list[str] = []
    with subprocess.Popen([*command, *options], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        for line in writer.stdout:
            lines.append(line.strip())
            if len(lines) == stop_after:
                os.kill(writer.pid, signal.SIGKILL)
    return lines


@pytest.mark.parametrize("stop_after", [1, 2, 7, 16, 33])
def test_killed_after_some_lines(tmp_path: Path, stop_after: int) -> None:
    path = tmp_path / "library.sqlite"
    found: dict[str, str] = {}
    for seed in (stop_after, stop_after + 1):
        lines = _write(path, seed, stop_after=stop_after)
        faults, found = judge(path, read_lines(lines, found))
        assert faults == []


def test_left_alone_it_acknowledges_everything(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    words = [line.split()[0] for line in _write(path, 1, stop_after=None)]
    assert words == ["TRY", "ACK"] * _CHANGES
    assert (tmp_path / "library.sqlite.bak").exists()


def test_the_judge_sees_what_is_lost_too_much_and_half(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    lines = _write(path, 1, stop_after=None)
    faults, found = judge(path, read_lines(lines))
    assert faults == []
    assert judge(path, read_lines(["ACK 99 abc"], found))[0] == [
        "note 99: acknowledged abc, found -"
    ]
    number, digest = next(iter(found.items()))
    assert judge(path, read_lines([f"ACK {number} -"], found))[0] == [
        f"note {number}: acknowledged -, found {digest}"
    ]
    assert judge(path, read_lines([f"TRY {number} other"], found))[0] == []
    path.unlink()
    assert judge(path, read_lines([], found))[0] == ["the library is gone"]


def test_a_refused_change_must_be_absent_unless_the_disk_failed() -> None:
    full, failed = (f"ERR 5 LibraryError {words}" for words in ("disk is full", "disk I/O error"))
    assert read_lines(["TRY 5 abc", full]).faults({"5": "abc"}) != []
    assert read_lines(["TRY 5 abc", failed]).faults({"5": "abc"}) == []
    assert read_lines(["TRY 5 abc", failed]).faults({}) == []
