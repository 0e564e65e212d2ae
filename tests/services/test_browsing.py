"""Lists, shelves, filters, previews, and reports found by what a person calls them."""

from pathlib import Path

import pytest

from reportreader.errors import AmbiguousError, NotFoundError
from reportreader.notes.annotation import ReportId
from reportreader.services.adding import add_bytes, add_paths
from reportreader.services.browsing import (
    ReportFilter,
    ReportOrder,
    Shelf,
    continue_reading,
    count_reports,
    find_report,
    get_report,
    list_issuers,
    list_reports,
    list_shelves,
    list_years,
    place_in_list,
    preview_report,
    remove_reports,
    restore_reports,
)
from reportreader.services.opening import Library
from reportreader.services.reading import open_report, save_place


def _ids(library: Library, wanted: ReportFilter) -> list[ReportId]:
    return [one.report_id for one in list_reports(library, wanted)]


@pytest.mark.parametrize("order", ReportOrder)
def test_the_place_of_a_report_is_that_in_its_list(library: Library, order: ReportOrder) -> None:
    for number in range(7):
        add_bytes(library, f"第{number % 3}号通报\n正文{'长' * number}。\n".encode(), f"{number}")
    removed = list_reports(library)[2].report_id
    remove_reports(library, [removed])
    for descending in (True, False):
        for wanted in (ReportFilter(), ReportFilter(text="1号"), ReportFilter(shelf=Shelf.TRASH)):
            listed = list_reports(library, wanted, order, descending=descending)
            for index, one in enumerate(listed):
                place = place_in_list(library, one.report_id, wanted, order, descending=descending)
                assert place == index
    assert place_in_list(library, removed, ReportFilter(), order, descending=True) is None


@pytest.mark.parametrize("order", ReportOrder)
def test_pages_of_a_list_joined_are_the_list(library: Library, order: ReportOrder) -> None:
    for number in range(7):
        add_bytes(library, f"第{number % 3}号通报\n正文{'长' * number}。\n".encode(), f"{number}")
    for descending in (True, False):
        whole = list_reports(library, order=order, descending=descending)
        pages = [
            list_reports(library, order=order, descending=descending, start=start, limit=3)
            for start in (0, 3, 6, 9)
        ]
        assert tuple(one for page in pages for one in page) == whole
        assert len({one.report_id for one in whole}) == 7
        assert [len(page) for page in pages] == [3, 3, 1, 0]


def test_orders(library: Library, water: ReportId, roads: ReportId) -> None:
    def ordered(order: ReportOrder) -> list[ReportId]:
        return [one.report_id for one in list_reports(library, order=order, descending=False)]

    assert ordered(ReportOrder.ADDED) == [water, roads]
    assert ordered(ReportOrder.DATE) == [roads, water]
    assert ordered(ReportOrder.LENGTH) == [roads, water]
    assert ordered(ReportOrder.TITLE) == [roads, water]
    assert ordered(ReportOrder.ISSUER) == [roads, water]


def test_titles_stand_in_the_order_of_their_pinyin(library: Library) -> None:
    for title in ("中小学情况", "安全情况", "民生情况", "保障情况"):
        add_bytes(library, f"{title}\n正文一段。\n".encode(), title)
    titles = [one.title for one in list_reports(library, order=ReportOrder.TITLE, descending=False)]
    assert titles == ["安全情况", "保障情况", "民生情况", "中小学情况"]


@pytest.mark.parametrize(
    "text",
    ["饮水", "飲水", "水务局", "ysgc", "YSGC", "mxysgc", "mxgc", " 饮水 "],
)
def test_filter_by_part_of_title_or_issuer_or_initials(
    library: Library, water: ReportId, roads: ReportId, text: str
) -> None:
    assert _ids(library, ReportFilter(text=text)) == [water]
    assert count_reports(library, ReportFilter(text=text)) == 1


