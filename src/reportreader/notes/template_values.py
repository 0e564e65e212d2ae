"""What a template is given: reports and notes as plain values, fit for a process of its own."""

from collections.abc import Sequence

from reportreader.notes.annotation import AnnotationKind
from reportreader.notes.citations import (
    Publication,
    cite_gb7714,
    cite_short,
    describe_publication,
)
from reportreader.notes.exported import ExportedNote, ExportedReport, Words
from reportreader.notes.noting import open_place

Values = dict[str, object]


def template_values(reports: Sequence[ExportedReport], words: Words) -> Values:
    """`reports`, each with its `notes` in reading order, and `notes`, those of all of them."""
    shown = [_report_values(report, words) for report in reports]
    return {"reports": shown, "notes": [note for report in shown for note in _notes_of(report)]}


def _notes_of(report: Values) -> list[Values]:
    notes = report["notes"]
    return notes if isinstance(notes, list) else []


def _report_values(report: ExportedReport, words: Words) -> Values:
    publication = describe_publication(report.metadata, report.title)
    notes = [note for note in report.notes if note.annotation.kind is not AnnotationKind.MARK]
    notes.sort(key=lambda note: (note.offset, note.annotation.annotation_id))
    tags = sorted({tag for note in notes for tag in note.annotation.tags})
    return {
        "id": report.short_id,
        "title": report.title,
        "source": publication.source,
        "authors": list(publication.authors),
        "date": publication.date,
        "number": publication.number,
        "citation": cite_gb7714(publication),
        "short_citation": cite_short(publication),
        "place": open_place(report.short_id, None),
        "tags": tags,
        "notes": [_note_values(report, publication, note, words) for note in notes],
    }


def _note_values(
    report: ExportedReport, publication: Publication, note: ExportedNote, words: Words
) -> Values:
    annotation = note.annotation
    is_lost = note.placement.start is None
    return {
        "id": annotation.annotation_id,
        "revision": annotation.revision,
        "kind": annotation.kind.value,
        "quote": annotation.quote,
        "body": annotation.body,
        "colour": annotation.colour.value,
        "colour_name": words(f"export.colour_{annotation.colour.value}"),
        "tags": list(annotation.tags),
        "created": annotation.created,
        "changed": annotation.changed,
        "state": note.placement.state.value,
        "is_settled": note.is_settled,
        "confidence": note.placement.confidence,
        "offset": note.offset,
        "section": list(note.section_path),
        "page": note.page,
        "prefix": annotation.prefix,
        "suffix": annotation.suffix,
        "current_text": note.current_text,
        "citation": cite_gb7714(publication, note.section_path, note.page),
        "short_citation": cite_short(publication, note.section_path, note.page),
        "place": open_place(report.short_id, None if is_lost else note.offset),
        "report_id": report.short_id,
        "report_title": report.title,
    }
