"""What the search of the library lets its reader choose from, and how the choice is called."""

from dataclasses import replace
from enum import Enum

from reportreader.analysis.queries import DateRange, parse_query
from reportreader.ingest.sanitising import sanitise_line
from reportreader.services.browsing import ReportFilter, Shelf
from reportreader.services.opening import Library
from reportreader.services.saved_searches import list_saved_searches, list_search_history
from reportreader.settings.messages import Messages
from reportreader.tui.dialogs.option import Option
from reportreader.tui.reading.search_question import SearchQuestion
from reportreader.tui.screens.library_words import shelf_options


class Narrowing(Enum):
    """What narrows a search and is no division of the library."""

    DATES = "dates"


def search_filters(
    library: Library, question: SearchQuestion, messages: Messages
) -> list[Option[ReportFilter | Narrowing]]:
    """All reports, dates, and the divisions of the library without the trash, never searched."""
    everything, *divisions = [
        Option[ReportFilter | Narrowing](label, chosen, hint)
        for label, chosen, hint, _ in shelf_options(library, messages)
        if chosen.shelf is not Shelf.TRASH
    ]
    dates = Option[ReportFilter | Narrowing](
        messages.text("search.by_dates"), Narrowing.DATES, question.dates
    )
    return [everything, dates, *divisions]


def narrowed(question: SearchQuestion, chosen: ReportFilter) -> SearchQuestion:
    """The question with one more condition; all reports lift every condition."""
    everything = ReportFilter()
    if chosen == everything:
        return replace(question, report_filter=everything, dates="")
    said = {
        name: getattr(chosen, name)
        for name in ("shelf", "tag", "issuer", "year")
        if getattr(chosen, name) != getattr(everything, name)
    }
    return replace(question, report_filter=question.report_filter._replace(**said))


def is_date_range(said: str) -> bool:
    """Whether the query language understands `said` as dates."""
    return isinstance(parse_query(f"日期:{said.strip()}"), DateRange)


def describe(question: SearchQuestion, messages: Messages) -> str:
    """Everything that narrows a search, in one line; empty if nothing does."""
    chosen = question.report_filter
    said = (
        messages.text(f"library.shelf_{chosen.shelf.value}")
        if chosen.shelf is not Shelf.ALL
        else "",
        f"#{chosen.tag}" if chosen.tag else "",
        chosen.issuer,
        chosen.year,
        question.dates,
        messages.text("search.whole_words") if question.whole_words else "",
    )
    return "  ".join(sanitise_line(one) for one in said if one)


def recalled_queries(library: Library, messages: Messages) -> list[Option[str]]:
    """The saved queries, then the others of the history."""
    saved = list_saved_searches(library)
    options = [Option(query, query, messages.text("search.is_saved")) for query in saved]
    earlier = [query for query in list_search_history(library) if query not in saved]
    return [*options, *(Option(query, query) for query in earlier)]
