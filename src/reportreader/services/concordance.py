"""Concordance of the library: every place where something stands, as keyword in context.

The index says which reports answer; only those are read.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from reportreader.analysis.concordance import (
    CONTEXT_LENGTH,
    ConcordanceLine,
    ContextOrder,
    context_key,
    find_text_concordance,
)
from reportreader.analysis.queries import Query, parse_query
from reportreader.library.documents import iter_current_texts
from reportreader.library.library import Library
from reportreader.library.listing import get_summaries
from reportreader.library.searching import ALL_REPORTS, SearchOrder, find_reports
from reportreader.library.summary import ReportFilter, ReportSummary
from reportreader.notes.annotation import ReportId

_EVERYTHING = ReportFilter()


class LineOrder(StrEnum):
    """What the lines of several reports are sorted by."""

    PLACE = "place"
    LEFT = "left"
    RIGHT = "right"
    DATE = "date"


_CONTEXTS = {LineOrder.LEFT: ContextOrder.LEFT, LineOrder.RIGHT: ContextOrder.RIGHT}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """A concordance line and the report it stands in."""

    report: ReportSummary
    line: ConcordanceLine


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryConcordance:
    """The lines for a query; `is_complete` is false where there may be more than `lines`."""

    query: str
    lines: tuple[ReportLine, ...] = ()
    is_complete: bool = True

    @property
    def report_count(self) -> int:
        """In how many reports the lines stand."""
        return len({one.report.report_id for one in self.lines})


def find_library_concordance(
    library: Library,
    query: str,
    *,
    report_filter: ReportFilter = _EVERYTHING,
    order: LineOrder = LineOrder.PLACE,
    context_length: int = CONTEXT_LENGTH,
    most_lines: int | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> LibraryConcordance:
    """Every line for `query`, those of the reports last published first taken up to `most_lines`.

    `context_length` counts code points on either side.
    """
    parsed = parse_query(query)
    if parsed is None:
        return LibraryConcordance(query=query)
    with library.snapshot():
        report_ids = answering_reports(library, parsed, report_filter)
        lines: list[ReportLine] = []
        summaries = get_summaries(library, report_ids)
        for report_id, text in iter_current_texts(library, report_ids):
            found = find_text_concordance(text, parsed, context_length=context_length)
            lines.extend(ReportLine(report=summaries[report_id], line=line) for line in found)
            is_enough = most_lines is not None and len(lines) > most_lines
            if is_enough or (should_stop is not None and should_stop()):
                break
        else:
            is_enough = False
    return LibraryConcordance(
        query=query,
        lines=tuple(sort_report_lines(lines[:most_lines], order)),
        is_complete=not is_enough,
    )


def answering_reports(
    library: Library, query: Query, report_filter: ReportFilter
) -> tuple[ReportId, ...]:
    """All reports that answer, the last published first."""
    found = find_reports(
        library,
        query,
        report_filter,
        SearchOrder.DATE,
        limit=ALL_REPORTS,
        checked=ALL_REPORTS,
    )
    return found.report_ids


def sort_report_lines(lines: Iterable[ReportLine], order: LineOrder) -> list[ReportLine]:
    """Lines in an order; of equals those of the report first added, then those that stand first."""
    placed = sorted(lines, key=lambda one: (one.report.report_id, one.line.offset))
    if order is LineOrder.DATE:
        return sorted(placed, key=lambda one: one.report.date, reverse=True)
    context = _CONTEXTS.get(order)
    if context is None:
        return placed
    return sorted(placed, key=lambda one: context_key(one.line, context))
