"""What the search of the library lets its reader choose from."""

from typing import NamedTuple

from reportreader.ingest.sanitising import sanitise_line
from reportreader.services.browsing import ReportFilter, Shelf
from reportreader.services.opening import Library
from reportreader.services.saved_searches import list_saved_searches, list_search_history
from reportreader.settings.messages import Messages
from reportreader.tui.dialogs.option import Option
from reportreader.tui.screens.library_words import shelf_options


class NamedFilter(NamedTuple):
    """Which reports are searched, and how that is called; no name for all."""

    report_filter: ReportFilter
    name: str


def search_filters(library: Library, messages: Messages) -> list[Option[NamedFilter]]:
    """The divisions of the library, without the trash, which is never searched."""
    everything = ReportFilter()
    return [
        Option(
            label, NamedFilter(chosen, "" if chosen == everything else sanitise_line(label)), hint
        )
        for label, chosen, hint, _ in shelf_options(library, messages)
        if chosen.shelf is not Shelf.TRASH
    ]


def recalled_queries(library: Library, messages: Messages) -> list[Option[str]]:
    """The saved queries, then the others of the history."""
    saved = list_saved_searches(library)
    options = [Option(query, query, messages.text("search.is_saved")) for query in saved]
    earlier = [query for query in list_search_history(library) if query not in saved]
    return [*options, *(Option(query, query) for query in earlier)]
