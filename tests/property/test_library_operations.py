"""Random sessions against a model so simple that it is right: dictionaries and two stacks.

The library is opened anew between steps now and then, and the file of the report is edited and
added again, which may move annotations but neither lose nor change one.
"""

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from reportreader.notes.annotation import AnnotationId, AnnotationKind, Colour, ReportId
from reportreader.services.adding import AddOutcome, add_paths
from reportreader.services.annotating import (
    AnnotationDraft,
    AnnotationFilter,
    add_annotation,
    delete_annotations,
    edit_annotation,
    get_annotation,
    list_annotations,
    redo,
    restore_annotations,
    tag_annotations,
    undo,
)
from reportreader.services.browsing import get_report, remove_reports, restore_reports
from reportreader.services.maintaining import check_library
from reportreader.services.opening import Library, open_library
from reportreader.services.reading import open_report

_LINES = [f"第{number}条　本年度完成项目{number * 7}个，群众满意。" for number in range(1, 20)]
_BODIES = st.text("甲乙丙 \n#<>`*'\"\\💧\x1b", max_size=12)
_TAGS = st.sets(st.sampled_from(["民生", "民生/饮水", "重要"]), max_size=2)


@dataclass(frozen=True)
class Note:
    """What the model knows of an annotation; `is_away` means that it lies in the trash."""

    body: str
    colour: Colour
    tags: tuple[str, ...]
    is_away: bool = False


State = dict[AnnotationId, Note]


class Session(RuleBasedStateMachine):
    """A reader who does everything that can be undone, in any order."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "report.txt"
        self.lines = list(_LINES)
        self.library: Library = open_library(Path(self.folder.name) / "data" / "library.sqlite")
        self.report_id = ReportId(1)
        self.notes: State = {}
        self.is_removed = False
        self.done: list[tuple[State, State, bool, bool]] = []
        self.undone: list[tuple[State, State, bool, bool]] = []
        self.version = 0
        self.file_again()

    def teardown(self) -> None:
        if hasattr(self, "library"):
            assert check_library(self.library).problems == ()
            self.library.close()
            self.folder.cleanup()

    def _did(self, after: State, *, is_removed: bool | None = None) -> None:
        removed = self.is_removed if is_removed is None else is_removed
        before = {
            key: self.notes.get(key, replace(note, is_away=True)) for key, note in after.items()
        }
        if before != after or removed != self.is_removed:
            self.done.append((before, after, self.is_removed, removed))
            self.undone.clear()
        self.notes = self.notes | after
        self.is_removed = removed

    def _choose(self, number: int, *, is_away: bool) -> AnnotationId | None:
        fitting = [key for key, note in self.notes.items() if note.is_away is is_away]
        return fitting[number % len(fitting)] if fitting else None

    @rule(at=st.integers(0, 300), length=st.integers(1, 40), body=_BODIES, tags=_TAGS)
    def annotate(self, at: int, length: int, body: str, tags: set[str]) -> None:
        opened = open_report(self.library, self.report_id)
        start = min(at, len(opened.document.text) - 1)
        end = min(start + length, len(opened.document.text))
        draft = AnnotationDraft(
            kind=AnnotationKind.HIGHLIGHT, start=start, end=end, body=body, tags=tuple(tags)
        )
        made = add_annotation(self.library, opened, draft).annotation
        note = Note(body.replace("\x1b", "␛"), Colour.YELLOW, tuple(sorted(tags)))
        self._did({made.annotation_id: note})

    @rule(number=st.integers(0, 99), body=_BODIES, colour=st.sampled_from(Colour), tags=_TAGS)
    def edit(self, number: int, body: str, colour: Colour, tags: set[str]) -> None:
        key = self._choose(number, is_away=False)
        if key is not None:
            revision = get_annotation(self.library, key).placed.annotation.revision
            edit_annotation(
                self.library,
                key,
                expected_revision=revision,
                body=body,
                colour=colour,
                tags=tuple(tags),
            )
            self._did({key: Note(body.replace("\x1b", "␛"), colour, tuple(sorted(tags)))})

    @rule(number=st.integers(0, 99), remove=st.booleans())
    def tag(self, number: int, *, remove: bool) -> None:
        key = self._choose(number, is_away=False)
        if key is not None:
            tag_annotations(self.library, [key], "重要", remove=remove)
            tags = (
                set(self.notes[key].tags) - {"重要"} if remove else {*self.notes[key].tags, "重要"}
            )
            self._did({key: replace(self.notes[key], tags=tuple(sorted(tags)))})

    @rule(number=st.integers(0, 99))
    def delete(self, number: int) -> None:
        key = self._choose(number, is_away=False)
        if key is not None:
            delete_annotations(self.library, [key])
            self._did({key: replace(self.notes[key], is_away=True)})

    @rule(number=st.integers(0, 99))
    def restore(self, number: int) -> None:
        key = self._choose(number, is_away=True)
        if key is not None:
            restore_annotations(self.library, [key])
            self._did({key: replace(self.notes[key], is_away=False)})

    @rule()
    def remove_or_restore_report(self) -> None:
        if self.is_removed:
            restore_reports(self.library, [self.report_id])
        else:
            remove_reports(self.library, [self.report_id])
        self._did({}, is_removed=not self.is_removed)

    @rule()
    def undo(self) -> None:
        assert (undo(self.library) is not None) is bool(self.done)
        if self.done:
            step = self.done.pop()
            self.undone.append(step)
            self.notes = self.notes | step[0]
            self.is_removed = step[2]

    @rule()
    def redo(self) -> None:
        assert (redo(self.library) is not None) is bool(self.undone)
        if self.undone:
            step = self.undone.pop()
            self.done.append(step)
            self.notes = self.notes | step[1]
            self.is_removed = step[3]

    @precondition(lambda self: not self.is_removed)
    @rule(number=st.integers(0, 99), text=st.sampled_from(["", "新写的一行。", "补充说明若干。"]))
    def edit_file(self, number: int, text: str) -> None:
        self.lines[number % len(self.lines)] = text
        self.file_again()

    def file_again(self) -> None:
        self.version += 1
        lines = [f"情况通报第{self.version}稿", *self.lines]
        self.path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        (file,) = add_paths(self.library, [self.path]).files
        expected = AddOutcome.ADDED if self.version == 1 else AddOutcome.NEW_VERSION
        assert (file.outcome, file.report_id) == (expected, self.report_id)
        if file.placements is not None:
            assert sum(file.placements.values()) == len(self.notes)

    @rule()
    def restart(self) -> None:
        self.library.close()
        self.library = open_library(self.library.path)

    @invariant()
    def library_and_model_are_equal(self) -> None:
        if not hasattr(self, "notes"):
            return
        wanted = (AnnotationFilter(report_id=self.report_id), AnnotationFilter(in_trash=True))
        found: State = {}
        for is_away, annotation_filter in enumerate(wanted):
            if self.is_removed and not is_away:
                continue
            for one in list_annotations(self.library, annotation_filter):
                note = one.placed.annotation
                found[note.annotation_id] = Note(note.body, note.colour, note.tags, bool(is_away))
        expected = {
            key: note for key, note in self.notes.items() if note.is_away or not self.is_removed
        }
        assert found == expected
        summary = get_report(self.library, self.report_id)
        assert bool(summary.deleted) is self.is_removed
        assert summary.note_count == sum(not note.is_away for note in self.notes.values())


Session.TestCase.settings = settings(
    max_examples=25,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
TestSession = Session.TestCase
