"""The shapes of `--json`: plain values with the names that docs/cli.md promises."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from reportreader.library.summary import ReportSummary

if TYPE_CHECKING:
    from reportreader.document.document import Document
    from reportreader.notes.annotation import PlacedAnnotation
    from reportreader.services.noting import ListedAnnotation

Shape = dict[str, Any]


def report_shape(report: ReportSummary) -> Shape:
    """One report of the library."""
    return {
        "id": report.short_id,
        "title": report.title,
        "issuer": report.issuer,
        "author": report.author,
        "date": report.date,
        "document_number": report.document_number,
        "path": report.path,
        "length": report.length,
        "place": report.place,
        "progress": round(report.progress, 4),
        "notes": report.note_count,
        "bookmarks": report.bookmark_count,
        "tags": list(report.tags),
        "added": report.added,
        "opened": report.opened,
        "deleted": report.deleted,
        "versions": report.version_count,
    }


def document_shape(document: "Document") -> Shape:
    """The text of a report and its parts by offset."""
    return {
        "text": document.text,
        "metadata": [
            {"field": str(item.field), "value": item.value, "start": item.start, "end": item.end}
            for item in document.metadata.items
        ],
        "sections": [
            {
                "level": section.level,
                "title": section.title,
                "kind": str(section.kind),
                "start": section.start,
                "end": section.end,
                "content_end": section.content_end,
            }
            for section in document.sections
        ],
        "blocks": [
            {
                "kind": str(block.kind),
                "start": block.start,
                "end": block.end,
                "level": block.level,
                "marker": block.marker,
            }
            for block in document.blocks
        ],
    }


def annotation_shape(listed: "ListedAnnotation") -> Shape:
    """One annotation with the report and the section it belongs to."""
    return {
        **placed_shape(listed.placed),
        "report": listed.report_short_id,
        "title": listed.report_title,
        "section": list(listed.section_path),
        "page": listed.page,
    }


def placed_shape(placed: "PlacedAnnotation") -> Shape:
    """One annotation and its place in the current version of its report."""
    annotation, placement = placed.annotation, placed.placement
    return {
        "id": annotation.annotation_id,
        "kind": str(annotation.kind),
        "start": placement.start,
        "end": placement.end,
        "state": str(placement.state),
        "confidence": placement.confidence,
        "quote": annotation.quote,
        "body": annotation.body,
        "colour": str(annotation.colour),
        "tags": list(annotation.tags),
        "created": annotation.created,
        "changed": annotation.changed,
        "deleted": annotation.deleted,
        "revision": annotation.revision,
    }


def numbers_shape(numbers: Mapping[Any, int]) -> Shape:
    """Counts by the name of what is counted."""
    return {str(name): number for name, number in numbers.items()}
