"""What the library is asked: a query and all that narrows it, as one value."""

from dataclasses import dataclass

from reportreader.services.browsing import ReportFilter
from reportreader.services.searching import SearchOrder

_EVERYTHING = ReportFilter()


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchQuestion:
    """A query as typed, with dates (`2021-10..2022`), filter, order and whole words or parts of them.

    A report that is opened from the answer keeps the question, and so knows the next report.
    """

    query: str = ""
    dates: str = ""
    order: SearchOrder = SearchOrder.RELEVANCE
    report_filter: ReportFilter = _EVERYTHING
    whole_words: bool = False

    @property
    def full_query(self) -> str:
        """The query with its dates; still empty if nothing was typed."""
        if not self.dates or not self.query.strip():
            return self.query
        return f"({self.query}) 日期:{self.dates}"

    @property
    def is_narrowed(self) -> bool:
        """Whether not all reports are searched."""
        return bool(self.dates) or self.report_filter != _EVERYTHING
