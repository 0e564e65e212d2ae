"""Looks for forms of a PDF (pictures made of drawing commands) that draw each other without end.

pdfium draws a form as often as it is named, and the forms in it as often again: fifty times fifty,
twenty deep. A page is not begun here; what it names itself is bounded by the length of the file.
Forms after ISO 32000-1, 8.10; objects in object streams after 7.5.7.
"""

import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

EXPANSION_LIMIT = 200_000
"""Forms drawn within one form in all."""
_DEEPEST = 30
_UNPACKED_BYTES = 4 << 20
_OBJECT = re.compile(rb"(?<!\d)(\d{1,8})\s{1,3}\d{1,5}\s{1,3}obj\b")
_STREAM = re.compile(rb"stream\r?\n")
_NUMBER_PAIR = re.compile(rb"(\d{1,8})\s+(\d{1,8})")
_RESOURCES = re.compile(rb"/Resources\s*(\d{1,8})\s+\d{1,5}\s+R")
_XOBJECTS = re.compile(rb"/XObject\s*(?:<<([^<>]*)>>|(\d{1,8})\s+\d{1,5}\s+R)")
_NAMED = re.compile(rb"/([^\s/<>\[\]()]+)\s*(\d{1,8})\s+\d{1,5}\s+R")
_DRAWN = re.compile(rb"/([^\s/<>\[\]()]+)\s+Do\b")
_IS_FORM = re.compile(rb"/Subtype\s*/Form\b")
_FIRST = re.compile(rb"/First\s+(\d{1,8})")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Object:
    """The dictionary of an object, and where its stream is; `stop` is 0 where there is none."""

    head: bytes
    start: int = 0
    stop: int = 0


def has_form_bomb(data: bytes) -> bool:
    """Whether a form would draw itself, or more others than the limit."""
    if b"/Form" not in data and b"/ObjStm" not in data:
        return False
    objects = dict(_iter_objects(data))
    for found in [one for one in objects.values() if b"/ObjStm" in one.head]:
        objects = dict(_iter_packed(_content(data, found), found.head)) | objects
    forms = {number for number, one in objects.items() if _IS_FORM.search(one.head)}
    drawn = {number: _drawn_forms(data, objects, objects[number], forms) for number in forms}
    known: dict[int, int] = {}
    return any(_expansion(number, drawn, known, 0) > EXPANSION_LIMIT for number in sorted(forms))


def _iter_objects(data: bytes) -> Iterator[tuple[int, _Object]]:
    place = 0
    while (match := _OBJECT.search(data, place)) is not None:
        end = data.find(b"endobj", match.end())
        end = end if end >= 0 else len(data)
        stream = _STREAM.search(data, match.end(), end)
        if stream is None:
            yield int(match.group(1)), _Object(head=data[match.end() : end])
            place = match.end()
            continue
        stop = data.find(b"endstream", stream.end())
        stop = stop if stop >= 0 else len(data)
        head = data[match.end() : stream.start()]
        yield int(match.group(1)), _Object(head=head, start=stream.end(), stop=stop)
        place = stop


def _iter_packed(content: bytes, head: bytes) -> Iterator[tuple[int, _Object]]:
    """The objects of an object stream; none of them has a stream of its own."""
    first = _FIRST.search(head)
    if first is None:
        return
    begin = int(first.group(1))
    pairs = [(int(one), int(other)) for one, other in _NUMBER_PAIR.findall(content[:begin])]
    ends = [offset for _, offset in pairs[1:]] + [len(content)]
    for (number, offset), end in zip(pairs, ends, strict=True):
        yield number, _Object(head=content[begin + offset : begin + end])


def _content(data: bytes, found: _Object) -> bytes:
    """What is in a stream, as far as the limit; empty where it is packed in another way."""
    raw = data[found.start : found.stop]
    if b"/Filter" not in found.head:
        return raw[:_UNPACKED_BYTES]
    try:
        return zlib.decompressobj().decompress(raw, _UNPACKED_BYTES)
    except zlib.error:
        return b""


def _drawn_forms(
    data: bytes, objects: Mapping[int, _Object], form: _Object, forms: set[int]
) -> dict[int, int]:
    """How often a form draws which others."""
    named = _named_objects(objects, form.head)
    counts: dict[int, int] = {}
    if named.keys() and any(number in forms for number in named.values()):
        for name in _DRAWN.findall(_content(data, form)):
            number = named.get(name, -1)
            if number in forms:
                counts[number] = counts.get(number, 0) + 1
    return counts


def _named_objects(objects: Mapping[int, _Object], head: bytes) -> dict[bytes, int]:
    """Numbers of the objects that a form calls by names, by these names."""
    elsewhere = _RESOURCES.search(head)
    if elsewhere is not None:
        head = _head_of(objects, elsewhere.group(1))
    match = _XOBJECTS.search(head)
    if match is None:
        return {}
    listed = match.group(1)
    if listed is None:
        listed = _head_of(objects, match.group(2))
    return {name: int(number) for name, number in _NAMED.findall(listed)}


def _head_of(objects: Mapping[int, _Object], number: bytes) -> bytes:
    found = objects.get(int(number))
    return found.head if found is not None else b""


def _expansion(
    number: int, drawn: Mapping[int, Mapping[int, int]], known: dict[int, int], depth: int
) -> int:
    """Forms drawn in all when one is drawn; more than the limit for what never ends."""
    if number in known:
        return known[number]
    if depth > _DEEPEST:
        return EXPANSION_LIMIT + 1
    known[number] = EXPANSION_LIMIT + 1  # what is met again while it is being counted has no end
    total = 1
    for other, count in drawn[number].items():
        total += count * _expansion(other, drawn, known, depth + 1)
    known[number] = total
    return total
