"""Exports of annotations: what a filter shows, and the text of a file made of it."""

from collections.abc import Mapping
from datetime import date
from itertools import groupby

from reportreader.library.annotation_times import load_all_times
from reportreader.library.documents import load_metadata, load_text
from reportreader.library.library import Library
from reportreader.library.standing import current_version
from reportreader.library.summary import ReportSummary
from reportreader.notes.annotation import AnnotationId, PlacementState, ReportId
from reportreader.notes.exported import ExportedNote, ExportedReport, Grouping
from reportreader.notes.joining import FieldTimes
from reportreader.notes.markdown import export_markdown as render_markdown
from reportreader.services.filewriting import legal_name
from reportreader.services.noting import (
    AnnotationFilter,
    ListedAnnotation,
    list_annotations,
)
from reportreader.settings.messages import Language, Messages

__all__ = [
    "Grouping",
    "collect_export",
    "default_export_name",
    "export_markdown",
]

_NAMED_CHARACTERS = 20
"""Characters of a title in a file name: enough to tell it, short enough for a status line."""


def export_markdown(
    library: Library,
    annotation_filter: AnnotationFilter,
    *,
    grouping: Grouping = Grouping.SECTION,
    language: Language,
) -> str:
    """The annotations that a filter shows, as the text of a Markdown file."""
    reports = collect_export(library, annotation_filter)
    return render_markdown(reports, words=Messages(language).text, grouping=grouping)


def collect_export(
    library: Library, annotation_filter: AnnotationFilter
) -> tuple[ExportedReport, ...]:
    """The annotations that a filter shows, by report, with all that an export says of them."""
    with library.snapshot():
        listed = list_annotations(library, annotation_filter)
        times = load_all_times(library)
        return tuple(
            _exported(library, report_id, list(group), times)
            for report_id, group in groupby(listed, key=_report_of)
        )


def default_export_name(summary: ReportSummary | None, today: date) -> str:
    """The file name of an export: the same for one report every time, a new one a day for many."""
    if summary is None:
        return f"reportreader-{today.isoformat()}.md"
    return f"{legal_name(summary.title[:_NAMED_CHARACTERS])}-{summary.short_id}.md"


def _exported(
    library: Library,
    report_id: ReportId,
    listed: list[ListedAnnotation],
    times: Mapping[AnnotationId, FieldTimes],
) -> ExportedReport:
    version_id = current_version(library, report_id)
    has_changes = any(one.placed.placement.state is PlacementState.CHANGED for one in listed)
    text = load_text(library, version_id) if has_changes else ""
    return ExportedReport(
        short_id=listed[0].report_short_id,
        title=listed[0].report_title,
        metadata=load_metadata(library, version_id),
        notes=tuple(_exported_note(one, text, times) for one in listed),
    )


def _exported_note(
    listed: ListedAnnotation, text: str, times: Mapping[AnnotationId, FieldTimes]
) -> ExportedNote:
    placement = listed.placed.placement
    is_changed = placement.state is PlacementState.CHANGED and placement.start is not None
    return ExportedNote(
        annotation=listed.placed.annotation,
        placement=placement,
        section_path=listed.section_path,
        page=listed.page,
        current_text=text[placement.start : placement.end] if is_changed else "",
        times=times.get(listed.placed.annotation.annotation_id, {}),
    )


def _report_of(listed: ListedAnnotation) -> ReportId:
    return listed.placed.annotation.report_id
