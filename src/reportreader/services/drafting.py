"""What is to be marked, and the annotation that it becomes."""

from dataclasses import dataclass, field
from typing import Protocol

from reportreader.document.document import Document
from reportreader.document.outline import path_titles
from reportreader.errors import InputError
from reportreader.ingest.sanitising import sanitise
from reportreader.notes.anchoring import make_anchor
from reportreader.notes.annotation import Annotation, AnnotationKind, Colour, ReportId, VersionId
from reportreader.notes.ids import make_annotation_id
from reportreader.services.tagging import normal_tags


class Readable(Protocol):
    """What is annotated: one version of one report; an `OpenedReport` or an `AnnotationTarget`."""

    @property
    def report_id(self) -> ReportId:
        """The report."""

    @property
    def version_id(self) -> VersionId:
        """The version whose offsets are meant."""

    @property
    def document(self) -> Document:
        """Its document, or the beginning of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotationTarget:
    """A version of a report to be annotated by a program that did not open it for reading."""

    report_id: ReportId
    version_id: VersionId
    document: Document


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotationDraft:
    """A mark that is to be made at `text[start:end]`; marks and bookmarks may be empty."""

    kind: AnnotationKind
    start: int = 0
    end: int = 0
    colour: Colour = Colour.YELLOW
    body: str = ""
    tags: tuple[str, ...] = field(default=())


def make_annotation(target: Readable, draft: AnnotationDraft, now: str) -> Annotation:
    """The annotation of a draft, made at `now`; raises InputError for a passage that is none."""
    document = target.document
    start, end = draft.start, draft.end
    if draft.kind is AnnotationKind.REPORT_NOTE:
        start = end = 0
    require_passage(document, start, end, draft.kind)
    anchor = make_anchor(document.text, start, end)
    is_place = draft.kind is not AnnotationKind.REPORT_NOTE
    return Annotation(
        annotation_id=make_annotation_id(),
        report_id=target.report_id,
        version_id=target.version_id,
        kind=draft.kind,
        start=start,
        end=end,
        quote=anchor.exact,
        prefix=anchor.prefix if is_place else "",
        suffix=anchor.suffix if is_place else "",
        heading_path=path_titles(document.sections, start) if is_place else (),
        colour=draft.colour,
        body=sanitise(draft.body),
        tags=normal_tags(draft.tags),
        created=now,
        changed=now,
    )


def require_passage(document: Document, start: int, end: int, kind: AnnotationKind) -> None:
    """Raises InputError unless `text[start:end]` lies in the text and is something to mark."""
    length = len(document.text)
    is_empty = start == end and kind is AnnotationKind.HIGHLIGHT
    if is_empty or not 0 <= start <= end <= length:
        raise InputError("passage_outside", start=start, end=end, length=length)
