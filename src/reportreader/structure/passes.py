"""Passes as they can be shown: what each of them marked in a text."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportreader.structure.reading import read_text


@dataclass(frozen=True, slots=True, kw_only=True)
class PassMark:
    """Something a pass marked: `text[start:end]` and what it takes it for."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StructurePass:
    """One pass by name, and what it marked."""

    name: str
    marks: tuple[PassMark, ...]


def iter_passes(text: str) -> Iterator[StructurePass]:
    """Each pass over `text` with what it marked, in their order."""
    reading = read_text(text)
    units = reading.units
    yield StructurePass(
        name="furniture",
        marks=tuple(
            PassMark(start=reading.lines[number].start, end=reading.lines[number].end, label=reason)
            for number, reason in sorted(reading.furniture.items())
        ),
    )
    yield StructurePass(
        name="joins",
        marks=tuple(
            PassMark(start=join.start, end=join.end, label="join")
            for unit in units
            for join in unit.joins
        ),
    )
    yield StructurePass(
        name="articles",
        marks=tuple(
            PassMark(
                start=units[article.first].start, end=units[article.last].end, label="headline"
            )
            for article in reading.page
        ),
    )
    yield StructurePass(
        name="roles",
        marks=tuple(
            PassMark(start=units[number].start, end=units[number].end, label=str(role))
            for number, role in sorted(reading.roles.items())
        ),
    )
    yield StructurePass(
        name="metadata",
        marks=tuple(
            PassMark(start=item.start, end=item.end, label=str(item.field))
            for item in reading.items
        ),
    )
    yield StructurePass(
        name="headings",
        marks=tuple(
            PassMark(start=heading.start, end=heading.end, label=heading.reason)
            for heading in reading.headings
        ),
    )
    yield StructurePass(
        name="levels",
        marks=tuple(
            PassMark(start=heading.start, end=heading.end, label=str(level))
            for heading, level in zip(reading.headings, reading.levels, strict=True)
        ),
    )
