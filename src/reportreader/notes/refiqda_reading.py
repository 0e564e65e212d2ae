"""Reading REFI-QDA: codes and what is marked in plain texts, whatever program wrote the file.

What has no plain text (pictures, sound, rectangles of a PDF) is passed over and counted. The element
tree has been read with limits and without declarations; nothing else in it is trusted.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from xml.etree import ElementTree as ET

from reportreader.errors import InputError
from reportreader.notes.annotation import Colour
from reportreader.notes.codebook import Code
from reportreader.notes.refiqda import NOTES_JOINT, ORIGIN, RGB, code_guid
from reportreader.notes.tags import SEPARATOR

_INTERNAL = re.compile(r"internal:/{1,3}")
_OUTSIDE = re.compile(r"$|(?!internal:)[A-Za-z]+:|[/\\]")
"""The path of a text that is not in the archive: none, `relative:` or `absolute:`, or of a disk."""
_TOLD_APART = re.compile(r"(.+)（.*）")
"""A name that we gave a code because another one bears the same."""
_TEXTS = frozenset({"TextSource", "Representation", "Transcript", "TextDescription"})
_OTHER_SELECTIONS = frozenset(
    {"PictureSelection", "PDFSelection", "AudioSelection", "VideoSelection", "TranscriptSelection"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class QdaSelection:
    """A passage of a text, or the whole of it where `end` is 0, with what was said of it."""

    guid: str
    start: int = 0
    end: int = 0
    name: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    created: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QdaText:
    """A plain text of a project: in the project file itself, or in a part of the archive."""

    guid: str
    name: str
    part: str = ""
    content: str = ""
    selections: tuple[QdaSelection, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QdaProject:
    """What can be taken from a project; `passed_over` counts selections without plain text."""

    codes: tuple[Code, ...]
    texts: tuple[QdaText, ...]
    passed_over: int = 0


def parse_codebook(root: ET.Element) -> tuple[Code, ...]:
    """The codes of a `.qdc` file; raises InputError `project_malformed`."""
    if _name(root) != "CodeBook":
        raise InputError("project_malformed", reason=_name(root))
    return tuple(_codes(root).values())


def parse_project(root: ET.Element) -> QdaProject:
    """What a `project.qde` holds; raises InputError `project_malformed`."""
    if _name(root) != "Project":
        raise InputError("project_malformed", reason=_name(root))
    codes = _codes(root)
    notes = {
        note.get("guid", ""): note
        for holder in _children(root, "Notes")
        for note in _children(holder, "Note")
    }
    texts = [
        _text(element, source, codes, notes)
        for holder in _children(root, "Sources")
        for source in holder
        for element in source.iter()
        if _name(element) in _TEXTS
    ]
    if root.get("origin") != ORIGIN:
        texts = [replace(text, selections=_joined(text.selections)) for text in texts]
    return QdaProject(
        codes=tuple(codes.values()),
        texts=tuple(texts),
        passed_over=sum(_name(element) in _OTHER_SELECTIONS for element in root.iter()),
    )


def nearest_colour(rgb: str) -> Colour | None:
    """The highlight colour nearest to `#RRGGBB` or `#RGB`, None if it is neither."""
    digits = rgb.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    if not re.fullmatch(r"[0-9A-Fa-f]{6}", digits):
        return None
    wanted = _channels(digits)
    return min(RGB, key=lambda colour: _distance(wanted, _channels(RGB[colour][1:])))


def _codes(root: ET.Element) -> dict[str, Code]:
    """The codes below a root by GUID, each named by the path of names above it."""
    found: dict[str, Code] = {}
    for holder in root.iter():
        if _name(holder) == "Codes":
            for element in _children(holder, "Code"):
                _add_code(found, element, "")
    return found


def _add_code(found: dict[str, Code], element: ET.Element, above: str) -> None:
    # A name of another program may hold our separator; a level must not fall apart.
    name = element.get("name", "").replace(SEPARATOR, "∕").strip() or "?"
    tag = f"{above}{SEPARATOR}{name}" if above else name
    guid = element.get("guid", "").strip("{}").lower()
    told_apart = _TOLD_APART.fullmatch(name)
    if told_apart and code_guid(f"{above}{SEPARATOR}{told_apart[1]}") == guid:
        tag = f"{above}{SEPARATOR}{told_apart[1]}"
    found[guid] = Code(
        name=tag,
        colour=nearest_colour(element.get("color", "")),
        description=_child_text(element, "Description"),
    )
    for child in _children(element, "Code"):
        _add_code(found, child, tag)


def _text(
    element: ET.Element,
    source: ET.Element,
    codes: Mapping[str, Code],
    notes: Mapping[str, ET.Element],
) -> QdaText:
    path = element.get("plainTextPath", "")
    selections = [_selection(one, codes, notes) for one in _children(element, "PlainTextSelection")]
    whole = _of_whole(element, codes, notes)
    return QdaText(
        guid=element.get("guid", ""),
        name=(element.get("name") or source.get("name") or "").strip(),
        part="" if _OUTSIDE.match(path) else f"sources/{_INTERNAL.sub('', path, count=1)}",
        content=_child_text(element, "PlainTextContent"),
        selections=(*selections, *whole),
    )


def _joined(selections: Sequence[QdaSelection]) -> tuple[QdaSelection, ...]:
    """Selections of one passage as one: QualCoder writes a passage once for each of its codes."""
    joined: dict[tuple[object, ...], QdaSelection] = {}
    for one in selections:
        key = (one.start, one.end) if one.start < one.end else (one.guid,)
        first = joined.setdefault(key, one)
        if first is not one:
            notes = dict.fromkeys(filter(None, (first.note, one.note)))
            tags = sorted({*first.tags, *one.tags})
            joined[key] = replace(first, note="\n\n".join(notes), tags=tuple(tags))
    return tuple(joined.values())


def _selection(
    element: ET.Element, codes: Mapping[str, Code], notes: Mapping[str, ET.Element]
) -> QdaSelection:
    said = [_child_text(element, "Description"), *map(_said, _referred(element, notes))]
    return QdaSelection(
        guid=element.get("guid", ""),
        start=_number(element, "startPosition"),
        end=_number(element, "endPosition"),
        name=element.get("name", ""),
        note="\n\n".join(dict.fromkeys(filter(None, said))),
        tags=_tags(element, codes),
        created=_created(element),
    )


def _of_whole(
    element: ET.Element, codes: Mapping[str, Code], notes: Mapping[str, ET.Element]
) -> Iterator[QdaSelection]:
    """What was said of a text: each note, the description if it is another, the codes.

    A note may name a passage itself, as annotations of MAXQDA and QualCoder do.
    """
    guid = element.get("guid", "")
    referred = _referred(element, notes)
    for number, note in enumerate(referred):
        places = [_selection(one, codes, notes) for one in _children(note, "PlainTextSelection")]
        for place in places:
            yield replace(place, note=_said(note), created=place.created or _created(note))
        if not places:
            yield QdaSelection(guid=f"{guid} note {number}", note=_said(note))
    words = [_said(note) for note in referred]
    description = _child_text(element, "Description").strip()
    if description and description not in (*words, NOTES_JOINT.join(words).strip()):
        yield QdaSelection(guid=f"{guid} description", note=description)
    tags = _tags(element, codes)
    if tags:
        yield QdaSelection(guid=f"{guid} codes", tags=tags)


def _tags(element: ET.Element, codes: Mapping[str, Code]) -> tuple[str, ...]:
    targets = [
        reference.get("targetGUID", "").strip("{}").lower()
        for coding in _children(element, "Coding")
        for reference in _children(coding, "CodeRef")
    ]
    return tuple(sorted({codes[guid].name for guid in targets if guid in codes}))


def _referred(element: ET.Element, notes: Mapping[str, ET.Element]) -> list[ET.Element]:
    """The notes that an element refers to, if they say anything."""
    targets = [reference.get("targetGUID", "") for reference in _children(element, "NoteRef")]
    return [notes[guid] for guid in targets if guid in notes and _said(notes[guid])]


def _created(element: ET.Element) -> str:
    return element.get("creationDateTime") or element.get("modifiedDateTime") or ""


def _said(note: ET.Element) -> str:
    return _child_text(note, "PlainTextContent") or _child_text(note, "Description")


def _children(element: ET.Element, name: str) -> list[ET.Element]:
    return [child for child in element if _name(child) == name]


def _child_text(element: ET.Element, name: str) -> str:
    return next((child.text or "" for child in _children(element, name)), "")


def _number(element: ET.Element, name: str) -> int:
    said = element.get(name, "")
    return int(said) if re.fullmatch(r"\d{1,10}", said) else 0


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def _channels(digits: str) -> tuple[int, int, int]:
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def _distance(one: tuple[int, int, int], other: tuple[int, int, int]) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))
