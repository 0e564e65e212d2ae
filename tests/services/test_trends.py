"""Trends over the dates of publication."""

import pytest

from reportreader.analysis.terms import Term, TermGroup
from reportreader.notes.annotation import ReportId
from reportreader.services.adding import add_bytes
from reportreader.services.browsing import get_report
from reportreader.services.opening import Library
from reportreader.services.trends import (
    Trend,
    TrendUnit,
    find_group_trend,
    find_trend,
    period_of,
)


def add(library: Library, title: str, dated: str, body: str) -> ReportId:
    text = f"{title}\n{dated}\n\n{body}\n"
    report_id = add_bytes(library, text.encode(), title).report_id
    assert report_id is not None
    return report_id


@pytest.fixture
def dated(library: Library) -> Library:
    """Reports of two years, one of them of a year only, and one without a date."""
    add(library, "山区修路小结", "来源：某县交通局　2021年3月2日", "修路三处，修路费时。")
    add(library, "村道修路通报", "来源：某县交通局　2021年9月8日", "村道修路一处。")
    add(library, "河道清淤情况", "来源：某县水务局　2022年5月5日", "河道清淤两处。")
    add(library, "便民服务小结", "", "修路和养路都有人管。")
    return library


def summary(trend: Trend) -> list[tuple[str, int, int, int]]:
    return [(one.period, one.count, one.reports, one.all_reports) for one in trend.points]


def test_hits_are_counted_by_year_and_reports_without_date_apart(dated: Library) -> None:
    trend = find_trend(dated, "修路", unit=TrendUnit.YEAR)
    assert summary(trend) == [("2021", 5, 2, 2), ("2022", 0, 0, 1)]
    assert (trend.undated.count, trend.undated.reports) == (1, 1)
    assert trend.count == 6
    assert [count for _, count in trend.report_counts] == [3, 2, 1]


def test_hits_are_counted_by_month(dated: Library) -> None:
    trend = find_trend(dated, "修路", unit=TrendUnit.MONTH)
    assert summary(trend) == [("2021-03", 3, 1, 1), ("2021-09", 2, 1, 1), ("2022-05", 0, 0, 1)]


def test_a_rate_is_over_all_that_was_published(dated: Library) -> None:
    point = find_trend(dated, "修路", unit=TrendUnit.YEAR).points[0]
    length = sum(get_report(dated, ReportId(number)).length for number in (1, 2))
    assert point.length == length
    assert point.rate == pytest.approx(5 * 10_000 / length)


@pytest.mark.parametrize(
    ("date", "year", "month"),
    [
        ("2022-10-19T17:06", "2022", "2022-10"),
        ("2021-07", "2021", "2021-07"),
        ("2021", "2021", "2021"),
        ("--03-11", "", ""),
        ("", "", ""),
    ],
)
def test_partial_dates_count_as_far_as_they_are_known(date: str, year: str, month: str) -> None:
    assert period_of(date, TrendUnit.YEAR) == year
    assert period_of(date, TrendUnit.MONTH) == month


@pytest.mark.parametrize("patterns", [(), ("养?",)])
def test_a_group_counts_all_its_terms_even_when_it_is_off(
    dated: Library, patterns: tuple[str, ...]
) -> None:
    terms = (Term(text="修路", aliases=("清淤",)),)
    group = TermGroup(name="建设", terms=terms, patterns=patterns, enabled=False)
    trend = find_group_trend(dated, group, unit=TrendUnit.YEAR)
    assert [point.count for point in trend.points] == [5, 2]
    assert trend.undated.count == 1 + len(patterns)
    empty = find_group_trend(dated, TermGroup(name="空"), unit=TrendUnit.YEAR)
    assert empty.count == 0


def test_nothing_asked_gives_no_points(dated: Library) -> None:
    assert find_trend(dated, " ", unit=TrendUnit.YEAR).points == ()
