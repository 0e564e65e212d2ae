"""Annotations as W3C Web Annotations (JSON-LD); `webreading` reads them back.

The model is that of www.w3.org/TR/annotation-model: the passage as TextQuoteSelector and
TextPositionSelector, the note and the tags as TextualBody, the colour as a style class. What the
model has no word for (our kind, heading path, revision) stands under the prefix `reportreader:`.
"""

import json
import uuid
from collections.abc import Sequence

from reportreader.notes.annotation import Annotation, AnnotationKind
from reportreader.notes.exported import ExportedNote, ExportedReport

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
OUR_TERMS: dict[str, object] = {
    "reportreader": "urn:reportreader:",
    "reportreader:times": {"@type": "@json"},
}
SOURCE = "reportreader://report/"
ID = "urn:ulid:"

_NAMESPACE = uuid.UUID("8c0b7a38-6a52-5d0e-9d3c-3f4f0f6f8a21")
_MOTIVATIONS = {
    AnnotationKind.HIGHLIGHT: "highlighting",
    AnnotationKind.BOOKMARK: "bookmarking",
    AnnotationKind.MARK: "bookmarking",
    AnnotationKind.REPORT_NOTE: "describing",
}


def to_web_annotations(reports: Sequence[ExportedReport]) -> str:
    """All annotations of reports as one AnnotationCollection."""
    items = [_item(report, note) for report in reports for note in report.notes]
    identity = uuid.uuid5(_NAMESPACE, " ".join(str(item["id"]) for item in items))
    collection = {
        "@context": [CONTEXT, OUR_TERMS],
        "id": f"urn:uuid:{identity}",
        "type": "AnnotationCollection",
        "total": len(items),
        "first": {
            "id": f"urn:uuid:{uuid.uuid5(identity, 'first')}",
            "type": "AnnotationPage",
            "partOf": f"urn:uuid:{identity}",
            "startIndex": 0,
            "items": items,
        },
    }
    return json.dumps(collection, ensure_ascii=False, indent=2) + "\n"


def _item(report: ExportedReport, note: ExportedNote) -> dict[str, object]:
    annotation = note.annotation
    item: dict[str, object] = {
        "id": ID + annotation.annotation_id,
        "type": "Annotation",
        "motivation": "commenting"
        if annotation.body and annotation.kind is AnnotationKind.HIGHLIGHT
        else _MOTIVATIONS[annotation.kind],
        "created": annotation.created,
        "modified": annotation.changed,
        "body": _bodies(annotation),
        "target": _target(report, annotation),
        "reportreader:kind": annotation.kind.value,
        "reportreader:headingPath": list(annotation.heading_path),
        "reportreader:revision": annotation.revision,
        "reportreader:deleted": annotation.deleted,
        "reportreader:state": note.placement.state.value,
        "reportreader:times": dict(sorted(note.times.items())),
    }
    return {name: value for name, value in item.items() if value not in ("", [])}


def _bodies(annotation: Annotation) -> list[dict[str, str]]:
    bodies = []
    if annotation.body:
        bodies.append(
            {
                "type": "TextualBody",
                "value": annotation.body,
                "format": "text/markdown",
                "purpose": "commenting",
            }
        )
    bodies += [
        {"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in annotation.tags
    ]
    return bodies


def _target(report: ExportedReport, annotation: Annotation) -> dict[str, object]:
    target: dict[str, object] = {
        "type": "SpecificResource",
        "source": SOURCE + report.short_id,
        "reportreader:title": report.title,
    }
    if annotation.kind is AnnotationKind.HIGHLIGHT:
        target["styleClass"] = annotation.colour.value
    if annotation.kind is not AnnotationKind.REPORT_NOTE:
        target["selector"] = [
            {
                "type": "TextQuoteSelector",
                "exact": annotation.quote,
                "prefix": annotation.prefix,
                "suffix": annotation.suffix,
            },
            {
                "type": "TextPositionSelector",
                "start": annotation.start,
                "end": annotation.end,
            },
        ]
    return target
