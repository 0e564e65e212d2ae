"""A writer for crash tests: makes notes in a library and says on standard output when each is safe.

    python -m reportreader.services.crashtest write DB --seed 1 --ops 200

`TRY id digest` is printed before a change of note `id` is begun and `ACK id digest` once a reader
would be told that it is saved; `-` stands for a deletion, `ERR id …` for a refusal. The drivers
kill the process, cut the power or fill the disk, and then look at the file.
"""

import argparse
import hashlib
import os
import random
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from reportreader.document.block import Blocks
from reportreader.document.document import Document
from reportreader.errors import LibraryError, ReportReaderError
from reportreader.library.annotations import get_stored, list_stored
from reportreader.library.backups import sync_folder, write_backup
from reportreader.library.digest import text_digest
from reportreader.library.judging import DIGEST_LENGTH, make_views, next_number
from reportreader.library.library import Library
from reportreader.library.listing import select_summaries
from reportreader.library.reports import VersionOrigin, insert_report
from reportreader.library.standing import current_version
from reportreader.library.summary import ReportFilter, ReportOrder
from reportreader.notes.annotation import AnnotationId, AnnotationKind, ReportId
from reportreader.services.annotating import (
    AnnotationDraft,
    AnnotationTarget,
    add_annotation,
    delete_annotations,
    edit_annotation,
)
from reportreader.services.opening import open_library

_TEXT = "全区深入开展教育活动，解决群众饮水、出行、就医等实际问题三十件。\n" * 40
_BODY_CHARACTERS = "我为群众办实事深入开展学习教育，。批注重点疑问"
_BODY_LENGTHS = (8, 40, 400, 6000)
_QUOTE_LENGTH = 12
_EDIT_FROM, _DELETE_FROM = 0.6, 0.9
"""Of the changes six tenths add a note, three tenths edit one, the rest delete one."""


@dataclass(slots=True)
class Writer:
    """One session: a library with one report, and the notes it holds by their number."""

    library: Library
    target: AnnotationTarget
    choices: random.Random
    notes: dict[int, AnnotationId] = field(default_factory=dict)

    def change(self) -> None:
        """Adds, edits or deletes one note and reports it."""
        chance = self.choices.random()
        if not self.notes or chance < _EDIT_FROM:
            self._report(next_number(self.library), self._body(), self._add)
            return
        number = self.choices.choice(sorted(self.notes))
        if chance < _DELETE_FROM:
            self._report(number, self._body(), self._edit)
        else:
            self._report(number, "", self._delete)

    def _report(self, number: int, body: str, act: Callable[[int, str, str], None]) -> None:
        digest = hashlib.sha256(body.encode()).hexdigest()[:DIGEST_LENGTH] if body else "-"
        say("TRY", number, digest)
        try:
            act(number, f"{digest}\n{body}", digest)
        except LibraryError as error:
            say("ERR", number, type(error).__name__, describe(error))
            return
        say("ACK", number, digest)

    def _add(self, number: int, body: str, digest: str) -> None:
        start = self.choices.randrange(len(_TEXT) - _QUOTE_LENGTH)
        draft = AnnotationDraft(
            kind=AnnotationKind.HIGHLIGHT,
            start=start,
            end=start + _QUOTE_LENGTH,
            body=body,
            tags=(digest,),
        )
        placed = add_annotation(self.library, self.target, draft)
        self.notes[number] = placed.annotation.annotation_id

    def _edit(self, number: int, body: str, digest: str) -> None:
        stored = get_stored(self.library, self.notes[number])
        edit_annotation(
            self.library,
            stored.annotation.annotation_id,
            expected_revision=stored.annotation.revision,
            body=body,
            tags=(digest,),
        )

    def _delete(self, number: int, body: str, digest: str) -> None:
        del body, digest
        delete_annotations(self.library, [self.notes[number]])
        del self.notes[number]

    def _body(self) -> str:
        length = self.choices.choice(_BODY_LENGTHS)
        return "".join(self.choices.choice(_BODY_CHARACTERS) for _ in range(length))


def main(arguments: list[str]) -> int:
    """Writes as many changes as asked for; 1 if the library cannot be opened."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("command", choices=["write"])
    parser.add_argument("library", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--ops", type=int, default=100_000)
    parser.add_argument("--backup-every", type=int, default=15)
    asked = parser.parse_args(arguments)
    try:
        _make_library(asked.library)
        with open_library(asked.library) as library:
            writer = _make_writer(library, asked.seed)
            for count in range(1, asked.ops + 1):
                writer.change()
                if asked.backup_every and count % asked.backup_every == 0:
                    _back_up(library)
    except ReportReaderError as error:
        os.write(2, (describe(error) + "\n").encode())
        return 1
    return 0


def say(*words: object) -> None:
    """One line on standard output, written at once."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def describe(error: ReportReaderError) -> str:
    """An error on one line: its id and what the system said."""
    return f"{error.message_id}: {error.values.get('reason', '')}".replace("\n", " ")


def _make_library(path: Path) -> None:
    """A library with the views of the judge; it gets its name once they are in it."""
    if path.exists():
        return
    unfinished = path.with_name(f".{path.name}.new")
    with open_library(unfinished) as library:
        make_views(library)
    unfinished.replace(path)
    sync_folder(path.parent)


def _make_writer(library: Library, seed: int) -> Writer:
    reports = select_summaries(
        library, ReportFilter(), ReportOrder.ADDED, descending=False, start=0, limit=1
    )
    report_id = reports[0].report_id if reports else _add_report(library)
    target = AnnotationTarget(
        report_id=report_id,
        version_id=current_version(library, report_id),
        document=_document(),
    )
    notes = {
        stored.number: stored.annotation.annotation_id
        for stored in list_stored(library, report_id)
        if not stored.annotation.deleted
    }
    return Writer(library=library, target=target, choices=random.Random(seed), notes=notes)  # noqa: S311  not a secret


def _add_report(library: Library) -> ReportId:
    origin = VersionOrigin(
        text_sha256=text_digest(_TEXT),
        source_sha256="",
        byte_length=len(_TEXT.encode()),
        encoding="utf-8",
        extractor="text",
        extractor_version=1,
    )
    with library.transaction():
        return insert_report(library, _document(), origin, path="", name="crash test")[0]


def _document() -> Document:
    return Document(text=_TEXT, blocks=Blocks.from_lines(_TEXT))


def _back_up(library: Library) -> None:
    try:
        write_backup(library, library.path.with_name(library.path.name + ".bak"))
    except LibraryError as error:
        say("ERR", 0, type(error).__name__, describe(error))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
