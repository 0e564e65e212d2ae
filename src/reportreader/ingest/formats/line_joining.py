"""Joins the lines of pages to paragraphs and tells running heads and page numbers apart.

A line that ends short of its column ends a paragraph, one that is indented begins one; the same
words at the same height of many pages are furniture. Pure: lines in, paragraphs out.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reportreader.ingest.building import DocumentBuilder
from reportreader.ingest.contents_lines import is_contents_line
from reportreader.ingest.formats.placed_line import PlacedLine

_EDGE_SHARE = 0.13
"""Share of the page height at top and bottom where running heads and page numbers stand."""
_REPEATED_SHARE = 0.4
"""Share of the pages on which the same words make a running head."""
_NUMBERS = re.compile("[0-9０-９一二三四五六七八九十]+")
_PAGE_NUMBER = re.compile(r"[-—–－\s]*(?:第\s*)?[0-9０-９]{1,4}(?:\s*页)?(?:\s*/\s*\d+)?[-—–－\s]*")
_LATIN_END = re.compile("[A-Za-z0-9,;]$")
_LATIN_START = re.compile("[A-Za-z]")
_SAME_SIZE = 0.6
_INDENT = 0.9
_FULL = 1.6
_GAP = 2.35
_COLUMN_GAP = 4.0
_NARROWEST = 8.0
"""Narrower than this (in sizes of the type) is a cell of a table, not a column of text."""


@dataclass(slots=True)
class JoinedParagraph:
    """A paragraph; `is_furniture` for what only the paper needs.

    `pages` holds the pages that begin in it: the place in `text`, and the number of the page.
    """

    text: str
    size: float
    is_furniture: bool = False
    pages: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class _Columns:
    """Left edges of the columns, ascending, and how far their lines reach to the right."""

    lefts: list[float] = field(default_factory=list)
    rights: dict[int, float] = field(default_factory=dict)

    def of(self, line: PlacedLine) -> int:
        """Number of the column that a line stands in."""
        return max(bisect_right(self.lefts, line.left + 3) - 1, 0)


def join_lines(lines: Sequence[PlacedLine], page_count: int) -> list[JoinedParagraph]:
    """The paragraphs of a document in reading order; furniture follows what it stood inside."""
    furniture = find_furniture(lines, page_count)
    body = [line for number, line in enumerate(lines) if number not in furniture]
    if not body:
        furniture, body = frozenset(), list(lines)
    size = _body_size(body)
    columns = _find_columns(body, size)
    paragraphs: list[JoinedParagraph] = []
    waiting: list[JoinedParagraph] = []
    previous: PlacedLine | None = None
    for number, line in enumerate(lines):
        if number in furniture:
            waiting.append(JoinedParagraph(line.text, line.size, is_furniture=True))
            continue
        if previous is not None and _goes_on(previous, line, columns, size):
            paragraphs[-1].text = _joined(paragraphs[-1].text, line.text)
        else:
            paragraphs.extend(waiting)
            waiting.clear()
            paragraphs.append(JoinedParagraph(line.text, line.size))
        if previous is None or previous.page != line.page:
            begun = len(paragraphs[-1].text) - len(line.text)
            paragraphs[-1].pages.append((begun, line.page))
        previous = line
    return [*paragraphs, *waiting]


def find_furniture(lines: Sequence[PlacedLine], page_count: int) -> frozenset[int]:
    """Numbers of the lines that are running heads or page numbers."""
    edge = {
        number: _key(line)
        for number, line in enumerate(lines)
        if not _EDGE_SHARE < line.bottom / max(line.page_height, 1) < 1 - _EDGE_SHARE
    }
    pages: dict[tuple[str, int], set[int]] = {}
    for number, key in edge.items():
        pages.setdefault(key, set()).add(lines[number].page)
    needed = max(2, _REPEATED_SHARE * page_count)
    return frozenset(
        number
        for number, key in edge.items()
        if len(pages[key]) >= needed or _PAGE_NUMBER.fullmatch(lines[number].text)
    )


def _key(line: PlacedLine) -> tuple[str, int]:
    """The words of a line without its numbers, and its height on the page, roughly."""
    return _NUMBERS.sub("#", "".join(line.text.split())), round(line.bottom / 6)


def _body_size(lines: Iterable[PlacedLine]) -> float:
    """The size in which most characters are set."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0]


def _find_columns(lines: Sequence[PlacedLine], size: float) -> _Columns:
    """Columns by the left edges that many lines share."""
    body = [line for line in lines if abs(line.size - size) < _SAME_SIZE] or list(lines)
    edges = Counter(round(line.left) for line in body)
    common = sorted(edge for edge, count in edges.items() if count >= 0.06 * len(body))
    columns = _Columns()
    for edge in common or [min(edges)]:
        if not columns.lefts or edge - columns.lefts[-1] > _COLUMN_GAP * size:
            columns.lefts.append(edge)
    columns.rights = _right_edges(body, columns)
    narrow = {
        left
        for number, left in enumerate(columns.lefts)
        if number and columns.rights[number] - left < _NARROWEST * size
    }
    if narrow:
        columns.lefts = [left for left in columns.lefts if left not in narrow]
        columns.rights = _right_edges(body, columns)
    return columns


def _right_edges(body: Sequence[PlacedLine], columns: _Columns) -> dict[int, float]:
    """How far nine in ten lines of each column reach."""
    rights: dict[int, list[float]] = {number: [] for number in range(len(columns.lefts))}
    for line in body:
        rights[columns.of(line)].append(line.right)
    return {
        number: sorted(found)[int(len(found) * 0.9)] if found else 0.0
        for number, found in rights.items()
    }


def put_paragraph(
    builder: DocumentBuilder, paragraph: JoinedParagraph, labels: Sequence[str] = ()
) -> None:
    """Writes the text of a paragraph and the pages that begin in it, by their labels or numbers."""
    done = 0
    for place, page in paragraph.pages:
        builder.put(paragraph.text[done:place])
        builder.begin_page(labels[page] if page < len(labels) else str(page + 1))
        done = place
    builder.put(paragraph.text[done:])


def _goes_on(previous: PlacedLine, line: PlacedLine, columns: _Columns, size: float) -> bool:
    """Whether `line` is of the same paragraph as the line before it."""
    column, before = columns.of(line), columns.of(previous)
    is_indented = line.left - columns.lefts[column] > _INDENT * size
    is_full = columns.rights[before] - previous.right < _FULL * previous.size
    is_same_size = abs(previous.size - line.size) < _SAME_SIZE
    if not (is_full and is_same_size) or is_indented or is_contents_line(previous.text):
        return False
    is_near = previous.page != line.page or column != before
    return is_near or previous.bottom - line.bottom <= _GAP * line.size


def _joined(one: str, other: str) -> str:
    needs_blank = _LATIN_END.search(one) and _LATIN_START.match(other)
    return f"{one} {other}" if needs_blank else one + other
