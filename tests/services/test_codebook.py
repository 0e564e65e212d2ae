"""The codebook of a library: described, renamed, merged, deleted, and every time undone."""

from collections.abc import Callable

import pytest

from reportreader.analysis.terms import TermGroup, TermScope
from reportreader.errors import InputError, NotFoundError
from reportreader.notes.annotation import AnnotationId, AnnotationKind, Colour, ReportId
from reportreader.notes.codebook import Code
from reportreader.services.annotating import (
    AnnotationDraft,
    add_annotation,
    delete_annotations,
    redo,
    tag_reports,
    undo,
)
from reportreader.services.browsing import get_report
from reportreader.services.codebook import (
    count_tag_pairs,
    delete_tag,
    describe_tag,
    import_codebook,
    list_codebook,
    merge_tag,
    rename_tag,
)
from reportreader.services.keywords import list_term_groups, save_term_group
from reportreader.services.maintaining import check_library
from reportreader.services.noting import get_annotation
from reportreader.services.opening import Library
from reportreader.services.reading import open_report


@pytest.fixture
def first(library: Library, water: ReportId) -> AnnotationId:
    return tagged(library, water, "民生/饮水", "整改")


@pytest.fixture
def second(library: Library, roads: ReportId) -> AnnotationId:
    return tagged(library, roads, "民计", "民生")


def tagged(library: Library, report_id: ReportId, *tags: str) -> AnnotationId:
    draft = AnnotationDraft(kind=AnnotationKind.HIGHLIGHT, start=0, end=4, tags=tags)
    return add_annotation(library, open_report(library, report_id), draft).annotation.annotation_id


def tags_of(library: Library, annotation_id: AnnotationId) -> tuple[str, ...]:
    return get_annotation(library, annotation_id).placed.annotation.tags


def counts(library: Library) -> dict[str, int]:
    return {code.name: code.annotation_count for code in list_codebook(library)}


def test_tags_are_counted_by_annotation_and_report(
    library: Library, first: AnnotationId, second: AnnotationId, water: ReportId
) -> None:
    tagged(library, water, "民生")
    codes = {code.name: code for code in list_codebook(library)}
    assert (codes["民生"].annotation_count, codes["民生"].report_count) == (2, 2)
    assert [code.name for code in list_codebook(library, report_id=water)] == [
        "整改",
        "民生",
        "民生/饮水",
    ]
    assert first != second


def test_what_lies_in_the_trash_is_not_counted(library: Library, first: AnnotationId) -> None:
    delete_annotations(library, [first])
    assert counts(library) == {}
    assert count_tag_pairs(library) == ()


def test_renaming_takes_along_what_is_below_and_all_that_bears_it(
    library: Library, first: AnnotationId, second: AnnotationId, water: ReportId
) -> None:
    tag_reports(library, [water], "民生/饮水")
    describe_tag(library, "民生/饮水", colour=Colour.BLUE, description="水量和水质")
    rename_tag(library, "民生", "社会/生活")
    assert tags_of(library, first) == ("整改", "社会/生活/饮水")
    assert tags_of(library, second) == ("民计", "社会/生活")
    assert get_report(library, water).tags == ("社会/生活/饮水",)
    codes = {code.name: code for code in list_codebook(library)}
    assert codes["社会/生活/饮水"].colour is Colour.BLUE
    assert codes["社会/生活/饮水"].description == "水量和水质"
    assert "民生/饮水" not in codes


def test_a_term_group_for_reports_of_a_tag_follows_it(
    library: Library, first: AnnotationId
) -> None:
    group = TermGroup(name="水", scope=TermScope.TAG, scope_value="民生/饮水")
    save_term_group(library, group)
    rename_tag(library, "民生", "生活")
    assert [one.scope_value for one in list_term_groups(library)] == ["生活/饮水"]
    undo(library)
    assert [one.scope_value for one in list_term_groups(library)] == ["民生/饮水"]
    assert tags_of(library, first) == ("整改", "民生/饮水")


def test_renaming_into_a_tag_that_is_there_makes_them_one(
    library: Library, second: AnnotationId
) -> None:
    rename_tag(library, "民计", "民生")
    assert tags_of(library, second) == ("民生",)
    undo(library)
    assert tags_of(library, second) == ("民生", "民计")


