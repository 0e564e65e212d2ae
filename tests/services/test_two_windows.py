"""Two windows on one library: no edit is lost, and none is overwritten by one who had not seen it."""

from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from threading import Thread

import pytest

from reportreader.errors import ConflictError
from reportreader.notes.annotation import AnnotationId, AnnotationKind, ReportId
from reportreader.services.annotating import (
    AnnotationDraft,
    add_annotation,
    edit_annotation,
    report_annotations,
)
from reportreader.services.browsing import get_report
from reportreader.services.maintaining import check_library
from reportreader.services.opening import Library, open_library
from reportreader.services.reading import open_report

NOTES = 6
EDITS = 300


@dataclass(slots=True)
class Window:
    """Edits notes at random, each as it last saw it; one that was refused is read again."""

    path: Path
    report_id: ReportId
    name: str
    accepted: list[tuple[AnnotationId, str]] = field(default_factory=list)
    refused: int = 0

    def run(self) -> None:
        """Make `EDITS` edits, each of which adds a word to what stands there."""
        choices = Random(self.name)  # noqa: S311 - which note is no secret
        with open_library(self.path) as library:
            seen = self._look(library)
            for number in range(EDITS):
                annotation_id = choices.choice(sorted(seen))
                word = f" {self.name}{number}"
                while not self._edit(library, seen, annotation_id, word):
                    self.refused += 1
                    seen = self._look(library)
                self.accepted.append((annotation_id, word))

    def _look(self, library: Library) -> dict[AnnotationId, tuple[int, str]]:
        return {
            placed.annotation.annotation_id: (placed.annotation.revision, placed.annotation.body)
            for placed in report_annotations(library, self.report_id)
        }

    def _edit(
        self,
        library: Library,
        seen: dict[AnnotationId, tuple[int, str]],
        annotation_id: AnnotationId,
        word: str,
    ) -> bool:
        revision, body = seen[annotation_id]
        try:
            edited = edit_annotation(
                library, annotation_id, expected_revision=revision, body=body + word
            )
        except ConflictError:
            return False
        seen[annotation_id] = (edited.annotation.revision, edited.annotation.body)
        return True


def _make_notes(library: Library, report_id: ReportId) -> None:
    opened = open_report(library, report_id)
    for number in range(NOTES):
        draft = AnnotationDraft(
            kind=AnnotationKind.HIGHLIGHT, start=number, end=number + 2, body=f"第{number}条"
        )
        add_annotation(library, opened, draft)


def test_six_hundred_edits_from_two_windows_at_once_are_all_there(
    library: Library, water: ReportId
) -> None:
    _make_notes(library, water)
    windows = [Window(library.path, water, name) for name in ("甲", "乙")]
    threads = [Thread(target=window.run) for window in windows]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    accepted = [edit for window in windows for edit in window.accepted]
    assert len(accepted) == 2 * EDITS
    for placed in report_annotations(library, water):
        note = placed.annotation
        words = [word.strip() for edited, word in accepted if edited == note.annotation_id]
        assert sorted(note.body.split()[1:]) == sorted(words)
        assert note.revision == 1 + len(words)
    assert get_report(library, water).note_count == NOTES
    assert check_library(library).is_whole


def test_an_edit_of_what_has_changed_meanwhile_is_refused_every_time(
    library: Library, water: ReportId
) -> None:
    """In turn each window edits a note that the other has edited since it looked."""
    _make_notes(library, water)
    with open_library(library.path) as second:
        windows = (library, second)
        seen = [report_annotations(window, water)[0].annotation for window in windows]
        for number in range(60):
            one, other = number % 2, 1 - number % 2
            seen[one] = edit_annotation(
                windows[one],
                seen[one].annotation_id,
                expected_revision=report_annotations(windows[one], water)[0].annotation.revision,
                body=str(number),
            ).annotation
            with pytest.raises(ConflictError) as caught:
                edit_annotation(
                    windows[other],
                    seen[other].annotation_id,
                    expected_revision=seen[other].revision,
                    body="不知情",
                )
            assert caught.value.message_id == "annotation_changed_elsewhere"
            assert report_annotations(windows[other], water)[0].annotation.body == str(number)
