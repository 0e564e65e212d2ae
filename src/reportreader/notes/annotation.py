"""Annotations: what a reader marks in a report, and where each mark stands in each version of it.

An annotation is made on one version of a text and never changed by a later import; where it stands
in another version is a `Placement` of its own.
"""

from enum import StrEnum
from typing import NamedTuple, NewType

AnnotationId = NewType("AnnotationId", str)
"""A ULID: 26 characters of Crockford base 32, ascending by creation time."""
ReportId = NewType("ReportId", int)
VersionId = NewType("VersionId", int)

CONTEXT_LENGTH = 64
"""Code points kept before and behind a quote (W3C TextQuoteSelector)."""


class AnnotationKind(StrEnum):
    """What sort of mark it is."""

    HIGHLIGHT = "highlight"
    """A passage in a colour, with or without a note."""
    BOOKMARK = "bookmark"
    """A place with a label."""
    MARK = "mark"
    """A place under one letter, as in vi; the letter is the body."""
    REPORT_NOTE = "report-note"
    """A note on the report as a whole."""


class Colour(StrEnum):
    """The five highlight colours."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    RED = "red"
    PURPLE = "purple"


class PlacementState(StrEnum):
    """What became of a passage in a later version of its report."""

    EXACT = "exact"
    MOVED = "moved"
    CHANGED = "changed"
    AMBIGUOUS = "ambiguous"
    LOST = "lost"


class PlacedBy(StrEnum):
    """Who decided on a placement."""

    PROGRAM = "program"
    PERSON = "person"


class Annotation(NamedTuple):
    """A mark as its reader made it.

    `text[start:end]` of version `version_id` is `quote`; `prefix` and `suffix` are up to
    `CONTEXT_LENGTH` code points around it. `heading_path` holds the section titles, outermost
    first, as they stood then. Times are ISO 8601 in UTC with `Z`. `deleted` is empty unless it
    lies in the trash. `revision` counts changes from 1 and guards against lost updates.
    """

    annotation_id: AnnotationId
    report_id: ReportId
    version_id: VersionId
    kind: AnnotationKind
    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""
    heading_path: tuple[str, ...] = ()
    colour: Colour = Colour.YELLOW
    body: str = ""
    tags: tuple[str, ...] = ()
    created: str = ""
    changed: str = ""
    deleted: str = ""
    revision: int = 1


class Placement(NamedTuple):
    """Where an annotation stands in one version; start and end are None where it has no place."""

    annotation_id: AnnotationId
    version_id: VersionId
    start: int | None
    end: int | None
    state: PlacementState
    confidence: float = 1.0
    placed_by: PlacedBy = PlacedBy.PROGRAM


class PlacedAnnotation(NamedTuple):
    """An annotation together with its place in the version that is being read."""

    annotation: Annotation
    placement: Placement
