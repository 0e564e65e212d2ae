"""What the W3C Web Annotation data model (Recommendation of 23 February 2017) demands of what we write.

Written down from www.w3.org/TR/annotation-model, sections 3 to 5: `check` names everything that a MUST of
the model forbids. Properties of our own, under a prefix, are let through.
"""

import re
from collections.abc import Iterator
from typing import Any

_IRI = re.compile(r"[a-z][a-z0-9+.-]*:\S+")
_DATE_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})")
_MOTIVATIONS = {
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting",
    "identifying", "linking", "moderating", "questioning", "replying", "tagging",
}  # fmt: skip


def check(collection: dict[str, Any]) -> Iterator[str]:
    """Everything that is wrong with a collection and its first page."""
    if "http://www.w3.org/ns/anno.jsonld" not in collection.get("@context", []):
        yield "no context"
    yield from _resource(collection, "AnnotationCollection")
    page = collection["first"]
    yield from _resource(page, "AnnotationPage")
    if page.get("partOf") != collection.get("id"):
        yield "the page belongs to another collection"
    if collection.get("total") != len(page["items"]) or page.get("startIndex") != 0:
        yield "the numbers of annotations differ"
    for item in page["items"]:
        yield from _annotation(item)


def _annotation(item: dict[str, Any]) -> Iterator[str]:
    yield from _resource(item, "Annotation")
    if item.get("motivation") not in _MOTIVATIONS:
        yield f"motivation {item.get('motivation')}"
    for name in ("created", "modified"):
        if name in item and not _DATE_TIME.fullmatch(item[name]):
            yield f"{name} {item[name]}"
    for body in item.get("body", []):
        if body.get("type") != "TextualBody" or not isinstance(body.get("value"), str):
            yield f"body {body}"
        if body.get("purpose") not in _MOTIVATIONS:
            yield f"purpose {body.get('purpose')}"
    target = item.get("target", {})
    if target.get("type") != "SpecificResource" or not _IRI.fullmatch(target.get("source", "")):
        yield f"target {target}"
    for selector in target.get("selector", []):
        yield from _selector(selector)


def _selector(selector: dict[str, Any]) -> Iterator[str]:
    if selector["type"] == "TextQuoteSelector":
        if not all(isinstance(selector.get(name), str) for name in ("exact", "prefix", "suffix")):
            yield f"quote {selector}"
    elif selector["type"] == "TextPositionSelector":
        start, end = selector.get("start"), selector.get("end")
        if not (isinstance(start, int) and isinstance(end, int) and 0 <= start <= end):
            yield f"position {selector}"
    else:
        yield f"selector {selector['type']}"


def _resource(resource: dict[str, Any], expected: str) -> Iterator[str]:
    if not _IRI.fullmatch(resource.get("id", "")):
        yield f"{expected} without IRI"
    if resource.get("type") != expected:
        yield f"{resource.get('type')} instead of {expected}"
