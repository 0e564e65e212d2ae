"""Imports projects and codebooks of qualitative analysis (REFI-QDA).

A text of a project is the report of the library that reads the same or bears its name; one that is
neither there is added. Its selections become highlights by their offsets where the report reads as
the text does, else by their words; what has no certain place waits for review. A selection has the
same id at every import.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from reportreader.errors import InputError
from reportreader.ingest.formats.package import Package, parse_xml
from reportreader.library.annotations import list_annotation_ids
from reportreader.library.library import Library
from reportreader.library.reports import find_namesakes
from reportreader.notes.anchoring import make_anchor
from reportreader.notes.annotation import (
    Annotation,
    AnnotationId,
    AnnotationKind,
    ReportId,
    VersionId,
)
from reportreader.notes.codebook import Code
from reportreader.notes.ids import encode_ulid
from reportreader.notes.refiqda import PROJECT_FILE, selection_guid
from reportreader.notes.refiqda_reading import (
    QdaSelection,
    QdaText,
    parse_codebook,
    parse_project,
)
from reportreader.notes.webreading import ImportedAnnotation
from reportreader.services.adding import add_bytes
from reportreader.services.browsing import get_report
from reportreader.services.import_steps import ImportStep
from reportreader.services.importing import import_annotations

_EARLIEST = "1980-01-01T00:00:00.000Z"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedProject:
    """What became of a project: of its texts, and of each of its selections.

    `texts_missing` names those whose text is not in the file; `passed_over` counts selections in
    what is no text.
    """

    steps: tuple[ImportStep, ...]
    code_count: int
    texts_added: int
    texts_missing: tuple[str, ...]
    passed_over: int


def is_project(data: bytes) -> bool:
    """Whether the bytes of a file may be a project, which is a zip archive."""
    return data.startswith(b"PK\x03\x04")


def read_codebook(data: bytes, *, name: str) -> tuple[Code, ...]:
    """The codes of a `.qdc` file; raises InputError."""
    return parse_codebook(parse_xml(data, name=name))


def import_project(
    library: Library, data: bytes, *, name: str, dry_run: bool = False
) -> ImportedProject:
    """Takes codebook, texts and selections of a `.qdpx` file; with `dry_run` nothing is changed.

    The codebook and the annotations are one change, which can be undone. An empty text is
    passed over, and named if anything is marked in it. Raises InputError for a file that is none.
    """
    package = Package(data, name=name)
    root = package.xml(PROJECT_FILE)
    if root is None:
        raise InputError("project_malformed", reason=PROJECT_FILE)
    project = parse_project(root)
    known = {selection_guid(key): key for key in list_annotation_ids(library)}
    imported: list[ImportedAnnotation] = []
    missing: list[str] = []
    added = 0
    for text in project.texts:
        content = _content(package, text)
        if content is None or not content.strip():
            missing += [text.name or text.part] if text.selections else []
            continue
        report_id, is_new = _report_for(library, text, content, dry_run=dry_run)
        added += is_new
        title = get_report(library, report_id).title if report_id is not None else text.name
        imported += _annotations(text, content, title, report_id, known)
    return ImportedProject(
        steps=import_annotations(library, imported, codes=project.codes, dry_run=dry_run),
        code_count=len(project.codes),
        texts_added=added,
        texts_missing=tuple(missing),
        passed_over=project.passed_over,
    )


def _content(package: Package, text: QdaText) -> str | None:
    """The plain text in which the selections are, None if the file does not hold it."""
    if not text.part:
        return text.content or None
    data = package.read(text.part)
    if data is None:
        return None
    content = data.decode("utf-8-sig", "replace")
    plain = content.replace("\r\n", "\n")
    # Programs count the end of a line in Windows as one or as two; the names of selections tell.
    return max((plain, content), key=lambda one: _agreement(one, text.selections))


def _agreement(content: str, selections: Iterable[QdaSelection]) -> int:
    """How many selections begin as their names do."""
    return sum(
        bool(one.name) and content[one.start : one.end].split()[:1] == one.name.split()[:1]
        for one in selections
    )


def _report_for(
    library: Library, text: QdaText, content: str, *, dry_run: bool
) -> tuple[ReportId | None, bool]:
    """The report that a text is, and whether it had to be added; None for a dry run that would."""
    namesakes = find_namesakes(library, text.name)
    if len(namesakes) == 1:
        return namesakes[0].report_id, False
    file = add_bytes(library, content.encode("utf-8", "replace"), text.name, dry_run=dry_run)
    if file.error is not None:
        raise file.error
    return file.report_id, file.outcome == "added"


def _annotations(
    text: QdaText,
    content: str,
    title: str,
    report_id: ReportId | None,
    known: dict[str, AnnotationId],
) -> list[ImportedAnnotation]:
    return [
        ImportedAnnotation(
            annotation=_annotation(one, content, known),
            report_short_id="" if report_id is None else str(report_id),
            source=text.name,
            title=title,
            has_position=one.end > one.start,
        )
        for one in text.selections
    ]


def _annotation(
    selection: QdaSelection, content: str, known: dict[str, AnnotationId]
) -> Annotation:
    is_passage = 0 <= selection.start < selection.end <= len(content)
    start, end = (selection.start, selection.end) if is_passage else (0, 0)
    anchor = make_anchor(content, start, end)
    created = selection.created or _EARLIEST
    return Annotation(
        annotation_id=known.get(selection.guid.strip("{}").lower()) or _made_id(selection, created),
        report_id=ReportId(0),
        version_id=VersionId(0),
        kind=AnnotationKind.HIGHLIGHT if is_passage else AnnotationKind.REPORT_NOTE,
        start=start,
        end=end,
        quote=anchor.exact,
        prefix=anchor.prefix if is_passage else "",
        suffix=anchor.suffix if is_passage else "",
        body=selection.note,
        tags=selection.tags,
        created=created,
        changed=created,
    )


def _made_id(selection: QdaSelection, created: str) -> AnnotationId:
    """An id from the GUID of a selection: the same at every import."""
    digest = hashlib.sha256(selection.guid.encode()).digest()
    try:
        time = datetime.fromisoformat(created)
    except ValueError:
        time = datetime.fromisoformat(_EARLIEST)
    aware = time if time.tzinfo else time.replace(tzinfo=UTC)
    time_ms = min(max(0, int(aware.timestamp() * 1000)), (1 << 48) - 1)
    return encode_ulid(time_ms, int.from_bytes(digest[:10]))
