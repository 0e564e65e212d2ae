"""Merging reports that are one, and splitting a version off that is a report of its own.

What `add` decided can be changed so at any time; each is one change that can be undone.
"""

from reportreader.errors import InputError
from reportreader.library.correctionplaces import place_corrections
from reportreader.library.journal import journalled
from reportreader.library.library import Library
from reportreader.library.regrouping import (
    ReportVersion,
    copy_tags,
    list_report_versions,
    move_belongings,
    move_version,
)
from reportreader.library.reports import insert_report_of, next_version_number
from reportreader.library.standing import current_version, report_title
from reportreader.notes.annotation import ReportId, VersionId
from reportreader.services.carrying import carry_annotations

__all__ = ["ReportVersion", "list_versions", "merge_reports", "split_version"]


def list_versions(library: Library, report_id: ReportId) -> tuple[ReportVersion, ...]:
    """The versions of a report, oldest first; raises NotFoundError."""
    current_version(library, report_id)
    return list_report_versions(library, report_id)


def merge_reports(library: Library, kept: ReportId, other: ReportId) -> None:
    """Makes the texts of `other` earlier versions of `kept`, whose text stays the current one.

    Annotations, corrections, tags and files go along; `other` goes to the trash. Raises
    NotFoundError, and InputError for a report with itself.
    """
    if kept == other:
        raise InputError("merge_with_itself", report=kept)
    titles = report_title(library, kept), report_title(library, other)
    with journalled(library, "changes.reports_merged", title=titles[0], other=titles[1]) as change:
        moved = list_report_versions(library, other)
        count = len(list_report_versions(library, kept))
        for number, version in enumerate(moved, start=next_version_number(library, kept)):
            move_version(change, version.version_id, kept, number)
        move_belongings(change, other, kept)
        copy_tags(change, other, kept)
        change.update("report", {"report_id": kept}, {"version_count": count + len(moved)})
        change.update("report", {"report_id": other}, {"deleted": library.now()})
        _place_all(library, kept)


def split_version(
    library: Library, report_id: ReportId, version_id: VersionId | None = None
) -> ReportId:
    """Makes a version (the current one, if none is named) a report of its own; which one.

    What was noted on that text goes along; the report falls back to the version before. Raises
    NotFoundError, and InputError where there is no other version or no such one.
    """
    current = current_version(library, report_id)
    chosen = current if version_id is None else version_id
    versions = list_report_versions(library, report_id)
    rest = [version for version in versions if version.version_id != chosen]
    if not rest or len(rest) == len(versions):
        raise InputError("split_impossible", report=report_id)
    title = report_title(library, report_id)
    with journalled(library, "changes.report_split", title=title) as change:
        new = insert_report_of(library, chosen, path="")
        change.remember_new_report(new, library.now())
        move_version(change, chosen, new, 1)
        move_belongings(change, report_id, new, version_id=chosen)
        change.update("report", {"report_id": report_id}, {"version_count": len(rest)})
        if chosen == current:
            number = next(one.number for one in versions if one.version_id == chosen)
            before = [one for one in rest if one.number < number] or rest
            fallen_back_to = {"version_id": before[-1].version_id}
            change.update("report", {"report_id": report_id}, dict(fallen_back_to))
        _place_all(library, report_id)
        _place_all(library, new)
    return new


def _place_all(library: Library, report_id: ReportId) -> None:
    """Gives every annotation and correction of a report a place in its current version."""
    version_id = current_version(library, report_id)
    place_corrections(library, report_id, version_id)
    carry_annotations(library, report_id, version_id)
