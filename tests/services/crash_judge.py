"""Judges what a crash left of a library that `reportreader.services.crashtest` was writing to.

What the writer said is the measure: every change that it acknowledged is there, the one that it
tried last is there whole or not at all, what it refused is not there, and nothing else is.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from reportreader.errors import ReportReaderError
from reportreader.library.annotations import list_stored
from reportreader.library.judging import DIGEST_LENGTH
from reportreader.notes.annotation import ReportId
from reportreader.services.maintaining import check_library
from reportreader.services.opening import open_library

_DELETED = "-"
_UNKNOWN_OUTCOME = "I/O error"


@dataclass(slots=True, kw_only=True)
class Expected:
    """Digests of notes by number: what must be there, and what else may be there in its place."""

    notes: dict[str, str] = field(default_factory=dict)
    possible: dict[str, set[str]] = field(default_factory=dict)
    acknowledged: int = 0
    refused: int = 0

    def faults(self, found: dict[str, str]) -> list[str]:
        """What is missing, too much or other than it was acknowledged."""
        return [
            f"note {number}: acknowledged {self.notes.get(number, _DELETED)}, found {digest}"
            for number in sorted({*found, *self.notes})
            if (digest := found.get(number, _DELETED))
            not in {self.notes.get(number, _DELETED), *self.possible.get(number, ())}
        ]


def read_lines(lines: Iterable[str], before: dict[str, str] | None = None) -> Expected:
    """What `lines` of a writer promise, who found the notes `before`.

    After an I/O error the outcome of a change is open until the file is read again; a change that
    was refused for any other reason must leave nothing.
    """
    expected = Expected(notes=dict(before or {}))
    tried: tuple[str, str] | None = None
    for line in lines:
        word, number, digest = (line.split() + [""] * 3)[:3]
        if word == "TRY":
            tried = (number, digest)
        elif word == "ACK":
            tried = None
            expected.acknowledged += 1
            expected.notes[number] = digest
            expected.possible.pop(number, None)
        elif word == "ERR" and number != "0":
            expected.refused += 1
            if tried is not None and _UNKNOWN_OUTCOME in line:
                expected.possible.setdefault(number, set()).add(tried[1])
            tried = None
    if tried is not None:
        expected.possible[tried[0]] = {tried[1]}
    return expected


def judge(path: Path, expected: Expected) -> tuple[list[str], dict[str, str]]:
    """What is wrong with the library at `path` and its backup, and the digests found in it."""
    if not path.exists():
        return (["the library is gone"] if expected.notes else []), {}
    try:
        found, faults = _read_notes(path)
        faults += expected.faults(found)
        backup = path.with_name(f"{path.name}.bak")
        if backup.exists():
            faults += [f"backup: {fault}" for fault in _read_notes(backup)[1]]
    except ReportReaderError as error:
        return [f"{error.message_id}: {error.values}"], {}
    return faults, found


def _read_notes(path: Path) -> tuple[dict[str, str], list[str]]:
    """Digest by number of every note outside the trash, and what a check finds.

    The tag of a note must say the same as its body: they stand in two tables.
    """
    with open_library(path) as library:
        faults = [str(problem) for problem in check_library(library).problems]
        stored = list_stored(library, ReportId(1))
    notes = [one for one in stored if not one.annotation.deleted]
    digests = {str(one.number): one.annotation.body[:DIGEST_LENGTH] for one in notes}
    faults += [
        f"note {one.number}: half a change"
        for one in notes
        if one.annotation.tags != (digests[str(one.number)],)
    ]
    return digests, faults
