"""Keyphrases of a report, computed once by a worker, and the reader's own term groups."""

from typing import TYPE_CHECKING

from reportreader.library.keyphrases import load_keyphrases
from reportreader.library.library import Library
from reportreader.library.reports import current_version
from reportreader.notes.annotation import ReportId

if TYPE_CHECKING:
    from reportreader.analysis.keyphrases import Keyphrase


def report_keyphrases(library: Library, report_id: ReportId) -> "tuple[Keyphrase, ...]":
    """The stored keyphrases of a report, best first; none if they were never computed."""
    return load_keyphrases(library, current_version(library, report_id))
