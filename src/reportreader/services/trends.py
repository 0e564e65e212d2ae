"""Trends: how often something is said, over the dates of publication.

Rates are per 10,000 字, counted as lists count them: the code points of a report.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from reportreader.analysis.concordance import rate
from reportreader.analysis.queries import Or, Query, Term, find_hits, parse_query
from reportreader.analysis.terms import TermGroup, TermMatcher
from reportreader.library.documents import iter_current_texts
from reportreader.library.library import Library
from reportreader.library.listing import get_summaries
from reportreader.library.publishing import lengths_by_month
from reportreader.library.summary import ReportFilter, ReportSummary
from reportreader.notes.annotation import ReportId
from reportreader.services.browsing import list_reports
from reportreader.services.concordance import answering_reports

_EVERYTHING = ReportFilter()
_YEAR_LENGTH = len("2021")
_MONTH_LENGTH = len("2021-07")
Count = Callable[[str], int]


class TrendUnit(StrEnum):
    """How long a point of a trend is."""

    YEAR = "year"
    MONTH = "month"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendPoint:
    """What was published in a `period`: `2021`, `2021-07`, or empty for reports without a year.

    By month, `2021` stands for reports of that year whose month is not known. `reports` counts
    those with hits, `all_reports` all; `length` is the code points of all.
    """

    period: str
    count: int = 0
    reports: int = 0
    all_reports: int = 0
    length: int = 0

    @property
    def rate(self) -> float:
        """Hits per 10,000 字."""
        return rate(self.count, self.length)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """The points of every period in which anything was published, ascending.

    `undated` holds what cannot be placed; `report_counts` the reports with hits, most hits first.
    """

    name: str
    unit: TrendUnit
    points: tuple[TrendPoint, ...] = ()
    undated: TrendPoint = TrendPoint(period="")
    report_counts: tuple[tuple[ReportSummary, int], ...] = ()

    @property
    def count(self) -> int:
        """All hits."""
        return self.undated.count + sum(point.count for point in self.points)


def find_trend(library: Library, query: str, *, unit: TrendUnit) -> Trend:
    """How often the terms of `query` occur, in the reports that answer it."""
    parsed = parse_query(query)
    if parsed is None:
        return Trend(name=query, unit=unit)
    with library.snapshot():
        report_ids = answering_reports(library, parsed, _EVERYTHING)
        return _make_trend(
            library, query, unit, report_ids, lambda text: len(find_hits(text, parsed))
        )


def find_group_trend(library: Library, group: TermGroup, *, unit: TrendUnit) -> Trend:
    """How often the terms of a group occur in all reports, wherever the group is painted."""
    matcher = TermMatcher([replace(group, enabled=True)])
    with library.snapshot():
        report_ids = _reports_with(library, group)
        return _make_trend(
            library, group.name, unit, report_ids, lambda text: len(matcher.find(text))
        )


def period_of(date: str, unit: TrendUnit) -> str:
    """The period that an ISO date, however much of it is known, falls into; empty for none."""
    year = date[:_YEAR_LENGTH]
    if len(year) < _YEAR_LENGTH or not year.isdigit():
        return ""
    month = date[_YEAR_LENGTH + 1 : _MONTH_LENGTH]
    is_known = len(month) == _MONTH_LENGTH - _YEAR_LENGTH - 1 and month.isdigit()
    return date[:_MONTH_LENGTH] if unit is TrendUnit.MONTH and is_known else year


def _reports_with(library: Library, group: TermGroup) -> Sequence[ReportId]:
    """Reports that may hold a term of the group; all where a pattern cannot be looked up."""
    spellings = [spelling for term in group.terms for spelling in term.spellings]
    terms = tuple(Term(text=spelling) for spelling in spellings if parse_query(spelling))
    if group.patterns:
        return [report.report_id for report in list_reports(library)]
    if not terms:
        return ()
    query: Query = terms[0] if len(terms) == 1 else Or(parts=terms)
    return answering_reports(library, query, _EVERYTHING)


def _make_trend(
    library: Library, name: str, unit: TrendUnit, report_ids: Sequence[ReportId], count: Count
) -> Trend:
    counts = {
        report_id: found
        for report_id, text in iter_current_texts(library, report_ids)
        if (found := count(text))
    }
    summaries = get_summaries(library, list(counts))
    counted = [(summaries[report_id], found) for report_id, found in counts.items()]
    points = _points(counted, lengths_by_month(library, _EVERYTHING), unit)
    undated = points.pop("", TrendPoint(period=""))
    return Trend(
        name=name,
        unit=unit,
        points=tuple(points[period] for period in sorted(points)),
        undated=undated,
        report_counts=tuple(sorted(counted, key=lambda one: (-one[1], one[0].report_id))),
    )


def _points(
    counted: Sequence[tuple[ReportSummary, int]],
    published: Sequence[tuple[str, int, int]],
    unit: TrendUnit,
) -> dict[str, TrendPoint]:
    """A point for every period in which anything was published."""
    hits: Counter[str] = Counter()
    reports: Counter[str] = Counter()
    for summary, found in counted:
        period = period_of(summary.date, unit)
        hits[period] += found
        reports[period] += 1
    totals: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    for date, number, length in published:
        total = totals[period_of(date, unit)]
        total[0] += number
        total[1] += length
    return {
        period: TrendPoint(
            period=period,
            count=hits[period],
            reports=reports[period],
            all_reports=number,
            length=length,
        )
        for period, (number, length) in totals.items()
    }
