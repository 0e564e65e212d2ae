"""What an export is made of: reports, and their annotations as they stand in the current version."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reportreader.document.metadata import Metadata
from reportreader.notes.annotation import Annotation, Placement, PlacementState

Words = Callable[[str], str]
"""Gives the sentence of a message id (`export.note`) in the reader's language, placeholders open."""

SETTLED_STATES = frozenset({PlacementState.EXACT, PlacementState.MOVED})


class Grouping(StrEnum):
    """What the headings of an export are."""

    SECTION = "section"
    TAG = "tag"
    COLOUR = "colour"
    FLAT = "flat"
    """None: one list in reading order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedNote:
    """An annotation with its place in the current version of its report.

    `section_path` holds the titles of the sections around that place, outermost first; `page` is
    what the page of the source is called, if it has pages.
    `current_text` is what stands there now, needed only where it differs from the quote. `times`
    say when its fields were changed (`notes.joining`).
    """

    annotation: Annotation
    placement: Placement
    section_path: tuple[str, ...] = ()
    page: str = ""
    current_text: str = ""
    times: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_settled(self) -> bool:
        """Whether the passage stands where it is said to stand, unchanged."""
        return self.placement.state in SETTLED_STATES

    @property
    def offset(self) -> int:
        """Where the passage begins now, or began where it has no place any more."""
        start = self.placement.start
        return self.annotation.start if start is None else start


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedReport:
    """A report and those of its annotations that are exported, in any order."""

    short_id: str
    title: str
    metadata: Metadata
    notes: tuple[ExportedNote, ...] = ()
