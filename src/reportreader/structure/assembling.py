"""Assembling: blocks and sections out of what the passes have found."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportreader.document.block import Block, BlockKind, Blocks
from reportreader.document.metadata import MetadataField, MetadataItem
from reportreader.document.section import Section
from reportreader.structure.candidate import Form, Heading
from reportreader.structure.line import Unit, one_line
from reportreader.structure.roles import Role

_KINDS = {
    Role.TITLE: BlockKind.TITLE,
    Role.KICKER: BlockKind.KICKER,
    Role.SUBTITLE: BlockKind.SUBTITLE,
    Role.BYLINE: BlockKind.BYLINE,
    Role.FURNITURE: BlockKind.FURNITURE,
    Role.CAPTION: BlockKind.CAPTION,
    Role.SIGNATURE: BlockKind.BYLINE,
    Role.COLUMN: BlockKind.HEADING,
    Role.HEADLINE: BlockKind.HEADING,
    Role.LEFT_OVER: BlockKind.FURNITURE,
}
_PARTS = {
    MetadataField.TITLE: BlockKind.TITLE,
    MetadataField.DOCUMENT_NUMBER: BlockKind.BYLINE,
}


def make_blocks(
    view: str,
    units: Sequence[Unit],
    roles: Mapping[int, Role],
    items: Sequence[MetadataItem],
    closings: Mapping[int, int],
    headings: Sequence[Heading],
    levels: Sequence[int],
) -> Blocks:
    """One block a unit, but for flat text, whose headings, title and credits become their own."""
    lines: dict[int, int] = {}
    inside: dict[int, list[tuple[int, int, BlockKind, int]]] = {}
    for heading, level in zip(headings, levels, strict=True):
        if heading.form is Form.LINE:
            lines[heading.unit] = level
        elif heading.form is Form.INLINE and units[heading.unit].flat:
            inside.setdefault(heading.unit, []).append(_part(view, units, heading, level))
    for number, start in closings.items():
        end = units[number].end
        inside.setdefault(number, []).append((start, end, BlockKind.BYLINE, 0))
    first = next((number for number in range(len(units)) if number not in roles), len(units))
    for item in items:
        kind = _PARTS.get(item.field)
        if kind and first < len(units) and units[first].start <= item.start < units[first].end:
            inside.setdefault(first, []).append((item.start, item.end, kind, 0))
    return Blocks(_iter_blocks(view, units, roles, lines, inside))


def _part(
    view: str, units: Sequence[Unit], heading: Heading, level: int
) -> tuple[int, int, BlockKind, int]:
    """An inline heading set off by a blank stands alone, one closed by 。 opens its paragraph."""
    unit = units[heading.unit]
    closed = heading.end < unit.end and view[heading.end] in "。:!?—-,"
    end = heading.start if closed else heading.end
    return heading.start, end, BlockKind.HEADING, level


def _iter_blocks(
    view: str,
    units: Sequence[Unit],
    roles: Mapping[int, Role],
    lines: Mapping[int, int],
    inside: Mapping[int, list[tuple[int, int, BlockKind, int]]],
) -> Iterator[Block]:
    headline_level = 0
    for number, unit in enumerate(units):
        role = roles.get(number)
        headline_level = lines.get(number, headline_level)
        if role in (Role.COLUMN, Role.HEADLINE):
            yield Block(
                start=unit.start, end=unit.end, kind=BlockKind.HEADING, level=headline_level
            )
        elif role in _KINDS:
            yield Block(start=unit.start, end=unit.end, kind=_KINDS[role])
        elif number in lines:
            yield Block(start=unit.start, end=unit.end, kind=BlockKind.HEADING, level=lines[number])
        elif number in inside:
            yield from _cut(view, unit, sorted(inside[number]))
        else:
            yield Block(start=unit.start, end=unit.end)


def _cut(
    view: str, unit: Unit, parts: Iterable[tuple[int, int, BlockKind, int]]
) -> Iterator[Block]:
    position = unit.start
    for start, end, kind, level in parts:
        if start < position:
            continue
        yield from _paragraph(view, position, start)
        if end > start:
            yield Block(start=start, end=end, kind=kind, level=level)
        position = end
    yield from _paragraph(view, position, unit.end)


def _paragraph(view: str, start: int, end: int) -> Iterator[Block]:
    while start < end and view[start].isspace():
        start += 1
    while end > start and view[end - 1].isspace():
        end -= 1
    if end > start:
        yield Block(start=start, end=end)


def make_sections(
    text: str, units: Sequence[Unit], headings: Sequence[Heading], levels: Sequence[int]
) -> tuple[Section, ...]:
    """Sections in text order; each reaches to the next of its level or above."""
    ends = find_content_ends([heading.start for heading in headings], levels, len(text))
    return tuple(
        Section(
            start=heading.start,
            end=heading.end,
            level=level,
            title=one_line(text, heading.start, heading.end, units[heading.unit].joins),
            kind=heading.kind,
            content_end=end,
            confidence=heading.confidence,
            reason=heading.reason,
        )
        for heading, level, end in zip(headings, levels, ends, strict=True)
    )


def find_content_ends(starts: Sequence[int], levels: Sequence[int], length: int) -> list[int]:
    """For each heading where its part ends: at the next one of its level or above."""
    ends = [length] * len(starts)
    open_sections: list[int] = []
    for index, level in enumerate(levels):
        while open_sections and levels[open_sections[-1]] >= level:
            ends[open_sections.pop()] = starts[index]
        open_sections.append(index)
    return ends


def sort_items(items: Iterable[MetadataItem]) -> tuple[MetadataItem, ...]:
    """Items in text order, each field and value once."""
    seen = set()
    kept = []
    for item in sorted(items, key=lambda item: item.start):
        if item.start < item.end and (item.field, item.value) not in seen:
            seen.add((item.field, item.value))
            kept.append(item)
    return tuple(kept)
