"""Correcting: what a reader said about the structure of a report, laid over what the passes found.

Corrections are applied in the order in which they were made, each to the outcome of the one before.
One that finds nothing to correct (the passes have learnt better) changes nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reportreader.document.block import Blocks
from reportreader.document.document import Document
from reportreader.document.metadata import Metadata, MetadataField, MetadataItem
from reportreader.document.section import Section, SectionKind
from reportreader.document.span import Join
from reportreader.structure.assembling import find_content_ends
from reportreader.structure.headingblocks import (
    make_heading_block,
    relevel_heading_block,
    unmake_heading_block,
)

READER_REASON = "reason_reader"
MOST_LEVELS = 9
_CLOSING = "。：:，,；;、"
_FIRST_WIDE = "\u2e80"


class CorrectionKind(StrEnum):
    """What a correction says of its passage."""

    HEADING = "heading"
    """It is a heading; the value is its level, empty for that of the heading before it."""
    NOT_HEADING = "not-heading"
    LEVEL = "level"
    """The heading is of the level that the value says, and its subsections move with it."""
    MERGE = "merge"
    """The headings in it are one."""
    TITLE = "title"
    """The section is called what the value says; empty: what its heading says."""
    METADATA = "metadata"
    """A field of the report is the value, empty for none; the passage may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a reader said of `text[start:end]`, which reads `quote`.

    `field` is only set for metadata; such a correction without a passage has start and end 0.
    """

    kind: CorrectionKind
    start: int
    end: int
    quote: str = ""
    value: str = ""
    field: MetadataField | None = None

    @property
    def level(self) -> int:
        """The level that a correction asks for, 0 for none."""
        return max(1, min(int(self.value), MOST_LEVELS)) if self.value.isdecimal() else 0

    @property
    def is_of_whole_report(self) -> bool:
        """Whether it needs no passage to hold on to."""
        return self.kind is CorrectionKind.METADATA and self.start == self.end


def apply_corrections(document: Document, corrections: Iterable[Correction]) -> Document:
    """`document` as its reader corrected it; corrections of what lies behind its end are left out.

    Blocks follow their headings, and every section reaches to the next of its level or above.
    """
    fitting = [one for one in corrections if one.end <= len(document.text)]
    if not fitting:
        return document
    draft = _Draft(
        text=document.text,
        blocks=document.blocks,
        joins=list(document.joins),
        sections=list(document.sections),
        items=list(document.metadata.items),
    )
    for correction in fitting:
        draft.apply(correction)
    return document._replace(
        blocks=draft.blocks,
        joins=tuple(draft.joins),
        sections=_reaching(draft.sections, len(document.text)),
        metadata=Metadata(items=tuple(draft.items)),
    )


def heading_bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """`text[start:end]` without white space around it and without its closing mark."""
    while end > start and (text[end - 1].isspace() or text[end - 1] in _CLOSING):
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


def is_replaced_by(earlier: Correction, later: Correction) -> bool:
    """Whether `later` leaves nothing to say for `earlier`; both with their places in one text."""
    if CorrectionKind.METADATA in (earlier.kind, later.kind):
        return earlier.kind is later.kind and earlier.field is later.field
    if later.start >= earlier.end or earlier.start >= later.end:
        return False
    if later.kind in (CorrectionKind.HEADING, CorrectionKind.NOT_HEADING):
        return True
    if earlier.kind is CorrectionKind.NOT_HEADING:
        return True
    return earlier.kind is later.kind and earlier.start == later.start


@dataclass(slots=True)
class _Draft:
    """The parts of a document while corrections are being applied."""

    text: str
    blocks: Blocks
    joins: list[Join]
    sections: list[Section]
    items: list[MetadataItem]

    def apply(self, correction: Correction) -> None:
        match correction.kind:
            case CorrectionKind.HEADING:
                self._make_heading(correction.start, correction.end, level=correction.level)
            case CorrectionKind.NOT_HEADING:
                self._unmake_headings(correction)
            case CorrectionKind.LEVEL:
                self._move(self._ensure(correction), correction.level)
            case CorrectionKind.MERGE:
                self._merge(correction)
            case CorrectionKind.TITLE:
                self._rename(self._ensure(correction), correction.value)
            case CorrectionKind.METADATA:
                self._set_metadata(correction)

    def _overlapping(self, start: int, end: int) -> list[int]:
        return [
            index
            for index, section in enumerate(self.sections)
            if section.start < end and start < section.end
        ]

    def _ensure(self, correction: Correction) -> int | None:
        """Index of the section of a passage: who levels or names one says that there is one."""
        found = self._overlapping(correction.start, correction.end)
        if found:
            same = (index for index in found if self.sections[index].start == correction.start)
            return next(same, found[0])
        return self._make_heading(correction.start, correction.end)

    def _make_heading(self, start: int, end: int, *, level: int = 0, title: str = "") -> int | None:
        start, end = heading_bounds(self.text, start, end)
        if start >= end:
            return None
        level = level or self._level_of_neighbour(start)
        for index in reversed(self._overlapping(start, end)):
            self.blocks = unmake_heading_block(self.blocks, self.sections.pop(index).start)
        self.blocks = make_heading_block(self.text, self.blocks, start, end, level)
        self._join(start, end)
        section = Section(
            start=start,
            end=end,
            level=level,
            title=title or self._one_line(start, end),
            kind=SectionKind.READER,
            content_end=len(self.text),
            reason=READER_REASON,
        )
        index = sum(other.start < start for other in self.sections)
        self.sections.insert(index, section)
        return index

    def _unmake_headings(self, correction: Correction) -> None:
        for index in reversed(self._overlapping(correction.start, correction.end)):
            self.blocks = unmake_heading_block(self.blocks, self.sections.pop(index).start)

    def _move(self, index: int | None, level: int) -> None:
        """Gives a section its level and moves its subsections as far."""
        if index is None or not level:
            return
        old = self.sections[index].level
        for follower in range(index, len(self.sections)):
            section = self.sections[follower]
            if follower > index and section.level <= old:
                break
            moved = max(1, section.level + level - old)
            self.blocks = relevel_heading_block(self.blocks, section.start, moved)
            self.sections[follower] = section._replace(level=moved)
        self.sections[index] = _by_reader(self.sections[index])

    def _merge(self, correction: Correction) -> None:
        found = self._overlapping(correction.start, correction.end)
        if len(found) < 2:
            return
        first, last = self.sections[found[0]], self.sections[found[-1]]
        self._make_heading(first.start, last.end, level=first.level)

    def _rename(self, index: int | None, title: str) -> None:
        if index is not None:
            section = self.sections[index]
            said = title or self._one_line(section.start, section.end)
            self.sections[index] = _by_reader(section)._replace(title=said)

    def _set_metadata(self, correction: Correction) -> None:
        kept = [item for item in self.items if item.field is not correction.field]
        if correction.field is not None and correction.value:
            place = (
                (-1, -1) if correction.is_of_whole_report else (correction.start, correction.end)
            )
            item = MetadataItem(
                field=correction.field, value=correction.value, start=place[0], end=place[1]
            )
            kept.insert(sum(other.start <= item.start for other in kept), item)
        self.items = kept

    def _level_of_neighbour(self, start: int) -> int:
        before = [section.level for section in self.sections if section.start < start]
        behind = [section.level for section in self.sections if section.start >= start]
        return before[-1] if before else behind[0] if behind else 1

    def _join(self, start: int, end: int) -> None:
        """Line breaks inside a heading are not shown."""
        position = self.text.find("\n", start, end)
        while position >= 0:
            first, last = position, position + 1
            while self.text[first - 1].isspace():
                first -= 1
            while self.text[last].isspace():
                last += 1
            if not any(join.start <= position < join.end for join in self.joins):
                self.joins.append(Join(start=first, end=last))
            position = self.text.find("\n", last, end)
        self.joins.sort(key=lambda join: join.start)

    def _one_line(self, start: int, end: int) -> str:
        """The passage as one line: between wide characters a line break leaves nothing behind."""
        line = ""
        for piece in self.text[start:end].splitlines():
            said = " ".join(piece.split())
            is_close = bool(line and said) and line[-1] >= _FIRST_WIDE and said[0] >= _FIRST_WIDE
            line += said if is_close or not line or not said else f" {said}"
        return line


def _by_reader(section: Section) -> Section:
    return section._replace(kind=SectionKind.READER, confidence=1.0, reason=READER_REASON)


def _reaching(sections: Sequence[Section], length: int) -> tuple[Section, ...]:
    starts = [section.start for section in sections]
    ends = find_content_ends(starts, [section.level for section in sections], length)
    return tuple(
        section._replace(content_end=end) for section, end in zip(sections, ends, strict=True)
    )
