"""A reader who does everything at random, beside a model: dictionaries and two stacks.

Library and model are compared after every operation. `REPORTREADER_OPERATIONS` sets how many there
are (100,000 take about half an hour), `REPORTREADER_SEED` which.
"""

import json
import os
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from reportreader.errors import ConflictError
from reportreader.library.annotations import list_stored
from reportreader.library.journal import KEPT_CHANGES
from reportreader.notes.annotation import AnnotationId, AnnotationKind, Colour, ReportId
from reportreader.notes.tags import is_within, ordered, rename_tag
from reportreader.notes.webreading import parse_web_annotations
from reportreader.services.adding import add_paths
from reportreader.services.annotating import (
    AnnotationDraft,
    add_annotation,
    delete_annotations,
    edit_annotation,
    redo,
    restore_annotations,
    tag_annotations,
    undo,
)
from reportreader.services.codebook import delete_tag, merge_tag
from reportreader.services.codebook import rename_tag as rename_everywhere
from reportreader.services.exchanging import ExchangeFormat, export_exchange
from reportreader.services.exporting import export_markdown
from reportreader.services.import_steps import ImportOutcome
from reportreader.services.importing import import_annotations
from reportreader.services.maintaining import check_library
from reportreader.services.noting import AnnotationFilter, get_annotation
from reportreader.services.opening import Library, open_library
from reportreader.services.reading import open_report
from reportreader.services.regrouping import list_versions, merge_reports, split_version
from reportreader.services.updating import update_export
from reportreader.services.verifying import QuoteState, verify_export
from reportreader.settings.messages import Language

OPERATIONS = int(os.environ.get("REPORTREADER_OPERATIONS", "500"))
SEED = int(os.environ.get("REPORTREADER_SEED", "1"))
MOST_NOTES = 60
REPORT = ReportId(1)
EVERYTHING = AnnotationFilter()
TAGS = ("水利", "水利/渠道", "民生", "民生/饮水", "待查")
BODIES = ("", "核对数字，再问经手人。", "# 不是标题", "<b>&amp;", "重要")
LINES = [f"第{number}条　整修水渠{number * 3}里，受益村民{number}户。" for number in range(1, 25)]


@dataclass(frozen=True)
class Note:
    """What the model knows of an annotation."""

    body: str
    colour: Colour
    tags: tuple[str, ...]
    is_away: bool = False
    report_id: ReportId = REPORT


State = dict[AnnotationId, Note]


@dataclass(frozen=True)
class Step:
    """One change: the notes it touched before and after, and the report beside the first one.

    `version` is how often the file had been read when reports were split or merged: reading it
    again is no change, but may stand in the way of taking one back.
    """

    before: State
    after: State
    others: tuple[ReportId | None, ReportId | None]
    version: int | None = None