def test_a_tag_can_move_below_itself(library: Library, first: AnnotationId) -> None:
    rename_tag(library, "整改", "整改/台账")
    assert tags_of(library, first) == ("整改/台账", "民生/饮水")


def test_merging_is_one_change(library: Library, first: AnnotationId, second: AnnotationId) -> None:
    merge_tag(library, ["民计", "整改"], "待办")
    assert counts(library) == {"待办": 2, "民生": 1, "民生/饮水": 1}
    undo(library)
    assert counts(library) == {"整改": 1, "民生": 1, "民生/饮水": 1, "民计": 1}
    redo(library)
    assert tags_of(library, first) == ("待办", "民生/饮水")
    assert tags_of(library, second) == ("待办", "民生")


def test_merging_with_a_tag_that_is_not_there_changes_nothing(
    library: Library, first: AnnotationId
) -> None:
    with pytest.raises(NotFoundError):
        merge_tag(library, ["整改", "没有"], "民生")
    assert tags_of(library, first) == ("整改", "民生/饮水")


def test_a_deleted_tag_comes_back_with_its_description(
    library: Library, first: AnnotationId
) -> None:
    describe_tag(library, "民生", colour=Colour.RED, description="人的事")
    before = list_codebook(library)
    delete_tag(library, "民生")
    assert tags_of(library, first) == ("整改",)
    assert [code.name for code in list_codebook(library)] == ["整改"]
    undo(library)
    assert list_codebook(library) == before
    assert tags_of(library, first) == ("整改", "民生/饮水")


def test_the_library_stays_whole(library: Library, first: AnnotationId) -> None:
    rename_tag(library, "民生", "生活")
    merge_tag(library, ["整改"], "生活/饮水")
    undo(library)
    undo(library)
    redo(library)
    delete_tag(library, "生活")
    undo(library)
    assert check_library(library).is_whole
    assert tags_of(library, first) == ("整改", "生活/饮水")


def test_a_later_annotation_keeps_its_tag_when_all_is_undone(
    library: Library, first: AnnotationId, water: ReportId
) -> None:
    rename_tag(library, "民生", "生活")
    later = tagged(library, water, "生活/饮水")
    undo(library)
    undo(library)
    assert tags_of(library, first) == ("整改", "民生/饮水")
    assert tags_of(library, later) == ("生活/饮水",)
    assert check_library(library).is_whole


def test_a_codebook_is_read_without_losing_what_it_leaves_empty(library: Library) -> None:
    describe_tag(library, "民生", colour=Colour.RED, description="旧说明")
    codes = [Code(name="民生", description="新说明"), Code(name="新标签", colour=Colour.GREEN)]
    import_codebook(library, codes)
    assert [(one.name, one.colour, one.description) for one in list_codebook(library)] == [
        ("新标签", Colour.GREEN, ""),
        ("民生", Colour.RED, "新说明"),
    ]
    undo(library)
    assert [(one.name, one.description) for one in list_codebook(library)] == [("民生", "旧说明")]


def test_tags_that_go_together_are_counted(
    library: Library, first: AnnotationId, water: ReportId, roads: ReportId
) -> None:
    tagged(library, roads, "整改", "民生/饮水")
    assert count_tag_pairs(library) == (("整改", "民生/饮水", 2),)
    assert count_tag_pairs(library, report_id=water) == (("整改", "民生/饮水", 1),)
    assert tags_of(library, first)


@pytest.mark.parametrize(
    "change", [delete_tag, lambda library, tag: rename_tag(library, tag, "乙")]
)
def test_an_unknown_or_empty_tag_is_told(
    library: Library, change: Callable[[Library, str], None]
) -> None:
    with pytest.raises(NotFoundError) as caught:
        change(library, "没有")
    assert caught.value.message_id == "tag_missing"
    with pytest.raises(InputError):
        change(library, " / ")


def test_a_codebook_made_before_it_is_used_is_listed_whole(library: Library) -> None:
    import_codebook(library, [Code(name="水利/渠道"), Code(name="水利/机井")])

    assert [code.name for code in list_codebook(library)] == ["水利/机井", "水利/渠道"]
