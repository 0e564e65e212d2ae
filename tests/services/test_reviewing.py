"""The review queue: what waits for a person after a report has changed, and how it is settled."""

from pathlib import Path

import pytest
from tests.services.conftest import WATER

from reportreader.errors import InputError
from reportreader.notes.annotation import (
    AnnotationId,
    AnnotationKind,
    PlacedBy,
    PlacementState,
    ReportId,
)
from reportreader.services.adding import add_paths
from reportreader.services.annotating import (
    AnnotationDraft,
    add_annotation,
    delete_annotations,
    redo,
    undo,
)
from reportreader.services.opening import Library
from reportreader.services.reading import open_report
from reportreader.services.reviewing import (
    accept_place,
    keep_unplaced,
    list_reviews,
    review_annotation,
)

GONE = "山区管网老化，冬季供水不稳。"
CHANGED = "全县完成饮水工程三十处，惠及群众两万人。"
SAME = "明年再修管网四十公里"


def annotate(library: Library, report_id: ReportId, passage: str) -> AnnotationId:
    opened = open_report(library, report_id)
    start = opened.document.text.index(passage)
    draft = AnnotationDraft(kind=AnnotationKind.HIGHLIGHT, start=start, end=start + len(passage))
    return add_annotation(library, opened, draft).annotation.annotation_id


def change(library: Library, folder: Path, *edits: tuple[str, str]) -> None:
    """A new version of the report in which the first of each pair stands as the second."""
    text = WATER
    for old, new in edits:
        text = text.replace(old, new)
    (folder / "water.txt").write_text(text, encoding="utf-8")
    add_paths(library, [folder / "water.txt"])


def queue(library: Library) -> list[tuple[AnnotationId, PlacementState]]:
    return [
        (one.placed.annotation.annotation_id, one.placed.placement.state)
        for one in list_reviews(library)
    ]


@pytest.fixture
def lost(library: Library, water: ReportId, folder: Path) -> AnnotationId:
    """An annotation whose passage is gone from the second version."""
    made = annotate(library, water, GONE)
    annotate(library, water, SAME)
    change(library, folder, (GONE, "均已解决。"))
    return made


def test_only_what_has_no_settled_place_waits(
    library: Library, water: ReportId, folder: Path
) -> None:
    gone = annotate(library, water, GONE)
    changed = annotate(library, water, CHANGED)
    annotate(library, water, SAME)
    assert queue(library) == []
    change(library, folder, (GONE, "均已解决。"), ("三十处", "三十一处"))
    assert queue(library) == [(changed, PlacementState.CHANGED), (gone, PlacementState.LOST)]


def test_the_old_passage_stands_beside_the_candidates(
    library: Library, water: ReportId, folder: Path
) -> None:
    made = annotate(library, water, CHANGED)
    change(library, folder, ("三十处", "三十一处"))
    review = review_annotation(library, made)
    assert review.old.passage == CHANGED
    assert review.old.before.endswith("一、总体情况\n")
    assert review.old.behind.startswith("水质检测")
    best = review.candidates[0]
    assert best.excerpt.passage == CHANGED.replace("三十处", "三十一处")
    assert best.section_path == ("一、总体情况",)
    assert len({(one.start, one.end) for one in review.candidates}) == len(review.candidates)


def test_an_accepted_place_is_a_persons_and_can_be_undone(
    library: Library, water: ReportId, folder: Path
) -> None:
    made = annotate(library, water, CHANGED)
    change(library, folder, ("三十处", "三十一处"))
    best = review_annotation(library, made).candidates[0]
    placed = accept_place(library, made, best.start, best.end)
    assert placed.placement.placed_by is PlacedBy.PERSON
    assert (placed.placement.start, placed.placement.end) == (best.start, best.end)
    assert queue(library) == []
    undo(library)
    assert queue(library) == [(made, PlacementState.CHANGED)]
    redo(library)
    assert queue(library) == []


def test_a_place_outside_the_text_settles_nothing(library: Library, lost: AnnotationId) -> None:
    with pytest.raises(InputError):
        accept_place(library, lost, 5, 100_000)
    assert queue(library) == [(lost, PlacementState.LOST)]


def test_kept_without_a_place_until_undone(library: Library, lost: AnnotationId) -> None:
    placed = keep_unplaced(library, lost)
    assert (placed.placement.start, placed.placement.state) == (None, PlacementState.LOST)
    assert placed.annotation.quote == GONE
    assert queue(library) == []
    undo(library)
    assert queue(library) == [(lost, PlacementState.LOST)]


def test_the_next_version_asks_again_about_what_was_kept(
    library: Library, lost: AnnotationId, folder: Path
) -> None:
    keep_unplaced(library, lost)
    change(library, folder, (GONE, "全部解决。"))
    assert queue(library) == [(lost, PlacementState.LOST)]


def test_what_comes_back_needs_no_decision(
    library: Library, lost: AnnotationId, folder: Path
) -> None:
    assert queue(library) == [(lost, PlacementState.LOST)]
    change(library, folder, ("两万人", "两万多人"))
    assert queue(library) == []


def test_a_later_version_is_carried_from_the_persons_place(
    library: Library, lost: AnnotationId, water: ReportId, folder: Path
) -> None:
    text = open_report(library, water).document.text
    start = text.index("均已解决")
    accept_place(library, lost, start, start + 4)
    change(library, folder, (GONE, "均已解决。"), ("两万人", "两万多人"))
    assert queue(library) == []
    (placed,) = [
        one
        for one in open_report(library, water).annotations
        if one.annotation.annotation_id == lost
    ]
    text = open_report(library, water).document.text
    assert text[placed.placement.start : placed.placement.end] == "均已解决"


def test_the_trash_does_not_wait(library: Library, lost: AnnotationId) -> None:
    delete_annotations(library, [lost])
    assert queue(library) == []
