"""Killed at any moment, a library keeps every change that was acknowledged, whole.

The same writer is driven for thousands of rounds by the drivers that `docs/reliability.md` names.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reportreader.library.annotations import list_stored
from reportreader.notes.annotation import ReportId
from reportreader.services.maintaining import check_library
from reportreader.services.opening import open_library


def _write(path: Path, seed: int, *, stop_after: int | None) -> list[str]:
    """Lines of a writer that is killed once it has said `stop_after` lines."""
    command = [sys.executable, "-m", "reportreader.services.crashtest", "write", str(path)]
    options = ["--seed", str(seed), "--backup-every", "4"]
    options += [] if stop_after is not None else ["--ops", "12"]
    lines: list[str] = []
    with subprocess.Popen([*command, *options], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        for line in writer.stdout:
            lines.append(line.strip())
            if len(lines) == stop_after:
                os.kill(writer.pid, signal.SIGKILL)
    return lines


def _notes(path: Path) -> dict[str, str]:
    """Digest by number of every note outside the trash; the tag must say the same as the body."""
    with open_library(path) as library:
        assert check_library(library).problems == ()
        stored = list_stored(library, ReportId(1))
    notes = [one for one in stored if not one.annotation.deleted]
    for one in notes:
        assert one.annotation.tags == (one.annotation.body[:16],)
    return {str(one.number): one.annotation.body[:16] for one in notes}


@pytest.mark.parametrize("stop_after", [1, 2, 7, 16, 33])
def test_killed_after_some_lines(tmp_path: Path, stop_after: int) -> None:
    path = tmp_path / "library.sqlite"
    wanted: dict[str, str] = {}
    for seed in (stop_after, stop_after + 1):
        lines = [line.split() for line in _write(path, seed, stop_after=stop_after)]
        pending: dict[str, str] = {}
        for word, number, digest in lines:
            if word == "TRY":
                pending = {number: digest}
            else:
                wanted |= pending
                pending = {}
        found = _notes(path)
        expected = {number: digest for number, digest in wanted.items() if digest != "-"}
        with_pending = {
            number: digest for number, digest in (wanted | pending).items() if digest != "-"
        }
        assert found in (expected, with_pending)
        wanted = found


def test_left_alone_it_acknowledges_everything(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    words = [line.split()[0] for line in _write(path, 1, stop_after=None)]
    assert words == ["TRY", "ACK"] * 12
    assert (tmp_path / "library.sqlite.bak").exists()
