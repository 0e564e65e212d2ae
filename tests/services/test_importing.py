"""Importing our own JSON: joined by id, the newest of each field, nothing lost, undone at once."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.clock import Clock

from reportreader.notes.annotation import AnnotationId, AnnotationKind, Colour, ReportId
from reportreader.notes.webreading import parse_web_annotations
from reportreader.services.adding import add_paths
from reportreader.services.annotating import (
    AnnotationDraft,
    add_annotation,
    delete_annotations,
    edit_annotation,
    report_annotations,
    undo,
)
from reportreader.services.codebook import rename_tag
from reportreader.services.exchanging import ExchangeFormat, export_exchange
from reportreader.services.import_steps import ImportOutcome, count_outcomes
from reportreader.services.importing import import_annotations
from reportreader.services.maintaining import check_library
from reportreader.services.noting import AnnotationFilter, get_annotation, list_annotations
from reportreader.services.opening import Library, open_library
from reportreader.services.reading import open_report
from reportreader.services.reviewing import list_reviews, review_annotation
from reportreader.settings.messages import Language


@pytest.fixture
def other(tmp_path: Path, folder: Path, clock: Clock, water: ReportId) -> Iterator[Library]:
    """The library of another machine, in which the report has another number."""
    with open_library(tmp_path / "other.sqlite", clock=clock) as opened:
        add_paths(opened, [folder / "roads.txt", folder / "water.txt"])
        yield opened


@pytest.fixture
def note(library: Library, water: ReportId) -> AnnotationId:
    opened = open_report(library, water)
    start = opened.document.text.index("山区管网老化")
    draft = AnnotationDraft(
        kind=AnnotationKind.HIGHLIGHT, start=start, end=start + 6, body="核实", tags=("甲",)
    )
    return add_annotation(library, opened, draft).annotation.annotation_id


def carry(source: Library, target: Library, *, dry_run: bool = False) -> dict[str, int]:
    """Import into one library what the other exports; the outcomes that occurred."""
    text = export_exchange(
        source, AnnotationFilter(), ExchangeFormat.JSON, language=Language.CHINESE
    )
    steps = import_annotations(target, parse_web_annotations(text), dry_run=dry_run)
    return {outcome.value: count for outcome, count in count_outcomes(steps).items() if count}


def change(library: Library, note: AnnotationId, **fields: Any) -> None:
    revision = get_annotation(library, note).placed.annotation.revision
    edit_annotation(library, note, expected_revision=revision, **fields)


def state(library: Library, note: AnnotationId) -> tuple[str, Colour, tuple[str, ...]]:
    annotation = get_annotation(library, note).placed.annotation
    return annotation.body, annotation.colour, annotation.tags


def test_a_new_annotation_finds_its_report_by_title_and_its_place(
    library: Library, other: Library, note: AnnotationId
) -> None:
    assert carry(library, other) == {"added": 1}
    placed = get_annotation(other, note).placed
    text = open_report(other, placed.annotation.report_id).document.text
    assert text[placed.placement.start : placed.placement.end] == "山区管网老化"
    assert state(other, note) == state(library, note)
    assert carry(library, other) == {"unchanged": 1}
    assert check_library(other).is_whole


def test_an_id_that_occurs_twice_in_a_file_is_taken_once(
    library: Library, other: Library, note: AnnotationId
) -> None:
    text = export_exchange(
        library, AnnotationFilter(), ExchangeFormat.JSON, language=Language.CHINESE
    )
    steps = import_annotations(other, parse_web_annotations(text) * 2)
    assert [step.outcome for step in steps] == [ImportOutcome.ADDED, ImportOutcome.UNCHANGED]
    assert state(other, note) == state(library, note)


def test_a_dry_run_changes_nothing(library: Library, other: Library, note: AnnotationId) -> None:
    assert carry(library, other, dry_run=True) == {"added": 1}
    assert list_annotations(other, AnnotationFilter(text="山区管网老化")) == ()
    assert note


def test_both_machines_end_equal(library: Library, other: Library, note: AnnotationId) -> None:
    carry(library, other)
    mine = get_annotation(library, note).placed.annotation
    edit_annotation(library, note, expected_revision=mine.revision, tags=("甲", "乙"))
    theirs = get_annotation(other, note).placed.annotation
    edit_annotation(
        other, note, expected_revision=theirs.revision, body="已核实", colour=Colour.RED
    )
    assert carry(other, library) == {"changed": 1}
    assert carry(library, other) == {"changed": 1}
    assert state(library, note) == state(other, note) == ("已核实", Colour.RED, ("乙", "甲"))
    assert carry(other, library) == {"unchanged": 1}


def test_of_each_field_the_last_change_stands(
    library: Library, other: Library, note: AnnotationId
) -> None:
    carry(library, other)
    change(library, note, body="先改")
    change(other, note, colour=Colour.BLUE)
    change(other, note, body="后改", tags=())
    change(library, note, colour=Colour.RED, tags=("甲", "丙"))
    carry(other, library)
    carry(library, other)
    assert state(library, note) == state(other, note) == ("后改", Colour.RED, ("丙",))


def test_a_tag_renamed_on_one_machine_is_renamed_on_the_other(
    library: Library, other: Library, note: AnnotationId
) -> None:
    carry(library, other)
    change(other, note, tags=("甲", "新"))
    rename_tag(library, "甲", "甲/细")
    carry(other, library)
    carry(library, other)
    assert state(library, note)[2] == state(other, note)[2] == ("新", "甲/细")


def test_what_only_the_library_has_stays(
    library: Library, other: Library, note: AnnotationId, water: ReportId
) -> None:
    carry(library, other)
    opened = open_report(library, water)
    draft = AnnotationDraft(kind=AnnotationKind.BOOKMARK, start=3, end=3, body="这里")
    add_annotation(library, opened, draft)
    carry(other, library)
    assert len(report_annotations(library, water)) == 2
    assert carry(library, other) == {"added": 1, "unchanged": 1}
    assert note


def test_an_import_is_undone_at_once(library: Library, other: Library, note: AnnotationId) -> None:
    carry(library, other)
    undo(other)
    assert get_annotation(other, note).placed.annotation.deleted
    assert check_library(other).is_whole


def test_what_has_no_place_waits_for_review_with_its_own_quote(
    library: Library, other: Library, note: AnnotationId, folder: Path
) -> None:
    path = folder / "water.txt"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("山区管网老化", "管网"), "utf-8")
    add_paths(other, [path])
    assert carry(library, other) == {"unplaced": 1}
    (waiting,) = list_reviews(other)
    assert waiting.placed.annotation.quote == "山区管网老化"
    assert review_annotation(other, note).old.passage == "山区管网老化"
    assert check_library(other).is_whole
    path.write_text(text.replace("全县", "本县"), "utf-8")
    add_paths(other, [path])
    (again,) = list_reviews(other)
    assert again.placed.placement.start is not None
    assert carry(other, library) == {"unchanged": 1}


def test_what_has_no_report_is_told_and_left_out(
    library: Library, note: AnnotationId, tmp_path: Path
) -> None:
    with open_library(tmp_path / "third.sqlite") as third:
        assert carry(library, third) == {"report-missing": 1}
    assert note


def test_a_deletion_elsewhere_comes_along(
    library: Library, other: Library, note: AnnotationId
) -> None:
    carry(library, other)
    delete_annotations(other, [note])
    text = export_exchange(
        other, AnnotationFilter(in_trash=True), ExchangeFormat.JSON, language=Language.CHINESE
    )
    (step,) = import_annotations(library, parse_web_annotations(text))
    assert step.outcome is ImportOutcome.CHANGED
    assert get_annotation(library, note).placed.annotation.deleted
    undo(library)
    assert not get_annotation(library, note).placed.annotation.deleted
