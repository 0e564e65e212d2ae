"""The typesetter: a part of a report becomes the lines that show it."""

from reportreader.document.block import Block, BlockKind
from reportreader.document.document import Document
from reportreader.typography.frames import (
    glyphs_for,
    iter_quote_bars,
    make_frame,
    quote_depth,
)
from reportreader.typography.line import Decoration, DecorationRole, Line
from reportreader.typography.parts import Parts
from reportreader.typography.passage import Passage
from reportreader.typography.rows import UNPAINTED_SPACE, Row, RowSetter
from reportreader.typography.spacing import rows_before
from reportreader.typography.style import LayoutStyle
from reportreader.typography.tables import TableIndex, TableSetter


class Typesetter:
    """Sets the parts of one document in one style; what it returns depends on nothing else."""

    __slots__ = ("_document", "_parts", "_rows", "_style", "_tables")

    def __init__(
        self, document: Document, style: LayoutStyle, parts: Parts, tables: TableIndex
    ) -> None:
        self._document = document
        self._style = style
        self._parts = parts
        self._rows = RowSetter(style)
        self._tables = TableSetter(document, tables, style)

    def lines(self, part: int) -> tuple[Line, ...]:
        """All rows of a part, the empty ones in front of it first.

        There are none for furniture that is folded into the row of an earlier block.
        """
        index = self._parts.block_of(part)
        block = self._document.blocks[index]
        if block.kind is BlockKind.FURNITURE and self._style.fold_furniture:
            return self._fold(index, block)
        begins = self._parts.begins_block(part)
        ends = self._parts.ends_block(part)
        rows = self._set(index, block, part, begins=begins)
        gaps = self._gaps(index, block) if begins else ()
        return gaps + tuple(
            Line(
                block=index,
                kind=block.kind,
                level=block.level,
                start=row.start,
                end=row.end,
                pieces=row.pieces,
                decorations=row.decorations,
                first=begins and number == 0,
                last=ends and number == len(rows) - 1,
            )
            for number, row in enumerate(rows)
        )

    def _set(self, index: int, block: Block, part: int, *, begins: bool) -> list[Row]:
        start, end = self._parts.starts[part], self._parts.ends[part]
        frame = make_frame(self._document.blocks, index, self._style, continued=not begins)
        if block.kind is BlockKind.TABLE_ROW:
            return self._tables.rows(index, start, end, frame.left)
        if block.kind is BlockKind.RULE and not self._has_text(block):
            room = self._style.text_cells - frame.left
            sign = glyphs_for(self._style).rule * room
            rule = Decoration(frame.left, sign, DecorationRole.RULE)
            return [Row(start, end, (), (*frame.every, rule))]
        return self._rows.rows(self._passage(start, end), frame)

    def passage_at(self, part: int, offset: int) -> Passage:
        """The text around `offset` that is painted as one: a part, or a cell of a table row."""
        start, end = self._parts.starts[part], self._parts.ends[part]
        if self._document.blocks.kind_of(self._parts.block_of(part)) is BlockKind.TABLE_ROW:
            text = self._document.text
            start = max(start, text.rfind("\t", start, offset) + 1)
            stop = text.find("\t", offset, end)
            end = end if stop < 0 else stop
        return self._passage(start, end)

    def _passage(self, start: int, end: int) -> Passage:
        return Passage(
            self._document,
            start,
            end,
            full_width_punctuation=self._style.full_width_punctuation,
        )

    def _is_record(self, index: int) -> bool:
        frame = make_frame(self._document.blocks, index, self._style, continued=False)
        return self._tables.is_record(index, frame.left)

    def _has_text(self, block: Block) -> bool:
        return bool(self._document.text[block.start : block.end].strip(UNPAINTED_SPACE))

    def _gaps(self, index: int, block: Block) -> tuple[Line, ...]:
        previous = self._document.blocks[index - 1] if index else None
        count = rows_before(previous, block, self._style.gap_rows)
        if previous and block.kind is BlockKind.TABLE_ROW and previous.table == block.table:
            count = int(previous.kind is block.kind and self._is_record(index))
        if not count or previous is None:
            return ()
        depth = min(quote_depth(previous, self._style), quote_depth(block, self._style))
        gap = Line(
            block=index,
            kind=block.kind,
            level=block.level,
            start=block.start,
            end=block.start,
            decorations=tuple(iter_quote_bars(depth, self._style)),
            gap=True,
        )
        return (gap,) * count

    def _fold(self, index: int, block: Block) -> tuple[Line, ...]:
        blocks = self._document.blocks
        if index and blocks.kind_of(index - 1) is BlockKind.FURNITURE:
            return ()
        last = index
        while last + 1 < len(blocks) and blocks.kind_of(last + 1) is BlockKind.FURNITURE:
            last += 1
        sign = glyphs_for(self._style).fold
        return (
            Line(
                block=index,
                kind=block.kind,
                level=block.level,
                start=block.start,
                end=blocks.end_of(last),
                decorations=(Decoration(0, sign, DecorationRole.FOLD),),
                first=True,
                last=True,
            ),
        )
