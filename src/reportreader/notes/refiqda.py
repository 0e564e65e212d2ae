"""REFI-QDA: codebooks (`.qdc`) and projects (`.qdpx`) that NVivo, ATLAS.ti, MAXQDA and QualCoder read.

After the schemas Codebook.xsd and Project.xsd, version 1.0 of 18 March 2019 (www.qdasoftware.org).
Tags are codes, in their hierarchy; highlights are selections in the plain text of a source, by code
points, the end exclusive, with the note as description and as a note of the project, for programs read
one or the other; what has no place in a text becomes a note of its source. GUIDs are made from names
and ids, so that a later export of the same thing is recognised as the same.
"""

import re
import uuid
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from reportreader.errors import InputError
from reportreader.notes.annotation import Annotation, AnnotationKind, Colour, PlacementState
from reportreader.notes.codebook import Code
from reportreader.notes.exported import ExportedNote, ExportedReport
from reportreader.notes.tags import SEPARATOR, ancestors

CODEBOOK_NAMESPACE = "urn:QDA-XML:codebook:1.0"
PROJECT_NAMESPACE = "urn:QDA-XML:project:1.0"
PROJECT_FILE = "project.qde"
SOURCES_FOLDER = "sources"
ORIGIN = "reportreader"
RGB = {
    Colour.YELLOW: "#E8C547",
    Colour.GREEN: "#6FA86A",
    Colour.BLUE: "#5B8DB8",
    Colour.RED: "#C8605A",
    Colour.PURPLE: "#9A78B4",
}

