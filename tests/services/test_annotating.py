"""Annotations: made, changed, tagged, thrown away and fetched back; nothing overwritten unseen."""

import pytest

from reportreader.errors import ConflictError, InputError, NotFoundError
from reportreader.notes.annotation import (
    AnnotationId,
    AnnotationKind,
    Colour,
    PlacedBy,
    PlacementState,
    ReportId,
)
from reportreader.services.annotating import (
    AnnotationDraft,
    AnnotationFilter,
    add_annotation,
    delete_annotations,
    edit_annotation,
    find_annotation,
    get_annotation,
    list_annotations,
    list_tags,
    move_annotation,
    report_annotations,
    restore_annotations,
    set_mark,
    tag_annotations,
    tag_reports,
)
from reportreader.services.browsing import ReportFilter, get_report, list_report_tags, list_reports
from reportreader.services.opening import Library, open_library
from reportreader.services.reading import OpenedReport, open_report


@pytest.fixture
def opened(library: Library, water: ReportId) -> OpenedReport:
    return open_report(library, water)


def _draft(opened: OpenedReport, passage: str, **values: object) -> AnnotationDraft:
    start = opened.document.text.index(passage)
    return AnnotationDraft(
        kind=AnnotationKind.HIGHLIGHT,
        start=start,
        end=start + len(passage),
        **values,  # type: ignore[arg-type]
    )


def test_an_annotation_holds_quote_context_and_section(
    library: Library, opened: OpenedReport
) -> None:
    made = add_annotation(
        library,
        opened,
        _draft(opened, "山区管网老化", colour=Colour.GREEN, body="去看看", tags=("民生/饮水",)),
    )
    annotation = made.annotation
    assert annotation.quote == "山区管网老化"
    assert annotation.prefix.endswith("存在问题\n")
    assert annotation.suffix.startswith("，冬季供水不稳")
    assert annotation.heading_path[-1].endswith("存在问题")
    assert annotation.colour is Colour.GREEN
    assert annotation.tags == ("民生/饮水",)
    assert annotation.revision == 1
    assert made.placement.state is PlacementState.EXACT


def test_it_is_on_disk_before_the_call_returns(library: Library, opened: OpenedReport) -> None:
    made = add_annotation(library, opened, _draft(opened, "三十处"))
    with open_library(library.path, read_only=True) as other:
        assert report_annotations(other, opened.report_id) == (made,)


@pytest.mark.parametrize(("start", "end"), [(5, 5), (7, 5), (-1, 4), (3, 10_000)])
def test_a_passage_outside_the_text_is_refused(
    library: Library, opened: OpenedReport, start: int, end: int
) -> None:
    draft = AnnotationDraft(kind=AnnotationKind.HIGHLIGHT, start=start, end=end)
    with pytest.raises(InputError) as caught:
        add_annotation(library, opened, draft)
    assert caught.value.message_id == "passage_outside"
    assert report_annotations(library, opened.report_id) == ()


def test_two_windows_cannot_overwrite_each_other_unseen(
    library: Library, opened: OpenedReport
) -> None:
    made = add_annotation(library, opened, _draft(opened, "三十处", body="一"))
    annotation_id = made.annotation.annotation_id
    with open_library(library.path) as second:
        edit_annotation(second, annotation_id, expected_revision=1, body="二")
    with pytest.raises(ConflictError) as caught:
        edit_annotation(library, annotation_id, expected_revision=1, body="三")
    assert caught.value.message_id == "annotation_changed_elsewhere"
    assert get_annotation(library, annotation_id).placed.annotation.body == "二"


def test_editing_changes_what_is_given_and_nothing_else(
    library: Library, opened: OpenedReport
) -> None:
    made = add_annotation(
        library, opened, _draft(opened, "三十处", body="一", tags=("甲",))
    ).annotation
    first = edit_annotation(library, made.annotation_id, expected_revision=1, tags=("乙", "丙"))
    assert (first.annotation.body, first.annotation.tags) == ("一", ("丙", "乙"))
    second = edit_annotation(
        library, made.annotation_id, expected_revision=2, colour=Colour.RED
    ).annotation
    assert (second.body, second.tags, second.colour) == ("一", ("丙", "乙"), Colour.RED)
    assert (second.quote, second.created, second.revision) == (made.quote, made.created, 3)


def test_control_characters_do_not_get_in(library: Library, opened: OpenedReport) -> None:
    made = add_annotation(
        library, opened, _draft(opened, "三十处", body="红\x1b[31m\t行\n二", tags=("a\x1bb\nc",))
    ).annotation
    assert "\x1b" not in made.body
    assert made.body.endswith("\t行\n二")
    assert not any(character < " " for tag in made.tags for character in tag)


