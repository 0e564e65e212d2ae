"""The library as lists: shelves, filters, previews, the trash, and finding a report by its name."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from reportreader.errors import AmbiguousError, NotFoundError
from reportreader.library.library import Library
from reportreader.library.listing import (
    count_issuers,
    count_report_tags,
    count_shelves,
    count_summaries,
    count_years,
    find_by_path,
    find_by_title,
    find_unfinished,
    get_summary,
    select_summaries,
)
from reportreader.library.summary import (
    FINISHED_PROGRESS,
    ReportFilter,
    ReportOrder,
    ReportSummary,
    Shelf,
)

if TYPE_CHECKING:
    from reportreader.analysis.keyphrases import Keyphrase
    from reportreader.document.metadata import Metadata
    from reportreader.document.section import Section
    from reportreader.notes.annotation import ReportId

__all__ = [
    "FINISHED_PROGRESS",
    "ReportFilter",
    "ReportOrder",
    "ReportPreview",
    "ReportSummary",
    "Shelf",
    "continue_reading",
    "count_reports",
    "find_report",
    "get_report",
    "list_issuers",
    "list_report_tags",
    "list_reports",
    "list_shelves",
    "list_years",
    "place_in_list",
    "preview_report",
    "remove_reports",
    "restore_reports",
]

OPENING_LENGTH = 1200
"""Code points of text in a preview."""
_MOST_CANDIDATES = 10
_EVERYTHING = ReportFilter()


class ReportPreview(NamedTuple):
    """What is shown of a report before it is opened; `opening` is the beginning of its text."""

    summary: ReportSummary
    metadata: "Metadata"
    keyphrases: "tuple[Keyphrase, ...]"
    sections: "tuple[Section, ...]"
    opening: str


def count_reports(library: Library, report_filter: ReportFilter = _EVERYTHING) -> int:
    """How many reports a filter lets through."""
    return count_summaries(library, report_filter)


def list_reports(
    library: Library,
    report_filter: ReportFilter = _EVERYTHING,
    order: ReportOrder = ReportOrder.ADDED,
    *,
    descending: bool = True,
    start: int = 0,
    limit: int | None = None,
) -> tuple[ReportSummary, ...]:
    """Reports `start` to `start + limit` of a filtered and sorted list.

    The trash is always sorted by the time of removal.
    """
    return select_summaries(
        library, report_filter, order, descending=descending, start=start, limit=limit
    )


def place_in_list(
    library: Library,
    report_id: "ReportId",
    report_filter: ReportFilter,
    order: ReportOrder,
    *,
    descending: bool,
) -> int | None:
    """Index of a report in the list that `list_reports` gives, None if it is not in it."""
    from reportreader.library.list_place import find_place

    return find_place(library, report_id, report_filter, order, descending=descending)


def get_report(library: Library, report_id: "ReportId") -> ReportSummary:
    """One report, also from the trash; raises NotFoundError."""
    return get_summary(library, report_id)


def find_report(library: Library, reference: str) -> ReportSummary:
    """The report a person names by its short id, its path, or a part of its title.

    A whole title wins over titles that only contain it. Raises NotFoundError, or AmbiguousError
    whose `candidates` names the short ids and titles that fit.
    """
    said = reference.strip()
    if said.isascii() and said.isdigit() and len(said) < 18:
        try:
            return get_summary(library, cast("ReportId", int(said)))
        except NotFoundError:
            pass
    by_path = find_by_path(library, source_path(Path(said))) if said and "\0" not in said else None
    if by_path is not None:
        return by_path
    found = find_by_title(library, said, limit=_MOST_CANDIDATES + 1) if said else ()
    whole = [summary for summary in found if summary.title == said]
    chosen = tuple(whole) if len(whole) == 1 else found
    if not chosen:
        raise NotFoundError("report_missing", reference=reference)
    if len(chosen) > 1:
        candidates = tuple(f"{one.short_id}  {one.title}" for one in chosen[:_MOST_CANDIDATES])
        raise AmbiguousError(
            "report_ambiguous", reference=reference, candidates="\n".join(candidates)
        )
    return chosen[0]


def source_path(path: Path) -> str:
    """A path as the library remembers it: absolute, links followed, any bytes made into text."""
    return str(path.expanduser().resolve()).encode("utf-8", "backslashreplace").decode()


def continue_reading(library: Library) -> ReportSummary | None:
    """The report that was opened last among those not read to the end."""
    return find_unfinished(library)


def preview_report(library: Library, report_id: "ReportId") -> ReportPreview:
    """What is shown beside a list; raises NotFoundError."""
    from reportreader.library.documents import load_metadata, load_opening, load_sections
    from reportreader.library.keyphrases import load_keyphrases
    from reportreader.library.standing import current_version

    with library.snapshot():
        summary = get_summary(library, report_id)
        version_id = current_version(library, report_id)
        return ReportPreview(
            summary=summary,
            metadata=load_metadata(library, version_id),
            keyphrases=load_keyphrases(library, version_id),
            sections=load_sections(library, version_id),
            opening=load_opening(library, version_id, OPENING_LENGTH),
        )


def remove_reports(library: Library, report_ids: "Iterable[ReportId]") -> None:
    """Puts reports into the trash, with their annotations; one change. Raises NotFoundError."""
    _set_deleted(library, tuple(report_ids), is_removal=True)


def restore_reports(library: Library, report_ids: "Iterable[ReportId]") -> None:
    """Takes reports out of the trash; one change. Raises NotFoundError."""
    _set_deleted(library, tuple(report_ids), is_removal=False)


def list_shelves(library: Library) -> dict[Shelf, int]:
    """How many reports stand on each shelf."""
    return count_shelves(library)


def list_issuers(library: Library) -> tuple[tuple[str, int], ...]:
    """Issuers with their number of reports, most reports first."""
    return count_issuers(library)


def list_years(library: Library) -> tuple[tuple[str, int], ...]:
    """Years of publication with their number of reports, newest first."""
    return count_years(library)


def list_report_tags(library: Library) -> tuple[tuple[str, int], ...]:
    """Tags of reports with their number of reports, by name."""
    return count_report_tags(library)


def _set_deleted(library: Library, report_ids: "tuple[ReportId, ...]", *, is_removal: bool) -> None:
    from reportreader.library.journal import journalled

    concerned = [
        report_id
        for report_id in report_ids
        if bool(get_summary(library, report_id).deleted) is not is_removal
    ]
    if not concerned:
        return
    name = "report_removed" if is_removal else "report_restored"
    title = get_summary(library, concerned[0]).title
    deleted = library.now() if is_removal else ""
    if len(concerned) > 1:
        name += "_several"
    with journalled(library, f"changes.{name}", title=title, count=len(concerned)) as recorder:
        for report_id in concerned:
            recorder.update("report", {"report_id": report_id}, {"deleted": deleted})