class Session:
    """One library and its model."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.rng = random.Random(seed)  # noqa: S311 - a seed that can be repeated
        self.path, self.exported = folder / "渠.txt", folder / "摘录.md"
        self.library_path = folder / "library.sqlite"
        self.time = datetime(2024, 5, 17, tzinfo=UTC)
        self.lines, self.version = list(LINES), 0
        self.notes: State = {}
        self.other: ReportId | None = None
        self.done: list[Step] = []
        self.undone: list[Step] = []
        self.library = self.open()
        self.file_again()

    def open(self) -> Library:
        return open_library(self.library_path, clock=self.clock)

    def clock(self) -> datetime:
        self.time += timedelta(milliseconds=1)
        return self.time

    def did(self, **changes: Note) -> None:
        """One change that can be undone; a new note begins in the trash."""
        after = {AnnotationId(key): note for key, note in changes.items()}
        before = {
            key: self.notes.get(key, replace(note, is_away=True)) for key, note in after.items()
        }
        if before != after:
            self.record(Step(before, after, (self.other, self.other)))

    def record(self, step: Step) -> None:
        self.done.append(step)
        del self.done[:-KEPT_CHANGES]
        self.undone.clear()
        self.notes, self.other = self.notes | step.after, step.others[1]

    def regrouped(self, other: ReportId | None, moved: Iterable[AnnotationId]) -> None:
        """Reports were split or merged, and the notes of `moved` now lie with `other`, or not."""
        home = REPORT if other is None else other
        before = {key: self.notes[key] for key in moved}
        after = {key: replace(note, report_id=home) for key, note in before.items()}
        self.record(Step(before, after, (self.other, other), self.version))

    def choose(self, *, is_away: bool = False) -> AnnotationId | None:
        fitting = [key for key, note in self.notes.items() if note.is_away is is_away]
        return self.rng.choice(fitting) if fitting else None

    def used_tags(self) -> list[str]:
        return sorted({tag for note in self.notes.values() for tag in note.tags})

    def step(self) -> None:
        """One operation, chosen by weight."""
        weights: dict[Callable[[], None], int] = {
            self.annotate: 12, self.edit: 16, self.tag: 14, self.delete: 8, self.restore: 8,
            self.rename: 5, self.merge: 4, self.drop_tag: 2, self.undo: 16, self.redo: 12,
            self.import_own: 1, self.import_changed: 3, self.export: 1, self.restart: 1,
            self.split: 1, self.join: 1,
        }  # fmt: skip
        if self.rng.random() < 0.004:
            self.edit_file()
        else:
            self.rng.choices(list(weights), list(weights.values()))[0]()

    def annotate(self) -> None:
        if len(self.notes) >= MOST_NOTES:
            return
        opened = open_report(self.library, REPORT)
        length = len(opened.document.text)
        start = self.rng.randrange(length - 20)
        tags = tuple(self.rng.sample(TAGS, self.rng.randrange(3)))
        draft = AnnotationDraft(
            kind=AnnotationKind.HIGHLIGHT,
            start=start,
            end=start + self.rng.randint(4, 20),
            body=self.rng.choice(BODIES),
            tags=tags,
        )
        made = add_annotation(self.library, opened, draft).annotation
        self.did(**{made.annotation_id: Note(draft.body, Colour.YELLOW, ordered(tags))})

    def edit(self) -> None:
        key = self.choose()
        if key is not None:
            revision = get_annotation(self.library, key).placed.annotation.revision
            body, colour = self.rng.choice(BODIES), self.rng.choice(list(Colour))
            tags = tuple(self.rng.sample(TAGS, self.rng.randrange(3)))
            edit_annotation(
                self.library, key, expected_revision=revision, body=body, colour=colour, tags=tags
            )
            edited = replace(self.notes[key], body=body, colour=colour, tags=ordered(tags))
            self.did(**{key: edited})

    def tag(self) -> None:
        key, tag, remove = self.choose(), self.rng.choice(TAGS), self.rng.random() < 0.4
        if key is not None:
            tag_annotations(self.library, [key], tag, remove=remove)
            kept = set(self.notes[key].tags) - {tag} if remove else {*self.notes[key].tags, tag}
            self.did(**{key: replace(self.notes[key], tags=ordered(kept))})

    def delete(self) -> None:
        key = self.choose()
        if key is not None:
            delete_annotations(self.library, [key])
            self.did(**{key: replace(self.notes[key], is_away=True)})

    def restore(self) -> None:
        key = self.choose(is_away=True)
        if key is not None:
            restore_annotations(self.library, [key])
            self.did(**{key: replace(self.notes[key], is_away=False)})

    def rename(self) -> None:
        self._rename(lambda old, new: rename_everywhere(self.library, old, new))

    def merge(self) -> None:
        self._rename(lambda old, new: merge_tag(self.library, [old], new))

    def _rename(self, act: Callable[[str, str], None]) -> None:
        used, new = self.used_tags(), self.rng.choice(TAGS)
        old = self.rng.choice(used) if used else new
        if not is_within(old, new):
            act(old, new)
            self.did(
                **{
                    key: replace(note, tags=rename_tag(note.tags, old, new))
                    for key, note in self.notes.items()
                }
            )

    def drop_tag(self) -> None:
        used = self.used_tags()
        if used:
            tag = self.rng.choice(used)
            delete_tag(self.library, tag)
            kept = {
                key: tuple(one for one in note.tags if not is_within(one, tag))
                for key, note in self.notes.items()
            }
            self.did(**{key: replace(self.notes[key], tags=tags) for key, tags in kept.items()})

    def split(self) -> None:
        """One version of the first report becomes a report, with what was noted on it."""
        versions = list_versions(self.library, REPORT)
        if self.other is None and len(versions) > 1:
            chosen = self.rng.choice(versions).version_id
            moved = [
                one.annotation.annotation_id
                for one in list_stored(self.library, REPORT)
                if one.annotation.version_id == chosen
            ]
            self.regrouped(split_version(self.library, REPORT, chosen), moved)

    def join(self) -> None:
        if self.other is not None:
            merge_reports(self.library, REPORT, self.other)
            moved = [key for key, note in self.notes.items() if note.report_id == self.other]
            self.regrouped(None, moved)

    def undo(self) -> None:
        step = self.walk(undo, self.done)
        if step is not None:
            self.undone.append(step)
            self.take(step, step.before, step.others[0])

    def redo(self) -> None:
        step = self.walk(redo, self.undone)
        if step is not None:
            self.done.append(step)
            self.take(step, step.after, step.others[1])

    def take(self, step: Step, state: State, other: ReportId | None) -> None:
        """What a step back or forth changes: where notes lie, or what they say, never both."""
        now = {key: self.notes.get(key, note) for key, note in state.items()}
        if step.version is None:
            self.notes |= {
                key: replace(note, report_id=now[key].report_id) for key, note in state.items()
            }
        else:
            self.notes |= {
                key: replace(now[key], report_id=note.report_id) for key, note in state.items()
            }
            self.other = other

    def walk(self, act: Callable[[Library], object], steps: list[Step]) -> Step | None:
        """Takes the last of `steps` back or does it again; None if that cannot be."""
        step = steps.pop() if steps else None
        try:
            assert (act(self.library) is not None) is (step is not None)
        except ConflictError:
            assert step is not None
            assert step.version not in (None, self.version)
            return None
        return step

    def import_own(self) -> None:
        steps = import_annotations(self.library, parse_web_annotations(self.as_json()))
        assert {step.outcome for step in steps} <= {ImportOutcome.UNCHANGED}
        assert len(steps) == len(self.notes)

    def import_changed(self) -> None:
        """A file in which somebody else has changed one note since."""
        collection = json.loads(self.as_json())
        items = collection["first"]["items"]
        if items:
            item = self.rng.choice(items)
            key = AnnotationId(item["id"].removeprefix("urn:ulid:"))
            body = self.rng.choice(BODIES)
            others = [one for one in item.get("body", []) if one["purpose"] == "tagging"]
            comment = {"type": "TextualBody", "value": body, "purpose": "commenting"}
            item["body"] = [*others, *([comment] if body else [])]
            item["reportreader:times"]["body"] = self.library.now()
            import_annotations(self.library, parse_web_annotations(json.dumps(collection)))
            self.did(**{key: replace(self.notes[key], body=body)})

    def as_json(self) -> str:
        return export_exchange(
            self.library,
            EVERYTHING,
            ExchangeFormat.JSON,
            language=Language.CHINESE,
            with_trash=True,
        )

    def export(self) -> None:
        text = export_markdown(self.library, EVERYTHING, language=Language.CHINESE)
        quotes = verify_export(self.library, text)
        live = {key for key, note in self.notes.items() if not note.is_away}
        assert {quote.passage.annotation_id for quote in quotes} == live
        assert {quote.state for quote in quotes} <= {QuoteState.MATCHES}
        written = update_export(self.library, text, self.exported, restore_deleted=True)
        assert written.merged is None or not written.merged.conflicts
        assert len(verify_export(self.library, self.exported.read_text("utf-8"))) == len(live)

    def restart(self) -> None:
        self.library.close()
        self.library = self.open()

    def edit_file(self) -> None:
        self.lines[self.rng.randrange(len(self.lines))] = self.rng.choice(["", "新写的一行。"])
        if self.rng.random() < 0.3:
            self.lines = list(LINES)
        self.file_again()

    def file_again(self) -> None:
        self.version += 1
        text = "\n".join([f"水渠整修情况第{self.version}稿", "", *self.lines, ""])
        self.path.write_text(text, encoding="utf-8")
        (file,) = add_paths(self.library, [self.path]).files
        assert file.report_id in (REPORT, self.other)
        if file.placements is not None:
            there = [note for note in self.notes.values() if note.report_id == file.report_id]
            assert sum(file.placements.values()) == len(there)

    def found(self) -> State:
        """What the library holds."""
        return {
            one.annotation.annotation_id: Note(
                one.annotation.body,
                one.annotation.colour,
                one.annotation.tags,
                bool(one.annotation.deleted),
                report_id,
            )
            for report_id in (REPORT, self.other)
            if report_id is not None
            for one in list_stored(self.library, report_id)
        }


def test_library_and_model_are_equal_after_every_operation(tmp_path: Path) -> None:
    session = Session(tmp_path, SEED)
    for _ in range(OPERATIONS):
        session.step()
        assert session.found() == session.notes
    assert check_library(session.library).problems == ()
    session.library.close()
