"""Builds a document piece by piece, for formats that say themselves what a paragraph is.

Every block becomes one line of the text; offsets are those of the growing text. Knows no format.
"""

from dataclasses import dataclass
from enum import Enum

from reportreader.document.block import Block, BlockKind, Blocks
from reportreader.document.document import Document
from reportreader.document.metadata import Metadata, MetadataField, MetadataItem
from reportreader.document.section import Section, SectionKind
from reportreader.document.span import Span, SpanKind
from reportreader.ingest.contents_lines import is_contents_line
from reportreader.ingest.hand_breaks import ENDS, GOES_ON, LINE_BREAK, AtBreak, begins_paragraph
from reportreader.ingest.sanitising import sanitise, sanitise_line

_OUTERMOST_WIDE = "\u2e80"
_INDENT = " \t\u3000\u00a0"


class _Gap(Enum):
    """What stands between two pieces of text, once the second comes."""

    SOFT = "soft"
    BLANK = "blank"
    LINE = "line"
    PARAGRAPH = "paragraph"


_BREAKS = (_Gap.LINE, _Gap.PARAGRAPH)


@dataclass(slots=True)
class _OpenSpan:
    kind: SpanKind
    start: int
    target: str


class DocumentBuilder:
    """Takes text, spans and block ends in reading order and gives the document they make."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._block_start = 0
        self._block_piece = 0
        self._last = ""
        self._pending: _Gap | None = None
        self._blocks: list[Block] = []
        self._spans: list[Span] = []
        self._open: list[_OpenSpan] = []

    @property
    def is_block_empty(self) -> bool:
        """Whether nothing has been put since the last block ended."""
        return self._length == self._block_start

    @property
    def block_text(self) -> str:
        """What has been put since the last block ended."""
        return "".join(self._pieces[self._block_piece :])

    def ends_with(self, marks: tuple[str, ...]) -> bool:
        """Whether the current block ends with one of `marks` so far."""
        return not self.is_block_empty and self._last in marks

    def put(self, text: str) -> None:
        """Append text of the current block; line feeds in it become blanks."""
        text = text.replace("\n", " ").replace("\r", "")
        if not text:
            return
        gap, self._pending = self._pending, None
        if gap is not None and not self.is_block_empty and self._last != "\t" and text[0] != "\t":
            is_joined = gap is _Gap.SOFT and _is_wide(self._last) and _is_wide(text[0])
            self._append("" if is_joined else " ")
        self._append(text)

    def put_words(self, text: str, at_break: AtBreak = AtBreak.BLANK) -> None:
        """Append text of a paragraph, without its indentation; it may hold LINE_BREAKs."""
        for position, line in enumerate(text.split(LINE_BREAK)):
            if position:
                self._break_line(at_break)
            if line and self._pending in _BREAKS:
                self._settle_break(line)
            self.put(line.lstrip(_INDENT) if self.is_block_empty else line)

    def put_soft_break(self) -> None:
        """A line break of the source that means nothing: a blank, but none between 汉字."""
        if self._pending not in _BREAKS:
            self._pending = _Gap.SOFT

    def put_gap(self) -> None:
        """A blank, if more text of the same cell or block follows."""
        if self._pending not in _BREAKS:
            self._pending = _Gap.BLANK

    def open_span(self, kind: SpanKind, target: str = "") -> None:
        """Begin an inline interval at the current place."""
        self._open.append(_OpenSpan(kind, self._length, sanitise_line(target)))

    def close_span(self) -> None:
        """End the innermost open interval; one that is empty leaves no trace."""
        if self._open:
            self._add_span(self._open.pop())

    def begin_page(self, label: str) -> None:
        """A page of the source that is called `label` begins at the current place."""
        start = self._length
        self._spans.append(
            Span(start=start, end=start, kind=SpanKind.PAGE, target=sanitise_line(label))
        )

    def end_block(
        self,
        kind: BlockKind,
        *,
        level: int = 0,
        marker: str = "",
        depth: int = 0,
        table: int = -1,
    ) -> None:
        """End the current block; an empty one is kept only if it is a rule."""
        self._pending = None
        if self.is_block_empty and kind is not BlockKind.RULE:
            return
        for span in self._open:
            self._add_span(span)
        self._blocks.append(
            Block(
                start=self._block_start,
                end=self._length,
                kind=kind,
                level=level,
                marker=sanitise(marker),
                depth=depth,
                table=table,
            )
        )
        self._append("\n")
        self._block_start = self._length
        self._block_piece = len(self._pieces)
        for span in self._open:
            span.start = self._length

    def end_paragraph(self) -> None:
        """End the current block as a paragraph, or as furniture if it belongs to the contents."""
        is_entry = is_contents_line(self.block_text)
        self.end_block(BlockKind.FURNITURE if is_entry else BlockKind.PARAGRAPH)

    def document(self, metadata: tuple[MetadataItem, ...] = ()) -> Document:
        """The document so far; headings become sections, a lone first one of level 1 the title."""
        text = sanitise("".join(self._pieces)).removesuffix("\n")
        blocks, title = _take_title(self._blocks, text, metadata)
        return Document(
            text=text,
            blocks=Blocks(blocks),
            spans=tuple(sorted(self._spans, key=lambda span: (span.start, -span.end))),
            sections=_sections(blocks, text),
            metadata=Metadata(items=title + metadata),
        )

    def _break_line(self, at_break: AtBreak) -> None:
        if at_break is AtBreak.GOES_ON:
            self._pending = _Gap.SOFT
        elif at_break is AtBreak.BLANK:
            self._pending = _Gap.BLANK
        else:
            self._pending = _Gap.PARAGRAPH if self._pending in _BREAKS else _Gap.LINE

    def _settle_break(self, following: str) -> None:
        """What a broken line in running text was, now that what follows it is known."""
        is_end = (
            self._pending is _Gap.PARAGRAPH or self.ends_with(ENDS) or begins_paragraph(following)
        )
        if self.ends_with(GOES_ON):
            self._pending = _Gap.SOFT
        elif is_end:
            self.end_block(BlockKind.PARAGRAPH)
        else:
            self._pending = _Gap.BLANK

    def _append(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)
        self._last = text[-1:] or self._last

    def _add_span(self, span: _OpenSpan) -> None:
        if self._length > span.start:
            self._spans.append(
                Span(start=span.start, end=self._length, kind=span.kind, target=span.target)
            )


def _is_wide(character: str) -> bool:
    return character >= _OUTERMOST_WIDE


def _take_title(
    blocks: list[Block], text: str, metadata: tuple[MetadataItem, ...]
) -> tuple[list[Block], tuple[MetadataItem, ...]]:
    """The blocks with the headline marked as such, and its metadata item, if there is one."""
    place = _find_headline(blocks)
    if place is None:
        return blocks, ()
    headline = blocks[place]
    blocks = list(blocks)
    blocks[place] = headline._replace(kind=BlockKind.TITLE, level=0)
    if any(item.field is MetadataField.TITLE for item in metadata):
        return blocks, ()
    value = " ".join(text[headline.start : headline.end].split())
    item = MetadataItem(
        field=MetadataField.TITLE, value=value, start=headline.start, end=headline.end
    )
    return blocks, (item,)


def _find_headline(blocks: list[Block]) -> int | None:
    """Index of the block that the format calls the title, else of a lone first heading."""
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.TITLE:
            return index
    headings = [i for i, block in enumerate(blocks) if block.kind is BlockKind.HEADING]
    tops = [i for i in headings if blocks[i].level == 1]
    return tops[0] if len(tops) == 1 and tops[0] == headings[0] else None


def _sections(blocks: list[Block], text: str) -> tuple[Section, ...]:
    """A section for each heading, with levels counted from the outermost one in use."""
    headings = [block for block in blocks if block.kind is BlockKind.HEADING]
    outermost = min((block.level for block in headings), default=1)
    ends = [len(text)] * len(headings)
    enclosing: list[int] = []
    for index, heading in enumerate(headings):
        while enclosing and headings[enclosing[-1]].level >= heading.level:
            ends[enclosing.pop()] = heading.start
        enclosing.append(index)
    return tuple(
        Section(
            start=heading.start,
            end=heading.end,
            level=heading.level - outermost + 1,
            title=" ".join(text[heading.start : heading.end].split()),
            kind=SectionKind.MARKUP,
            content_end=end,
            reason="reason_markup",
        )
        for heading, end in zip(headings, ends, strict=True)
    )
