"""Tables: cells side by side where the column has room for them, else one record per row."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reportreader.document.block import BlockKind
from reportreader.document.document import Document
from reportreader.typography.frames import glyphs_for
from reportreader.typography.graphemes import clip_cells
from reportreader.typography.line import Decoration, DecorationRole, Piece
from reportreader.typography.parts import PART_LENGTH
from reportreader.typography.passage import Passage
from reportreader.typography.rows import UNPAINTED_SPACE, Row, make_breaker
from reportreader.typography.style import LayoutStyle

_SAMPLED_ROWS = 200
_NARROWEST_COLUMN = 8
_GUTTER = 3
_LABEL_SHARE = 3 / 7
"""Part of the room that the heads beside the cells of records take at most: 14 cells on 40 columns."""
_NUMBER = re.compile(r"[+\-−]?[\d,.]+[%‰]?")
_TABLE_ROW = bytes([tuple(BlockKind).index(BlockKind.TABLE_ROW)])
_TABLE_RUN = re.compile(re.escape(_TABLE_ROW) + b"+", re.DOTALL)


class TableIndex:
    """Where the tables of a document begin and end; depends on no style."""

    __slots__ = ("_document", "_runs")

    def __init__(self, document: Document) -> None:
        self._document = document
        kinds = document.blocks.kind_numbers if document.blocks else b""
        self._runs = [match.span() for match in _TABLE_RUN.finditer(kinds)]

    def rows_of(self, index: int) -> tuple[int, int]:
        """First block of the table that row `index` is in, and the one behind its last."""
        run = bisect_right(self._runs, index, key=_first) - 1
        first, stop = self._runs[run]
        blocks = self._document.blocks
        table = blocks[index].table
        rows = range(first, stop)
        low = bisect_left(rows, table, hi=index - first, key=lambda row: blocks[row].table)
        high = bisect_right(rows, table, lo=index - first, key=lambda row: blocks[row].table)
        return first + low, first + high


class Columns(NamedTuple):
    """How one table is set: column widths in cells, or none of them where rows are records."""

    widths: tuple[int, ...]
    labels: tuple[str, ...]
    """Heads of the columns as they stand beside the cells of a record."""
    label_cells: int


class TableSetter:
    """Sets the rows of tables for one style."""

    __slots__ = ("_breaker", "_columns", "_document", "_index", "_style")

    def __init__(self, document: Document, index: TableIndex, style: LayoutStyle) -> None:
        self._document = document
        self._index = index
        self._style = style
        self._breaker = make_breaker(style, hang_cells=0)
        self._columns: dict[tuple[int, int], Columns] = {}

    def is_record(self, index: int, left: int) -> bool:
        """Whether the table of block `index` is set as records, from cell `left` on."""
        return not self._columns_of(self._index.rows_of(index), left).widths

    def rows(self, index: int, start: int, end: int, left: int) -> list[Row]:
        """The rows of the screen for `start` … `end` of block `index`, from cell `left` on.

        A part of a row that was too long for one is set as records.
        """
        block = self._document.blocks[index]
        span = self._index.rows_of(index)
        columns = self._columns_of(span, left)
        cells = list(self._iter_cells(start, end))
        whole = (start, end) == (block.start, block.end)
        if not whole or not columns.widths or len(cells) > len(columns.widths):
            if whole and index == span[0] and index + 1 < span[1]:
                return self._names(cells, left)
            labels = columns.labels if whole and index > span[0] else ()
            return self._record(cells, labels, columns.label_cells, left)
        rows = self._side_by_side(cells, columns.widths, left)
        if index == span[0] and index + 1 < span[1]:
            rows.append(Row(block.start, block.start, (), self._head_rule(columns.widths, left)))
        return rows

    def _iter_cells(self, start: int, end: int) -> Iterator[Passage]:
        text = self._document.text
        while True:
            stop = text.find("\t", start, end)
            yield Passage(
                self._document,
                start,
                end if stop < 0 else stop,
                full_width_punctuation=self._style.full_width_punctuation,
            )
            if stop < 0:
                return
            start = stop + 1

    def _columns_of(self, span: tuple[int, int], left: int) -> Columns:
        first, stop = span
        columns = self._columns.get((first, left))
        if columns is None:
            sample = range(first, min(stop, first + _SAMPLED_ROWS))
            columns = self._measure_columns(sample, self._style.text_cells - left)
            self._columns[first, left] = columns
        return columns

    def _measure_columns(self, sample: range, room: int) -> Columns:
        measure = self._style.widths.cells
        wanted: list[int] = []
        labels: tuple[str, ...] = ()
        for index in sample:
            block = self._document.blocks[index]
            if block.end - block.start > PART_LENGTH:
                return Columns(widths=(), labels=(), label_cells=0)
            texts = [
                cell.shown.strip(UNPAINTED_SPACE)
                for cell in self._iter_cells(block.start, block.end)
            ]
            labels = labels or tuple(texts)
            wanted += [2] * (len(texts) - len(wanted))
            for number, text in enumerate(texts):
                wanted[number] = max(wanted[number], measure(text))
        label_room = int(room * _LABEL_SHARE)
        clipped = tuple(clip_cells(label, label_room, self._style.widths) for label in labels)
        return Columns(
            widths=share_room(wanted, room - _GUTTER * (len(wanted) - 1)),
            labels=clipped,
            label_cells=max((measure(label) for label in clipped), default=0),
        )

    def _cuts(self, cell: Passage, room: int) -> list[tuple[int, int]]:
        """Positions of the first character and behind the last painted one of each row."""
        shown = cell.shown
        lead = len(shown) - len(shown.lstrip(UNPAINTED_SPACE))
        starts = [lead, *(lead + at for at in self._breaker.wrap(shown[lead:], room)), len(shown)]
        return [
            (start, start + len(shown[start:end].rstrip(UNPAINTED_SPACE)))
            for start, end in pairwise(starts)
        ]

    def _side_by_side(
        self, cells: Sequence[Passage], widths: Sequence[int], left: int
    ) -> list[Row]:
        pieces: list[list[Piece]] = [[]]
        x = left
        for cell, width in zip(cells, widths, strict=False):
            cuts = self._cuts(cell, width)
            for row, (start, end) in enumerate(cuts):
                text = cell.shown[start:end]
                to_the_right = len(cuts) == 1 and _NUMBER.fullmatch(text)
                shift = width - self._style.widths.cells(text) if to_the_right else 0
                if row == len(pieces):
                    pieces.append([])
                pieces[row] += cell.pieces(x + max(0, shift), start, end, self._style.widths)
            x += width + _GUTTER
        bars = self._bars(widths, left)
        start, end = cells[0].start, cells[-1].end
        return [_make_row(placed, start, end, bars) for placed in pieces]

    def _bars(self, widths: Sequence[int], left: int) -> tuple[Decoration, ...]:
        sign = glyphs_for(self._style).table_bar
        bars = []
        for width in widths[:-1]:
            left += width + _GUTTER
            bars.append(Decoration(left - 2, sign, DecorationRole.TABLE_RULE))
        return tuple(bars)

    def _head_rule(self, widths: Sequence[int], left: int) -> tuple[Decoration, ...]:
        glyphs = glyphs_for(self._style)
        crossing = f"{glyphs.rule}{glyphs.crossing}{glyphs.rule}"
        text = crossing.join(glyphs.rule * width for width in widths)
        return (Decoration(left, text, DecorationRole.TABLE_RULE),)

    def _names(self, cells: Sequence[Passage], left: int) -> list[Row]:
        """The heads of columns above records: as many on a row as fit."""
        bar = glyphs_for(self._style).table_bar
        rows: list[Row] = []
        pieces: list[Piece] = []
        bars: list[Decoration] = []
        x = left
        for cell in cells:
            for start, end in self._cuts(cell, self._style.text_cells - left):
                width = self._style.widths.cells(cell.shown[start:end])
                if not width:
                    continue
                if pieces and x + _GUTTER + width <= self._style.text_cells:
                    bars.append(Decoration(x + 1, bar, DecorationRole.TABLE_RULE))
                    x += _GUTTER
                elif pieces:
                    rows.append(_make_row(pieces, cell.start, cell.end, tuple(bars)))
                    pieces, bars, x = [], [], left
                pieces += cell.pieces(x, start, end, self._style.widths)
                x += width
        rows.append(_make_row(pieces, cells[-1].start, cells[-1].end, tuple(bars)))
        return rows

    def _record(
        self, cells: Sequence[Passage], labels: Sequence[str], label_cells: int, left: int
    ) -> list[Row]:
        rows = []
        x = left + (label_cells + 1 if labels else 0)
        if self._style.text_cells - x < _NARROWEST_COLUMN:
            labels, x = (), left
        room = self._style.text_cells - x
        for number, cell in enumerate(cells):
            label = labels[number] if number < len(labels) else ""
            for row, (start, end) in enumerate(self._cuts(cell, room)):
                beside = (Decoration(left, label, DecorationRole.LABEL),) if label else ()
                pieces = cell.pieces(x, start, end, self._style.widths)
                rows.append(_make_row(pieces, cell.start, cell.end, beside if row == 0 else ()))
        return rows


def share_room(wanted: Sequence[int], room: int) -> tuple[int, ...]:
    """Widths of columns that would like to be `wanted` cells wide, in `room` cells altogether.

    The widest give way first. Nothing if even narrow columns do not fit.
    """
    if sum(min(width, _NARROWEST_COLUMN) for width in wanted) > room:
        return ()
    widths = [0] * len(wanted)
    ascending = sorted(range(len(wanted)), key=wanted.__getitem__)
    for position, number in enumerate(ascending):
        widths[number] = min(wanted[number], room // (len(wanted) - position))
        room -= widths[number]
    return tuple(widths)


def _make_row(
    pieces: Sequence[Piece], start: int, end: int, decorations: tuple[Decoration, ...]
) -> Row:
    """A row of the screen; it stands for what is painted on it, for `start` … `end` if nothing."""
    if pieces:
        start, end = min(p.start for p in pieces), max(p.end for p in pieces)
    return Row(start, end, tuple(pieces), decorations)


def _first(run: tuple[int, int]) -> int:
    return run[0]
