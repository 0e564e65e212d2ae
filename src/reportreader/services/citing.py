"""Citations of passages: the reports of a library as publications, each read once."""

from reportreader.library.documents import load_metadata
from reportreader.library.library import Library
from reportreader.library.standing import current_version
from reportreader.notes.annotation import ReportId
from reportreader.notes.citations import (
    Publication,
    cite_gb7714,
    cite_short,
    describe_publication,
)
from reportreader.services.noting import ListedAnnotation


class Citations:
    """Cites annotations; remembers what it has read of their reports."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: dict[ReportId, Publication] = {}

    def mention(self, listed: ListedAnnotation) -> str:
        """A mention for running text: title, issuer, year, section."""
        return cite_short(self._publication(listed), listed.section_path, listed.page)

    def entry(self, listed: ListedAnnotation) -> str:
        """The entry of a list of references after GB/T 7714, with the section as locator."""
        return cite_gb7714(self._publication(listed), listed.section_path, listed.page)

    def _publication(self, listed: ListedAnnotation) -> Publication:
        report_id = listed.placed.annotation.report_id
        if report_id not in self._known:
            metadata = load_metadata(self._library, current_version(self._library, report_id))
            self._known[report_id] = describe_publication(metadata, listed.report_title)
        return self._known[report_id]
