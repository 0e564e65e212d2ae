"""Exports of annotations: made from a filter, merged into files of ours, checked against the library."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path

from reportreader.errors import NotFoundError, OutputError
from reportreader.library.documents import load_metadata, load_text
from reportreader.library.library import Library
from reportreader.library.standing import current_version
from reportreader.library.summary import ReportSummary
from reportreader.notes.annotation import PlacementState, ReportId
from reportreader.notes.exported import SETTLED_STATES, ExportedNote, ExportedReport, Grouping
from reportreader.notes.markdown import export_markdown as render_markdown
from reportreader.notes.markers import parse_parts
from reportreader.notes.merging import MergedExport, merge_export
from reportreader.notes.verifying import QuotedPassage, QuoteState, compare_quote, parse_export
from reportreader.services.filewriting import legal_name, write_text_file
from reportreader.services.noting import (
    AnnotationFilter,
    ListedAnnotation,
    get_annotation,
    list_annotations,
)
from reportreader.settings.messages import Language, Messages

__all__ = [
    "Grouping",
    "QuoteState",
    "VerifiedQuote",
    "WrittenExport",
    "collect_export",
    "default_export_name",
    "export_markdown",
    "update_export",
    "verify_export",
    "write_export",
]

_NAMED_CHARACTERS = 20
"""Characters of a title in a file name: enough to tell it, short enough for a status line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenExport:
    """A file that was written; `merged` says what became of edits in one that was there before."""

    path: Path
    merged: MergedExport | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedQuote:
    """A quote of an exported file beside the library.

    `state` compares it with the annotation; `is_in_text` says whether the passage still stands in
    the current version of the report.
    """

    passage: QuotedPassage
    state: QuoteState
    report_title: str = ""
    is_in_text: bool = False


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
        return tuple(
            _exported(library, report_id, list(group))
            for report_id, group in groupby(listed, key=_report_of)
        )


def write_export(
    text: str, path: Path, *, overwrite: bool = False, language: Language = Language.CHINESE
) -> Path:
    """`update_export` for a caller who only wants to know where the file is."""
    return update_export(text, path, overwrite=overwrite, language=language).path


def update_export(
    text: str, path: Path, *, overwrite: bool = False, language: Language = Language.CHINESE
) -> WrittenExport:
    """Writes an export, merged into the one that `path` already holds, whose edits stay.

    A file that the program did not write is left alone unless `overwrite`. Raises OutputError.
    """
    if overwrite or not path.exists():
        write_text_file(path, text, replace=overwrite)
        return WrittenExport(path=path)
    current = _read_own_export(path)
    merged = merge_export(current, text, words=Messages(language).text)
    write_text_file(path, merged.text, replace=True)
    return WrittenExport(path=path, merged=merged)


def default_export_name(summary: ReportSummary | None, today: date) -> str:
    """The file name of an export: the same for one report every time, a new one a day for many."""
    if summary is None:
        return f"reportreader-{today.isoformat()}.md"
    return f"{legal_name(summary.title[:_NAMED_CHARACTERS])}-{summary.short_id}.md"


def verify_export(library: Library, markdown: str) -> tuple[VerifiedQuote, ...]:
    """Every quote of an exported file, compared with the library, in the order of the file."""
    with library.snapshot():
        return tuple(_verified(library, passage) for passage in parse_export(markdown))


def _verified(library: Library, passage: QuotedPassage) -> VerifiedQuote:
    try:
        listed = get_annotation(library, passage.annotation_id)
    except NotFoundError:
        return VerifiedQuote(passage=passage, state=QuoteState.MISSING)
    annotation = listed.placed.annotation
    return VerifiedQuote(
        passage=passage,
        state=compare_quote(passage.quote, None if annotation.deleted else annotation.quote),
        report_title=listed.report_title,
        is_in_text=listed.placed.placement.state in SETTLED_STATES,
    )


def _exported(
    library: Library, report_id: ReportId, listed: list[ListedAnnotation]
) -> ExportedReport:
    version_id = current_version(library, report_id)
    has_changes = any(one.placed.placement.state is PlacementState.CHANGED for one in listed)
    text = load_text(library, version_id) if has_changes else ""
    return ExportedReport(
        short_id=listed[0].report_short_id,
        title=listed[0].report_title,
        metadata=load_metadata(library, version_id),
        notes=tuple(_exported_note(one, text) for one in listed),
    )


def _exported_note(listed: ListedAnnotation, text: str) -> ExportedNote:
    placement = listed.placed.placement
    is_changed = placement.state is PlacementState.CHANGED and placement.start is not None
    return ExportedNote(
        annotation=listed.placed.annotation,
        placement=placement,
        section_path=listed.section_path,
        current_text=text[placement.start : placement.end] if is_changed else "",
    )


def _report_of(listed: ListedAnnotation) -> ReportId:
    return listed.placed.annotation.report_id


def _read_own_export(path: Path) -> str:
    """The text of a file that bears our marks; raises OutputError for any other."""
    try:
        current = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise OutputError("export_exists", path=str(path)) from error
    if not parse_parts(current).written_keys:
        raise OutputError("export_exists", path=str(path))
    return current
