"""Opening a report to read it, and remembering where the reader stopped."""

from typing import TYPE_CHECKING, NamedTuple

from reportreader.document.document import Document
from reportreader.library.annotations import list_placed
from reportreader.library.documents import load_beginning, load_document
from reportreader.library.keyphrases import load_keyphrases
from reportreader.library.library import Library
from reportreader.library.listing import get_summary
from reportreader.library.place import ReadingPlace
from reportreader.library.places import get_jumps, get_place, put_jumps, put_place
from reportreader.library.standing import current_extractor, current_version, structure_stamp
from reportreader.library.summary import ReportSummary
from reportreader.notes.annotation import PlacedAnnotation, ReportId, VersionId

if TYPE_CHECKING:
    from reportreader.analysis.keyphrases import Keyphrase

__all__ = [
    "OpenedReport",
    "ReadingPlace",
    "is_web_page",
    "open_first_part",
    "open_report",
    "reading_jumps",
    "report_annotations",
    "save_jumps",
    "save_place",
    "stored_keyphrases",
    "structure_stamp",
]


_PAGE_EXTRACTORS = frozenset({"html", "mhtml"})


class OpenedReport(NamedTuple):
    """A report that is being read: its current version and all that is drawn over it.

    Where `is_complete` is false, `document` is the beginning of a long one: every offset in it is
    true, and what lies behind is missing.
    """

    summary: ReportSummary
    version_id: VersionId
    document: Document
    place: ReadingPlace
    annotations: tuple[PlacedAnnotation, ...]
    keyphrases: "tuple[Keyphrase, ...]" = ()
    is_complete: bool = True

    @property
    def report_id(self) -> ReportId:
        """The report that was opened."""
        return self.summary.report_id


def open_report(library: Library, report_id: ReportId) -> OpenedReport:
    """The whole report; raises NotFoundError."""
    with library.snapshot():
        version_id = current_version(library, report_id)
        opened = _opened(library, report_id, version_id, load_document(library, version_id))
        return opened._replace(keyphrases=load_keyphrases(library, version_id))


def open_first_part(
    library: Library, report_id: ReportId, *, around: int | None = None
) -> OpenedReport:
    """A report as far as `around` (default: where the reader stopped) and some way on, at once.

    Reports of up to 256 K characters are complete. The keyphrases are left out: `stored_keyphrases`.
    Raises NotFoundError.
    """
    with library.snapshot():
        version_id = current_version(library, report_id)
        reach = get_place(library, report_id).offset if around is None else around
        return _opened(library, report_id, version_id, load_beginning(library, version_id, reach))


def stored_keyphrases(library: Library, opened: OpenedReport) -> "tuple[Keyphrase, ...]":
    """The keyphrases of an opened report, best first; none if they were never computed."""
    return opened.keyphrases or load_keyphrases(library, opened.version_id)


def is_web_page(library: Library, report_id: ReportId) -> bool:
    """Whether there may be more in the file of a report than the article that is read.

    Raises NotFoundError.
    """
    return current_extractor(library, report_id) in _PAGE_EXTRACTORS


def save_place(
    library: Library,
    report_id: ReportId,
    offset: int,
    *,
    furthest: int | None = None,
    seconds: float = 0.0,
) -> None:
    """Remembers the first visible offset, the last one seen, and `seconds` more of reading.

    Raises NotFoundError.
    """
    with library.transaction():
        version_id = current_version(library, report_id)
        length = get_summary(library, report_id).length
        before = get_place(library, report_id)
        seen = offset if furthest is None else furthest
        place = ReadingPlace(
            offset=min(max(0, offset), length),
            furthest=min(max(before.furthest, seen, 0), length),
            seconds=before.seconds + max(0.0, seconds),
        )
        put_place(library, report_id, version_id, place, length)


def reading_jumps(library: Library, report_id: ReportId) -> tuple[int, ...]:
    """Offsets the reader jumped from when the report was last open, oldest first."""
    return get_jumps(library, report_id)


def report_annotations(library: Library, report_id: ReportId) -> tuple[PlacedAnnotation, ...]:
    """The annotations of a report outside the trash, by place."""
    return list_placed(library, report_id)


def save_jumps(library: Library, report_id: ReportId, jumps: tuple[int, ...]) -> None:
    """Remembers the jump history of a report whose place was saved before."""
    with library.transaction():
        put_jumps(library, report_id, jumps)


def _opened(
    library: Library, report_id: ReportId, version_id: VersionId, document: Document
) -> OpenedReport:
    summary = get_summary(library, report_id)
    return OpenedReport(
        summary=summary,
        version_id=version_id,
        document=document,
        place=get_place(library, report_id),
        annotations=list_placed(library, report_id),
        is_complete=len(document.text) == summary.length,
    )