@pytest.mark.parametrize("text", ["%", "_", "'", '"', "\\", "没有这个", "zzzz"])
def test_filters_that_match_nothing(
    library: Library, water: ReportId, roads: ReportId, text: str
) -> None:
    assert _ids(library, ReportFilter(text=text)) == []


def test_filter_by_issuer_and_year(library: Library, water: ReportId, roads: ReportId) -> None:
    assert _ids(library, ReportFilter(issuer="某县交通局")) == [roads]
    assert _ids(library, ReportFilter(year="2024")) == [water]
    assert _ids(library, ReportFilter(year="2024", issuer="某县交通局")) == []
    assert list_issuers(library) == (("某县交通局", 1), ("某县水务局", 1))
    assert list_years(library) == (("2024", 1), ("2023", 1))


def test_shelves_follow_reading(library: Library, water: ReportId, roads: ReportId) -> None:
    length = get_report(library, water).length
    save_place(library, water, 10, furthest=length // 2)
    assert _ids(library, ReportFilter(shelf=Shelf.READING)) == [water]
    assert _ids(library, ReportFilter(shelf=Shelf.UNREAD)) == [roads]
    assert continue_reading(library) == get_report(library, water)
    save_place(library, water, 10, furthest=length)
    assert _ids(library, ReportFilter(shelf=Shelf.FINISHED)) == [water]
    assert continue_reading(library) is None
    remove_reports(library, [roads])
    assert list_shelves(library) == {
        Shelf.ALL: 1,
        Shelf.UNREAD: 0,
        Shelf.READING: 0,
        Shelf.FINISHED: 1,
        Shelf.WITH_NOTES: 0,
        Shelf.TRASH: 1,
    }
    assert _ids(library, ReportFilter(shelf=Shelf.TRASH)) == [roads]


def test_the_trash_gives_back(library: Library, water: ReportId) -> None:
    remove_reports(library, [water])
    assert count_reports(library) == 0
    assert get_report(library, water).deleted
    restore_reports(library, [water])
    assert _ids(library, ReportFilter()) == [water]
    with pytest.raises(NotFoundError):
        remove_reports(library, [ReportId(99)])


def test_a_report_is_found_by_id_path_and_title(
    library: Library,
    water: ReportId,
    roads: ReportId,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(folder)
    for reference in (str(water), "water.txt", str(folder / "water.txt"), "饮水", "飲水工程"):
        assert find_report(library, reference).report_id == water


def test_a_name_that_fits_several_lists_them(
    library: Library, water: ReportId, roads: ReportId
) -> None:
    with pytest.raises(AmbiguousError) as caught:
        find_report(library, "某县")
    assert str(caught.value.values["candidates"]).splitlines() == [
        f"{roads}  某县农村公路养护情况",
        f"{water}  某县饮水工程报告",
    ]


def test_a_whole_title_wins_over_longer_ones(library: Library) -> None:
    for title in ("工作情况", "工作情况汇总"):
        add_bytes(library, f"{title}\n正文一段。\n".encode(), title)
    assert find_report(library, "工作情况").title == "工作情况"


@pytest.mark.parametrize("reference", ["", "  ", "99", "没有", "9" * 40, "\0"])
def test_an_unknown_name_is_not_found(library: Library, water: ReportId, reference: str) -> None:
    with pytest.raises(NotFoundError):
        find_report(library, reference)


def test_a_preview_shows_outline_and_opening(library: Library, water: ReportId) -> None:
    preview = preview_report(library, water)
    document = open_report(library, water).document
    assert preview.summary == get_report(library, water)
    assert preview.sections == document.sections
    assert preview.metadata == document.metadata
    assert document.text.startswith(preview.opening)
    assert preview.opening


def test_removed_and_added_reports_never_share_a_number(
    library: Library, water: ReportId, folder: Path
) -> None:
    remove_reports(library, [water])
    (file,) = add_paths(library, [folder / "roads.txt"]).files
    assert file.report_id != water
