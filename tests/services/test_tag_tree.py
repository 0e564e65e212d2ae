"""The tags as a tree: counts, order, companions, finding by parts and initials, making and moving."""

import pytest

from reportreader.errors import InputError
from reportreader.notes.annotation import AnnotationKind, Colour, ReportId
from reportreader.services.annotating import (
    AnnotationDraft,
    add_annotation,
    delete_annotations,
    redo,
    tag_annotations,
    undo,
)
from reportreader.services.codebook import (
    create_tag,
    delete_tags,
    describe_tag,
    move_tags,
    uncolour_tag,
)
from reportreader.services.opening import Library
from reportreader.services.reading import open_report
from reportreader.services.tag_finding import find_tags, recent_tags, with_ancestors
from reportreader.services.tag_tree import list_tag_tree, most_used_first, tag_details

_KNOWN = ("出行", "民生", "民生/饮水", "民生/饮水/水质", "营商/税费", "饮水安全")


def tagged(library: Library, report_id: ReportId, *tags: str) -> AnnotationDraft:
    draft = AnnotationDraft(kind=AnnotationKind.HIGHLIGHT, start=0, end=4, tags=tags)
    add_annotation(library, open_report(library, report_id), draft)
    return draft


def names(library: Library) -> list[str]:
    return [entry.name for entry in list_tag_tree(library)]


def test_a_passage_with_two_tags_below_one_counts_once_there(
    library: Library, water: ReportId, roads: ReportId
) -> None:
    tagged(library, water, "民生/饮水", "民生/出行")
    tagged(library, roads, "民生/出行")
    tree = {entry.name: entry for entry in list_tag_tree(library)}
    assert list(tree) == ["民生", "民生/出行", "民生/饮水"]
    assert (tree["民生"].passage_count, tree["民生"].report_count) == (2, 2)
    assert (tree["民生"].own_count, tree["民生/出行"].own_count) == (0, 2)
    assert [(entry.depth, entry.label) for entry in tree.values()][1] == (1, "出行")


def test_children_can_stand_by_their_use(library: Library, water: ReportId) -> None:
    for tags in (("甲/一",), ("乙/二",), ("乙/三",), ("乙/三",)):
        tagged(library, water, *tags)
    ordered = most_used_first(list_tag_tree(library))
    assert [entry.name for entry in ordered] == ["乙", "乙/三", "乙/二", "甲", "甲/一"]


def test_a_tag_is_looked_at_closely(library: Library, water: ReportId, roads: ReportId) -> None:
    tagged(library, water, "民生/饮水", "整改")
    tagged(library, water, "民生", "整改", "水质")
    tagged(library, roads, "出行")
    details = tag_details(library, "民生")
    assert [(report, count) for report, _, count in details.reports] == [(water, 2)]
    assert details.companions == (("整改", 2), ("水质", 1))


def test_a_new_tag_is_there_until_its_making_is_undone(library: Library) -> None:
    assert create_tag(library, " #民生／ 饮水 ") == "民生/饮水"
    assert names(library) == ["民生", "民生/饮水"]
    undo(library)
    assert names(library) == []
    redo(library)
    assert names(library) == ["民生", "民生/饮水"]


def test_undoing_the_first_use_of_a_tag_leaves_no_empty_tag(
    library: Library, water: ReportId
) -> None:
    target = open_report(library, water)
    draft = AnnotationDraft(kind=AnnotationKind.HIGHLIGHT, start=0, end=4)
    placed = add_annotation(library, target, draft)
    tag_annotations(library, [placed.annotation.annotation_id], "新词")
    undo(library)
    assert names(library) == []


def test_tags_that_only_the_trash_bears_are_left_out(library: Library, water: ReportId) -> None:
    draft = AnnotationDraft(kind=AnnotationKind.HIGHLIGHT, start=0, end=4, tags=("待查",))
    placed = add_annotation(library, open_report(library, water), draft)
    delete_annotations(library, [placed.annotation.annotation_id])
    assert names(library) == []
    describe_tag(library, "待查", description="还要问一次")
    assert names(library) == ["待查"]


def test_several_tags_are_moved_below_another_at_once(library: Library, water: ReportId) -> None:
    tagged(library, water, "饮水/水质", "出行")
    move_tags(library, ["饮水", "饮水/水质", "出行"], "民生")
    assert names(library) == ["民生", "民生/出行", "民生/饮水", "民生/饮水/水质"]
    undo(library)
    assert names(library) == ["出行", "饮水", "饮水/水质"]


def test_tags_are_moved_to_the_top(library: Library, water: ReportId) -> None:
    tagged(library, water, "民生/饮水/水质")
    move_tags(library, ["民生/饮水"], "")
    assert names(library) == ["饮水", "饮水/水质"]


def test_a_tag_is_not_moved_into_itself(library: Library, water: ReportId) -> None:
    tagged(library, water, "民生/饮水")
    with pytest.raises(InputError) as caught:
        move_tags(library, ["民生"], "民生/饮水")
    assert caught.value.message_id.endswith("tag_within_itself")
    assert names(library) == ["民生", "民生/饮水"]


def test_several_tags_are_deleted_in_one_change(library: Library, water: ReportId) -> None:
    tagged(library, water, "甲/一", "乙", "丙")
    delete_tags(library, ["甲", "甲/一", "乙"])
    assert names(library) == ["丙"]
    undo(library)
    assert names(library) == ["丙", "乙", "甲", "甲/一"]


def test_a_colour_is_taken_away_and_given_back(library: Library) -> None:
    describe_tag(library, "民生", colour=Colour.RED)
    uncolour_tag(library, "民生")
    assert [entry.colour for entry in list_tag_tree(library)] == [None]
    undo(library)
    assert [entry.colour for entry in list_tag_tree(library)] == [Colour.RED]


def test_tags_used_last_come_first(library: Library, water: ReportId) -> None:
    for tag in ("甲", "乙", "丙"):
        tagged(library, water, tag)
    assert recent_tags(library, 2) == ("丙", "乙")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("饮水", ("饮水安全", "民生/饮水", "民生/饮水/水质")),
        ("民生/饮", ("民生/饮水", "民生/饮水/水质")),
        ("民生", ("民生", "民生/饮水", "民生/饮水/水质")),
        ("＃民生／饮水", ("民生/饮水", "民生/饮水/水质")),
        ("ysaq", ("饮水安全",)),
        ("MS/YS", ("民生/饮水", "民生/饮水/水质")),
        ("sz", ("民生/饮水/水质",)),
        ("飲水", ("饮水安全", "民生/饮水", "民生/饮水/水质")),
        ("没有", ()),
        ("", _KNOWN),
    ],
)
def test_tags_are_found_by_parts_and_initials(typed: str, found: tuple[str, ...]) -> None:
    assert find_tags(_KNOWN, typed) == found


def test_levels_above_can_be_completed_too() -> None:
    assert with_ancestors(["甲/一/子", "乙"]) == ("乙", "甲", "甲/一", "甲/一/子")