NOTES_JOINT = "\n\n"
"""Stands between the notes of a source in its description."""
_NAMESPACE = uuid.UUID("5f0d8f5e-6d0a-5d6c-9a0e-1f1f6a2c7b11")
_USER_GUID = str(uuid.uuid5(_NAMESPACE, f"user {ORIGIN}"))
"""Who marked everything; some programs ask it of every coding."""
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DATE_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})?")
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time of every file in a project, so that equal projects are equal bytes."""
_UNKNOWN_TIME = "1980-01-01T00:00:00Z"
_NAME_LENGTH = 40
"""Code points of a passage that name its selection."""
_UNPLACED = frozenset({PlacementState.AMBIGUOUS, PlacementState.LOST})


@dataclass(frozen=True, slots=True, kw_only=True)
class QdaSource:
    """A report with its annotations, the text in which their placements are, and when it came."""

    report: ExportedReport
    text: str
    added: str = ""


def to_qdc(codes: Sequence[Code]) -> str:
    """A codebook as XML; raises InputError `codebook_empty`, for the format allows none."""
    if not codes:
        raise InputError("codebook_empty")
    root = ET.Element("CodeBook", xmlns=CODEBOOK_NAMESPACE, origin=ORIGIN)
    _add_codes(ET.SubElement(root, "Codes"), codes)
    return _document(root).decode("utf-8")


def to_qdpx(codes: Sequence[Code], sources: Sequence[QdaSource], *, name: str) -> bytes:
    """A project as the bytes of its file: the texts and what is marked in them.

    `codes` may leave out tags that annotations bear; they are added.
    """
    used = (
        tag for source in sources for note in source.report.notes for tag in note.annotation.tags
    )
    known = {code.name for code in codes}
    all_codes = [*codes, *(Code(name=tag) for tag in sorted(set(used) - known))]
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr(_entry(PROJECT_FILE), _document(_project(all_codes, sources, name)))
        for source in sources:
            path = f"{SOURCES_FOLDER}/{_source_guid(source)}.txt"
            archive.writestr(_entry(path), source.text.encode("utf-8", "replace"))
    return packed.getvalue()


def _project(codes: Sequence[Code], sources: Sequence[QdaSource], name: str) -> ET.Element:
    root = ET.Element("Project", xmlns=PROJECT_NAMESPACE, name=_legal(name), origin=ORIGIN)
    ET.SubElement(ET.SubElement(root, "Users"), "User", guid=_USER_GUID, name=ORIGIN)
    if codes:
        book = ET.SubElement(root, "CodeBook")
        _add_codes(ET.SubElement(book, "Codes"), codes)
    if sources:
        holder = ET.SubElement(root, "Sources")
        titles = Counter(source.report.title for source in sources)
        for source in sources:
            title, short_id = source.report.title, source.report.short_id
            _add_source(holder, source, f"{title} ({short_id})" if titles[title] > 1 else title)
    spoken = [
        note
        for source in sources
        for note in source.report.notes
        if _is_note_of_source(note) or note.annotation.body
    ]
    if spoken:
        holder = ET.SubElement(root, "Notes")
        for note in spoken:
            _add_note(holder, note)
    return root


def _add_codes(parent: ET.Element, codes: Iterable[Code]) -> None:
    """Every tag below the tag above it, which is made where it is missing."""
    named = {code.name: code for code in codes}
    elements: dict[str, ET.Element] = {}
    wanted = {above for tag in named for above in ancestors(tag)} | set(named)
    labels = Counter(tag.rpartition(SEPARATOR)[2] for tag in wanted)
    for tag in sorted(wanted, key=lambda tag: tag.split(SEPARATOR)):
        code = named.get(tag, Code(name=tag))
        above, _, label = tag.rpartition(SEPARATOR)
        # QualCoder knows a code by its last level alone and would lose what is marked with another.
        name = f"{label}（{above}）" if above and labels[label] > 1 else label
        element = ET.SubElement(
            elements[above] if above else parent,
            "Code",
            guid=code_guid(tag),
            name=_legal(name),
            isCodable="true",
        )
        if code.colour is not None:
            element.set("color", RGB[code.colour])
        if code.description:
            ET.SubElement(element, "Description").text = _legal(code.description)
        elements[tag] = element


def _add_source(parent: ET.Element, source: QdaSource, name: str) -> None:
    """A source under a name of its own: some programs know it by that and not by its GUID."""
    guid = _source_guid(source)
    element = ET.SubElement(
        parent,
        "TextSource",
        guid=guid,
        name=_legal(name),
        plainTextPath=f"internal://{guid}.txt",
        creatingUser=_USER_GUID,
    )
    _date(element, source.added, source.added)
    loose = [note.annotation for note in source.report.notes if _is_note_of_source(note)]
    said = [text for annotation in loose if (text := _content_of_loose(annotation))]
    if said:
        # Also as a description, which is where some programs look for what is said of a whole text.
        ET.SubElement(element, "Description").text = _legal(NOTES_JOINT.join(said))
    for note in source.report.notes:
        if not _is_note_of_source(note):
            _add_selection(element, note)
    for annotation in loose:
        for tag in annotation.tags:
            _add_coding(element, annotation, tag)
    for annotation in loose:
        _refer(element, "NoteRef", _guid("note", annotation.annotation_id))


def _add_selection(parent: ET.Element, note: ExportedNote) -> None:
    annotation, placement = note.annotation, note.placement
    element = ET.SubElement(
        parent,
        "PlainTextSelection",
        guid=selection_guid(annotation.annotation_id),
        name=_legal(" ".join(annotation.quote[:_NAME_LENGTH].split())),
        startPosition=str(placement.start),
        endPosition=str(placement.end),
        creatingUser=_USER_GUID,
    )
    _date(element, annotation.created, annotation.changed)
    if annotation.body:
        ET.SubElement(element, "Description").text = _legal(annotation.body)
    for tag in annotation.tags:
        _add_coding(element, annotation, tag)
    if annotation.body:
        _refer(element, "NoteRef", _guid("note", annotation.annotation_id))


def _add_coding(parent: ET.Element, annotation: Annotation, tag: str) -> None:
    guid = _guid("coding", f"{annotation.annotation_id} {tag}")
    coding = ET.SubElement(parent, "Coding", guid=guid, creatingUser=_USER_GUID)
    _refer(coding, "CodeRef", code_guid(tag))


def _add_note(parent: ET.Element, note: ExportedNote) -> None:
    """What a reader wrote; below it the passage where no selection shows it."""
    annotation = note.annotation
    said = annotation.body or annotation.quote
    element = ET.SubElement(
        parent,
        "Note",
        guid=_guid("note", annotation.annotation_id),
        name=_legal(" ".join(said[:_NAME_LENGTH].split())),
        creatingUser=_USER_GUID,
    )
    _date(element, annotation.created, annotation.changed)
    content = _content_of_loose(annotation) if _is_note_of_source(note) else annotation.body
    ET.SubElement(element, "PlainTextContent").text = _legal(content)


def _content_of_loose(annotation: Annotation) -> str:
    """What a note of a source says, with the passage that no selection shows."""
    return "\n\n".join(filter(None, (annotation.body, annotation.quote)))


def _refer(parent: ET.Element, name: str, guid: str) -> None:
    ET.SubElement(parent, name, targetGUID=guid)


def _is_note_of_source(note: ExportedNote) -> bool:
    """Whether an annotation selects nothing in the text: it has no settled place, or is a point."""
    start, end = note.placement.start, note.placement.end
    is_passage = start is not None and end is not None and start < end
    is_highlight = note.annotation.kind is AnnotationKind.HIGHLIGHT
    return not (is_passage and is_highlight) or note.placement.state in _UNPLACED


def _date(element: ET.Element, created: str, changed: str) -> None:
    """The times of a thing, in the form that the schema takes; QualCoder fails without them."""
    first = created if _DATE_TIME.fullmatch(created) else _UNKNOWN_TIME
    element.set("creationDateTime", first)
    element.set("modifiedDateTime", changed if _DATE_TIME.fullmatch(changed) else first)


def selection_guid(annotation_id: str) -> str:
    """The GUID under which an annotation is a selection of a project."""
    return _guid("selection", annotation_id)


def code_guid(tag: str) -> str:
    """The GUID under which a tag is a code."""
    return _guid("code", tag)


def _source_guid(source: QdaSource) -> str:
    return _guid("source", f"{source.report.short_id} {source.report.title}")


def _guid(kind: str, name: str) -> str:
    return str(uuid.uuid5(_NAMESPACE, f"{kind} {name}"))


def _entry(path: str) -> ZipInfo:
    entry = ZipInfo(path, _EARLIEST)
    entry.compress_type = ZIP_DEFLATED
    return entry


def _document(root: ET.Element) -> bytes:
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _legal(text: str) -> str:
    """Text without what XML cannot hold."""
    return _ILLEGAL.sub("\ufffd", text)
