"""Annotations as W3C Web Annotations (JSON-LD), out and in.

The model is that of www.w3.org/TR/annotation-model: the passage as TextQuoteSelector and
TextPositionSelector, the note and the tags as TextualBody, the colour as a style class. What the
model has no word for (our kind, heading path, revision) stands under the prefix `reportreader:`.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportreader.errors import InputError
from reportreader.notes.annotation import (
    CONTEXT_LENGTH,
    Annotation,
    AnnotationId,
    AnnotationKind,
    Colour,
    ReportId,
    VersionId,
)
from reportreader.notes.exported import ExportedNote, ExportedReport
from reportreader.notes.ids import is_ulid

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
OUR_TERMS = {"reportreader": "urn:reportreader:"}
SOURCE = "reportreader://report/"
ID = "urn:ulid:"

_MOTIVATIONS = {
    AnnotationKind.HIGHLIGHT: "highlighting",
    AnnotationKind.BOOKMARK: "bookmarking",
    AnnotationKind.MARK: "bookmarking",
    AnnotationKind.REPORT_NOTE: "describing",
}

Json = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedAnnotation:
    """An annotation from a file, with what the file says of its report.

    `report_short_id` is empty unless the file is ours. The annotation's report and version are 0:
    they are for the importer to find. Its id is empty if the file gave none of ours, `start` and
    `end` are 0 if the file knew only the quote.
    """

    annotation: Annotation
    report_short_id: str
    source: str
    title: str
    has_position: bool


def to_web_annotations(reports: Sequence[ExportedReport]) -> str:
    """All annotations of reports as one AnnotationCollection."""
    items = [_item(report, note) for report in reports for note in report.notes]
    collection = {
        "@context": [CONTEXT, OUR_TERMS],
        "type": "AnnotationCollection",
        "total": len(items),
        "first": {"type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    return json.dumps(collection, ensure_ascii=False, indent=2) + "\n"


def parse_web_annotations(text: str) -> tuple[ImportedAnnotation, ...]:
    """The annotations of a collection, a page, a list or a single one.

    Raises InputError `annotations_not_json` or, for an item that says nothing usable,
    `annotation_unusable` with its number from 1.
    """
    try:
        value = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise InputError("annotations_not_json", reason=str(error)) from error
    items = _items(value)
    if items is None:
        raise InputError("annotations_not_json", reason=type(value).__name__)
    return tuple(_parse_item(item, number) for number, item in enumerate(items, 1))


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
        "source": SOURCE + report.short_id,
        "reportreader:title": report.title,
    }
    if annotation.kind is AnnotationKind.HIGHLIGHT:
        target["styleClass"] = annotation.colour.value
    if annotation.kind is not AnnotationKind.REPORT_NOTE:
        target["type"] = "SpecificResource"
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


def _items(value: object) -> list[object] | None:
    """The annotations of whatever a file holds, None if it is nothing of the sort."""
    if isinstance(value, list):
        return value
    if not isinstance(value, dict):
        return None
    if value.get("type") == "Annotation":
        return [value]
    first = value.get("first")
    for holder in (value, first if isinstance(first, dict) else {}):
        for name in ("items", "rows", "annotations"):
            found = holder.get(name)
            if isinstance(found, list):
                return found
    return None


def _parse_item(item: object, number: int) -> ImportedAnnotation:
    if not isinstance(item, dict):
        raise InputError("annotation_unusable", number=number)
    targets = item.get("target")
    target = targets[0] if isinstance(targets, list) and targets else targets
    if isinstance(target, str):
        target = {"source": target}
    if not isinstance(target, dict):
        raise InputError("annotation_unusable", number=number)
    quote, position = _selectors(target)
    exact = _text(quote, "exact")
    start, end = _number(position, "start"), _number(position, "end")
    has_position = bool(position) and 0 <= start <= end
    body, tags = _read_bodies(item)
    kind = _kind(item, has_passage=bool(exact) or has_position)
    if not (exact or has_position or body or tags):
        raise InputError("annotation_unusable", number=number)
    source = _text(target, "source")
    identity = _text(item, "id").removeprefix(ID)
    path = item.get("reportreader:headingPath")
    annotation = Annotation(
        annotation_id=AnnotationId(identity if is_ulid(identity) else ""),
        report_id=ReportId(0),
        version_id=VersionId(0),
        kind=kind,
        start=start if has_position else 0,
        end=end if has_position else 0,
        quote=exact,
        prefix=_text(quote, "prefix")[-CONTEXT_LENGTH:],
        suffix=_text(quote, "suffix")[:CONTEXT_LENGTH],
        heading_path=tuple(map(str, path)) if isinstance(path, list) else (),
        colour=_colour(_text(target, "styleClass")),
        body=body,
        tags=tags,
        created=_text(item, "created"),
        changed=_text(item, "modified") or _text(item, "created"),
        deleted=_text(item, "reportreader:deleted"),
        revision=max(1, _number(item, "reportreader:revision")),
    )
    return ImportedAnnotation(
        annotation=annotation,
        report_short_id=source.removeprefix(SOURCE) if source.startswith(SOURCE) else "",
        source=source,
        title=_text(target, "reportreader:title"),
        has_position=has_position,
    )


def _selectors(target: Json) -> tuple[Json, Json]:
    """The quote selector and the position selector of a target, empty where there is none."""
    given = target.get("selector")
    selectors = given if isinstance(given, list) else [given]
    found: dict[str, Json] = {}
    for selector in selectors:
        if isinstance(selector, dict):
            found.setdefault(_text(selector, "type"), selector)
    return found.get("TextQuoteSelector", {}), found.get("TextPositionSelector", {})


def _read_bodies(item: Json) -> tuple[str, tuple[str, ...]]:
    """Note and tags of an item; several comments become one note."""
    given = item.get("body", item.get("bodyValue"))
    comments: list[str] = []
    tags: list[str] = []
    for body in given if isinstance(given, list) else [given]:
        if isinstance(body, str):
            comments.append(body)
        elif isinstance(body, dict) and _text(body, "value"):
            is_tag = body.get("purpose") == "tagging"
            (tags if is_tag else comments).append(_text(body, "value"))
    return "\n\n".join(comments), tuple(sorted(set(tags)))


def _kind(item: Json, *, has_passage: bool) -> AnnotationKind:
    said = _text(item, "reportreader:kind")
    if said in set(AnnotationKind):
        return AnnotationKind(said)
    if not has_passage:
        return AnnotationKind.REPORT_NOTE
    is_bookmark = item.get("motivation") == "bookmarking"
    return AnnotationKind.BOOKMARK if is_bookmark else AnnotationKind.HIGHLIGHT


def _colour(name: str) -> Colour:
    return Colour(name) if name in set(Colour) else Colour.YELLOW


def _text(holder: Json, name: str) -> str:
    value = holder.get(name)
    return value if isinstance(value, str) else ""


def _number(holder: Json, name: str) -> int:
    value = holder.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) else -1
