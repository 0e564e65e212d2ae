"""The drill: a library is backed up while it is written to, destroyed, restored, and compared."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from reportreader.library.annotations import list_stored
from reportreader.notes.annotation import ReportId
from reportreader.services.maintaining import backup_library, check_library, restore_backup
from reportreader.services.opening import open_library

ACKNOWLEDGED_BEFORE, ACKNOWLEDGED_BEHIND = 12, 6


def _states(lines: list[str]) -> Iterator[dict[str, str]]:
    """The digests of the notes by number, before the first change and behind each that was tried."""
    notes: dict[str, str] = {}
    yield dict(notes)
    for word, number, digest in (line.split()[:3] for line in lines):
        if word != "TRY":
            continue
        if digest == "-":
            notes.pop(number, None)
        else:
            notes[number] = digest
        yield dict(notes)


def _notes(path: Path) -> dict[str, str]:
    with open_library(path, create=False) as library:
        assert check_library(library).is_whole
        stored = [one for one in list_stored(library, ReportId(1)) if not one.annotation.deleted]
    return {str(one.number): one.annotation.body[:16] for one in stored}


def _acknowledged(lines: list[str]) -> int:
    return sum(line.startswith("ACK") for line in lines)


def test_what_was_acknowledged_before_the_backup_comes_back(tmp_path: Path) -> None:
    path, copy = tmp_path / "library.sqlite", tmp_path / "copy.sqlite"
    command = [sys.executable, "-m", "reportreader.services.crashtest", "write", str(path)]
    lines: list[str] = []
    with subprocess.Popen(
        [*command, "--seed", "3", "--backup-every", "0"], stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        while _acknowledged(lines) < ACKNOWLEDGED_BEFORE:
            lines.append(writer.stdout.readline().strip())
        with open_library(path, create=False) as library:
            backup_library(library, copy)
        while _acknowledged(lines) < ACKNOWLEDGED_BEFORE + ACKNOWLEDGED_BEHIND:
            lines.append(writer.stdout.readline().strip())
        writer.kill()
        lines += [line.strip() for line in writer.stdout if line.endswith("\n")]
    path.write_bytes(b"\xff" * 4096)
    path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
    restore_backup(copy, path)
    states = list(_states(lines))
    restored = _notes(path)
    assert restored in states[ACKNOWLEDGED_BEFORE:]
    assert restored == _notes(copy)
