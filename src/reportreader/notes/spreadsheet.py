"""Tables (CSV) that spreadsheets open in Chinese and never execute; annotations as one."""

import csv
import io
from collections.abc import Iterable, Sequence

from reportreader.notes.exported import ExportedNote, ExportedReport, Words

BYTE_ORDER_MARK = "\ufeff"
"""Tells spreadsheets that the file is UTF-8."""
COLUMNS = (
    "id",
    "report",
    "title",
    "section",
    "page",
    "kind",
    "state",
    "colour",
    "tags",
    "quote",
    "note",
    "created",
    "changed",
    "start",
    "end",
)
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def to_csv(reports: Sequence[ExportedReport], *, words: Words | None = None) -> str:
    """One row an annotation, in reading order, as a `spreadsheet`.

    The head row holds `COLUMNS`, or their words (`export.column_<name>`). Offsets count code
    points of the current version.
    """
    heads = [words(f"export.column_{name}") if words else name for name in COLUMNS]
    rows = (
        _row(report, note)
        for report in reports
        for note in sorted(report.notes, key=lambda note: (note.offset, note.annotation.start))
    )
    return spreadsheet(heads, rows)


def spreadsheet(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table with a byte order mark and CRLF (RFC 4180).

    Cells that a spreadsheet would take for a formula begin with an apostrophe (OWASP, "CSV
    injection").
    """
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(heads)
    for row in rows:
        writer.writerow([_cell(value) for value in row])
    return BYTE_ORDER_MARK + target.getvalue()


def _row(report: ExportedReport, note: ExportedNote) -> list[str]:
    annotation, placement = note.annotation, note.placement
    return [
        annotation.annotation_id,
        report.short_id,
        report.title,
        " / ".join(note.section_path or annotation.heading_path),
        note.page,
        annotation.kind.value,
        placement.state.value,
        annotation.colour.value,
        "; ".join(annotation.tags),
        annotation.quote,
        annotation.body,
        annotation.created,
        annotation.changed,
        "" if placement.start is None else str(placement.start),
        "" if placement.end is None else str(placement.end),
    ]


def _cell(value: str) -> str:
    return f"'{value}" if value.startswith(_FORMULA_SIGNS) else value
