"""What a list of reports shows: small rows, their filters and their orders."""

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reportreader.notes.annotation import ReportId

FINISHED_PROGRESS = 0.98
"""Share of a report that counts as all of it: the last lines are often credits."""


class ReportOrder(StrEnum):
    """What a list of reports is sorted by."""

    ADDED = "added"
    OPENED = "opened"
    TITLE = "title"
    DATE = "date"
    LENGTH = "length"
    PROGRESS = "progress"
    NOTES = "notes"
    ISSUER = "issuer"


class Shelf(StrEnum):
    """The standing divisions of a library."""

    ALL = "all"
    UNREAD = "unread"
    READING = "reading"
    FINISHED = "finished"
    WITH_NOTES = "with-notes"
    TRASH = "trash"


class ReportFilter(NamedTuple):
    """Which reports to list; every condition holds.

    `text` is part of the title or issuer, in any width, case or script, or pinyin initials of
    the title. `year` is four digits.
    """

    text: str = ""
    shelf: Shelf = Shelf.ALL
    tag: str = ""
    issuer: str = ""
    year: str = ""


class ReportSummary(NamedTuple):
    """One report in a list.

    `short_id` is what a person types. `length`, `place` and `furthest` are code points of the
    current version; `progress` is `furthest / length`. Times are ISO 8601 in UTC, empty if never.
    """

    report_id: "ReportId"
    short_id: str
    title: str
    issuer: str = ""
    author: str = ""
    date: str = ""
    document_number: str = ""
    path: str = ""
    length: int = 0
    place: int = 0
    furthest: int = 0
    progress: float = 0.0
    note_count: int = 0
    bookmark_count: int = 0
    tags: tuple[str, ...] = ()
    added: str = ""
    opened: str = ""
    deleted: str = ""
    version_count: int = 1