def test_the_trash_keeps_and_gives_back(library: Library, opened: OpenedReport) -> None:
    made = add_annotation(library, opened, _draft(opened, "三十处", tags=("甲",))).annotation
    assert get_report(library, opened.report_id).note_count == 1
    delete_annotations(library, [made.annotation_id])
    assert report_annotations(library, opened.report_id) == ()
    assert get_report(library, opened.report_id).note_count == 0
    assert list_tags(library) == ()
    (kept,) = list_annotations(library, AnnotationFilter(in_trash=True))
    assert kept.placed.annotation.annotation_id == made.annotation_id
    restore_annotations(library, [made.annotation_id])
    (back,) = report_annotations(library, opened.report_id)
    assert (back.annotation.quote, back.annotation.tags) == (made.quote, ("甲",))


def test_a_mark_stands_in_one_place(library: Library, opened: OpenedReport) -> None:
    set_mark(library, opened, "a", 10)
    set_mark(library, opened, "b", 20)
    set_mark(library, opened, "a", 30)
    marks = {
        placed.annotation.body: placed.placement.start
        for placed in report_annotations(library, opened.report_id)
    }
    assert marks == {"a": 30, "b": 20}
    assert get_report(library, opened.report_id).note_count == 0


def test_bookmarks_are_counted_apart(library: Library, opened: OpenedReport) -> None:
    draft = AnnotationDraft(kind=AnnotationKind.BOOKMARK, start=4, end=4, body="这里")
    add_annotation(library, opened, draft)
    summary = get_report(library, opened.report_id)
    assert (summary.note_count, summary.bookmark_count) == (0, 1)


def test_a_person_places_an_annotation_anew(library: Library, opened: OpenedReport) -> None:
    made = add_annotation(library, opened, _draft(opened, "三十处")).annotation
    moved = move_annotation(library, opened, made.annotation_id, 2, 6)
    assert (moved.placement.start, moved.placement.end) == (2, 6)
    assert moved.placement.state is PlacementState.CHANGED
    assert moved.placement.placed_by is PlacedBy.PERSON
    assert moved.annotation.quote == "三十处"


def test_filters(library: Library, opened: OpenedReport, roads: ReportId) -> None:
    other = open_report(library, roads)
    first = add_annotation(
        library, opened, _draft(opened, "三十处", tags=("民生/饮水",), body="核实数字")
    ).annotation.annotation_id
    second = add_annotation(
        library, other, _draft(other, "三百公里", colour=Colour.BLUE, tags=("民生",))
    ).annotation.annotation_id
    third = add_annotation(
        library, other, AnnotationDraft(kind=AnnotationKind.REPORT_NOTE, body="总的印象")
    ).annotation.annotation_id

    def found(wanted: AnnotationFilter) -> list[AnnotationId]:
        return [one.placed.annotation.annotation_id for one in list_annotations(library, wanted)]

    assert found(AnnotationFilter()) == [first, third, second]
    assert found(AnnotationFilter(tag="民生")) == [first, second]
    assert found(AnnotationFilter(tag="民生/饮水")) == [first]
    assert found(AnnotationFilter(colour=Colour.BLUE)) == [second]
    assert found(AnnotationFilter(kinds=frozenset((AnnotationKind.REPORT_NOTE,)))) == [third]
    assert found(AnnotationFilter(report_id=roads)) == [third, second]
    assert found(AnnotationFilter(text="数字")) == [first]
    assert found(AnnotationFilter(text="百公里")) == [second]
    assert found(AnnotationFilter(text="没有这句话")) == []
    assert found(AnnotationFilter(state=PlacementState.LOST)) == []


def test_an_annotation_is_found_by_the_end_of_its_id(
    library: Library, opened: OpenedReport
) -> None:
    made = add_annotation(library, opened, _draft(opened, "三十处"))
    annotation_id = made.annotation.annotation_id
    assert find_annotation(library, annotation_id[-6:].lower()) == made
    with pytest.raises(NotFoundError):
        find_annotation(library, "!")


def test_tags_on_many_annotations_at_once(library: Library, opened: OpenedReport) -> None:
    ids = [
        add_annotation(library, opened, _draft(opened, passage)).annotation.annotation_id
        for passage in ("三十处", "两万人", "四十公里")
    ]
    tag_annotations(library, ids, " #民生／ 饮水 ")
    tag_annotations(library, ids[:1], "重要")
    assert list_tags(library) == (("民生/饮水", 3), ("重要", 1))
    tag_annotations(library, ids[1:], "民生/饮水", remove=True)
    assert list_tags(library) == (("民生/饮水", 1), ("重要", 1))
    with pytest.raises(InputError) as caught:
        tag_annotations(library, ids, " / ")
    assert caught.value.message_id == "tag_empty"


def test_tags_on_reports_make_shelves(
    library: Library, opened: OpenedReport, roads: ReportId
) -> None:
    tag_reports(library, [opened.report_id, roads], "基层")
    tag_reports(library, [roads], "基层", remove=True)
    assert list_report_tags(library) == (("基层", 1),)
    (found,) = list_reports(library, ReportFilter(tag="基层"))
    assert (found.report_id, found.tags) == (opened.report_id, ("基层",))
