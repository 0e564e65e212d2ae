"""Concordance of the library, in every order."""

import pytest

from reportreader.notes.annotation import ReportId
from reportreader.services.adding import add_bytes
from reportreader.services.browsing import ReportFilter, remove_reports
from reportreader.services.concordance import LineOrder, find_library_concordance
from reportreader.services.opening import Library
from reportreader.services.reading import open_report


@pytest.fixture
def reports(library: Library, water: ReportId, roads: ReportId) -> tuple[ReportId, ReportId]:
    return water, roads


@pytest.mark.usefixtures("reports")
def test_every_place_is_a_line_that_says_where_it_stands(library: Library) -> None:
    found = find_library_concordance(library, "群众 OR 管网")
    assert found.is_complete
    assert found.report_count == 2
    assert len(found.lines) == 4
    for one in found.lines:
        text = open_report(library, one.report.report_id).document.text
        end = one.line.offset + len(one.line.keyword)
        assert text[one.line.offset : end] == one.line.keyword
        assert text[: one.line.offset].split()[-1][-3:] == one.line.left.split()[-1][-3:]


@pytest.mark.usefixtures("reports")
def test_lines_are_sorted_by_place_context_or_date(library: Library) -> None:
    def keys(order: LineOrder) -> list[str]:
        lines = find_library_concordance(library, "群众 OR 管网", order=order).lines
        return [f"{one.report.date[:4]}{one.line.left[-1:]}{one.line.right[:1]}" for one in lines]

    assert keys(LineOrder.PLACE) == ["2024及两", "2024区老", "2024修四", "2023，出"]
    assert keys(LineOrder.DATE) == keys(LineOrder.PLACE)
    assert [key[-1] for key in keys(LineOrder.RIGHT)] == ["出", "老", "两", "四"]
    assert [key[-2] for key in keys(LineOrder.LEFT)] == ["，", "及", "区", "修"]


def test_undated_reports_come_last_by_date(library: Library, roads: ReportId) -> None:
    undated = add_bytes(library, "便民小结\n\n群众很满意。\n".encode(), "a").report_id
    lines = find_library_concordance(library, "群众", order=LineOrder.DATE).lines
    assert [one.report.report_id for one in lines] == [roads, undated]


def test_a_limit_is_told(library: Library, reports: tuple[ReportId, ReportId]) -> None:
    water, _ = reports
    few = find_library_concordance(library, "群众 OR 管网", most_lines=1)
    assert [one.report.report_id for one in few.lines] == [water]
    assert not few.is_complete
    assert find_library_concordance(library, "群众 OR 管网", most_lines=4).is_complete


def test_filters_and_the_trash(library: Library, reports: tuple[ReportId, ReportId]) -> None:
    water, roads = reports
    of_2023 = find_library_concordance(library, "群众", report_filter=ReportFilter(year="2023"))
    assert [one.report.report_id for one in of_2023.lines] == [roads]
    remove_reports(library, [roads])
    lines = find_library_concordance(library, "群众").lines
    assert [one.report.report_id for one in lines] == [water]


@pytest.mark.usefixtures("reports")
def test_nothing_asked_or_found_gives_no_lines(library: Library) -> None:
    assert find_library_concordance(library, " ").lines == ()
    assert find_library_concordance(library, "航天").lines == ()


@pytest.mark.usefixtures("reports")
def test_work_that_nobody_waits_for_is_left(library: Library) -> None:
    stopped = find_library_concordance(library, "群众", should_stop=lambda: True)
    assert stopped.report_count == 1
