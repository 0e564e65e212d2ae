"""Writes annotations to a Markdown file from within the program, and says where."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reportreader.services.browsing import ReportSummary
from reportreader.services.exporting import default_export_name, export_markdown
from reportreader.services.noting import AnnotationFilter
from reportreader.services.updating import write_export

if TYPE_CHECKING:
    from reportreader.tui.reader_app import ReportReaderApp


def export_report_notes(app: "ReportReaderApp", summary: ReportSummary) -> Path:
    """Write the notes of one report; returns the file. Raises OutputError."""
    return _export(app, AnnotationFilter(report_id=summary.report_id), summary)


def export_listed_notes(app: "ReportReaderApp", annotation_filter: AnnotationFilter) -> Path:
    """Write what a filter shows; returns the file. Raises OutputError."""
    return _export(app, annotation_filter, None)


def _export(
    app: "ReportReaderApp", annotation_filter: AnnotationFilter, summary: ReportSummary | None
) -> Path:
    language = app.messages.language
    text = export_markdown(app.library, annotation_filter, language=language)
    folder = Path(app.settings.export_folder or ".").expanduser()
    today = datetime.now().astimezone().date()
    path = folder / default_export_name(summary, today)
    return write_export(app.library, text, path, language=language)
