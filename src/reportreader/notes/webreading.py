"""Reading W3C Web Annotations: our own, and those of other programs as far as they go.

Nothing is trusted: every value may be missing or of another type.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

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
from reportreader.notes.ids import is_ulid
from reportreader.notes.joining import TAG_SIGN
from reportreader.notes.webannotation import ID, SOURCE

Json = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedAnnotation:
    """An annotation from a file, with what the file says of its report.

    `report_short_id` is empty unless the file is ours. The annotation's report and version are 0:
    they are for the importer to find. Its id is empty if the file gave none of ours, `start` and
    `end` are 0 if the file knew only the quote. `times` say when its fields were changed; where a
    file does not, everything was changed when it was last modified.
    """

    annotation: Annotation
    report_short_id: str
    source: str
    title: str
    has_position: bool
    times: Mapping[str, str] = field(default_factory=dict)


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
    target = _target(item)
    if target is None:
        raise InputError("annotation_unusable", number=number)
    quote, position = _selectors(target)
    start, end = _number(position, "start"), _number(position, "end")
    has_position = 0 <= start <= end
    annotation = _annotation(item, target, quote, (start, end) if has_position else (0, 0))
    if not (annotation.quote or has_position or annotation.body or annotation.tags):
        raise InputError("annotation_unusable", number=number)
    source = _text(target, "source")
    return ImportedAnnotation(
        annotation=annotation,
        report_short_id=source.removeprefix(SOURCE) if source.startswith(SOURCE) else "",
        source=source,
        title=_text(target, "reportreader:title"),
        has_position=has_position,
        times=_times(item, annotation),
    )


def _times(item: Json, annotation: Annotation) -> dict[str, str]:
    said = item.get("reportreader:times")
    if isinstance(said, dict):
        return {name: time for name, time in said.items() if isinstance(time, str)}
    tags = [TAG_SIGN + tag for tag in annotation.tags]
    return dict.fromkeys(["body", "colour", "deleted", *tags], annotation.changed)


def _annotation(item: Json, target: Json, quote: Json, place: tuple[int, int]) -> Annotation:
    body, tags = _read_bodies(item)
    exact = _text(quote, "exact")
    identity = _text(item, "id").removeprefix(ID)
    path = item.get("reportreader:headingPath")
    return Annotation(
        annotation_id=AnnotationId(identity if is_ulid(identity) else ""),
        report_id=ReportId(0),
        version_id=VersionId(0),
        kind=_kind(item, has_passage=bool(exact) or place != (0, 0)),
        start=place[0],
        end=place[1],
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


def _target(item: Json) -> Json | None:
    """The first target of an item; a bare address is one too."""
    given = item.get("target")
    target = given[0] if isinstance(given, list) and given else given
    if isinstance(target, str):
        return {"source": target}
    return target if isinstance(target, dict) else None


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
