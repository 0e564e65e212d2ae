"""Turns a tree of HTML into the blocks and spans of a document. Also for the chapters of an EPUB."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from selectolax.lexbor import LexborNode

from reportreader.document.block import BlockKind
from reportreader.document.span import SpanKind
from reportreader.ingest.building import DocumentBuilder
from reportreader.ingest.formats.html_furniture import is_page_furniture
from reportreader.ingest.formats.html_hidden import han_count
from reportreader.ingest.formats.html_tables import TableColumns
from reportreader.ingest.hand_breaks import GOES_ON

_BLOCK_TAGS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl",
        "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
        "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table",
        "tbody", "tfoot", "thead", "tr", "ul",
    }
)  # fmt: skip
_SPANS = {
    "b": SpanKind.STRONG,
    "strong": SpanKind.STRONG,
    "em": SpanKind.EMPHASIS,
    "i": SpanKind.EMPHASIS,
    "code": SpanKind.CODE,
    "del": SpanKind.STRIKE,
    "s": SpanKind.STRIKE,
    "a": SpanKind.LINK,
}
_READINGS = ("rt", "rp")
"""How characters are read stands above them, not in the text."""
_HEADING = re.compile("h([1-6])")
_BLANKS = re.compile("[ \t\n\r\f]+")
_INDENT = " \u3000\u00a0"
_INDENTED = ("\u3000", "\t", "  ")
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)


class HtmlBlocks:
    """Reads one tree after the other into `builder`.

    `headings` gives the levels of paragraphs that a table of contents outside the tree names, by
    their text without blanks.
    """

    def __init__(
        self, builder: DocumentBuilder, headings: Mapping[str, int] = MappingProxyType({})
    ) -> None:
        self._builder = builder
        self._headings = headings
        self._lists: list[int] = []
        self._marker = ""
        self._quotes = 0
        self._heading = 0
        self._row_depth = 0
        self._columns = TableColumns()
        self._preformatted = 0
        self._is_prose = False
        self._table = -1

    def read(self, root: LexborNode) -> None:
        """Everything below `root`, in order; links are relative to nothing and kept as they are."""
        for node, is_open in _iter_edges(root):
            if node.is_element_node:
                self._open(node) if is_open else self._close(node)
            elif node.is_text_node and is_open:
                self._put_text(node.text_content or "")
        self._end_block()

    def _open(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag in _BLOCK_TAGS and not self._row_depth:
            self._end_block()
        heading = _HEADING.fullmatch(tag)
        if heading:
            self._heading = int(heading.group(1))
        elif tag in _SPANS:
            self._builder.open_span(_SPANS[tag], node.attributes.get("href") or "")
        elif tag == "img":
            self._put_image(node)
        elif tag == "br":
            self._break_line()
        elif tag in ("table", "tr", "td", "th"):
            self._open_table_part(tag, node)
        else:
            self._open_frame(tag, node)

    def _open_frame(self, tag: str, node: LexborNode) -> None:
        """Lists, quotes and whatever else changes what the blocks inside are."""
        if tag in ("ul", "ol"):
            self._lists.append(1 if tag == "ol" else 0)
        elif tag == "li" and self._lists:
            self._marker = self._next_marker()
        elif tag == "blockquote":
            self._quotes += 1
        elif tag == "pre":
            self._preformatted += 1
            self._is_prose = _is_mostly_han(node.text() or "")
        elif tag == "hr" and not self._row_depth:
            self._builder.end_block(BlockKind.RULE)

    def _open_table_part(self, tag: str, node: LexborNode) -> None:
        """Rows of the outermost table become blocks; a table inside a cell is flat."""
        if tag == "table":
            if not self._row_depth:
                self._table += 1
                self._columns = TableColumns()
        elif tag == "tr":
            self._row_depth += 1
            if self._row_depth == 1:
                self._columns.begin_row()
        elif self._row_depth != 1:
            self._builder.put_gap()
        else:
            said = node.attributes
            tabs = self._columns.begin_cell(said.get("colspan"), said.get("rowspan"))
            self._builder.put("\t" * tabs)

    def _close(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag in _SPANS:
            self._builder.close_span()
        elif tag == "tr":
            self._row_depth -= 1
            if not self._row_depth:
                self._builder.put("\t" * self._columns.end_row())
                self._builder.end_block(BlockKind.TABLE_ROW, table=self._table)
        elif tag in _BLOCK_TAGS and self._row_depth:
            self._builder.put_gap()
        elif tag in _BLOCK_TAGS:
            self._end_block()
        if _HEADING.fullmatch(tag):
            self._heading = 0
        elif tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag == "blockquote":
            self._quotes -= 1
        elif tag == "pre":
            self._preformatted -= 1

    def _put_text(self, text: str) -> None:
        if self._preformatted and self._is_prose:
            self._put_prose(text)
            return
        if self._preformatted and not self._row_depth:
            first, *more = text.expandtabs().split("\n")
            self._builder.put(first)
            for line in more:
                self._end_block()
                self._builder.put(line)
            return
        text = text.replace("\u00a0", " ")
        position = 0
        for blank in _BLANKS.finditer(text):
            self._put_word(text[position : blank.start()])
            if "\n" in blank.group():
                self._builder.put_soft_break()
            else:
                self._builder.put_gap()
            position = blank.end()
        self._put_word(text[position:])

    def _put_prose(self, text: str) -> None:
        """Text set by blanks and line ends: an indented line or one behind an empty one is new."""
        for position, line in enumerate(text.split("\n")):
            if position:
                self._begin_prose_line(line)
            self._put_word(line.rstrip())

    def _begin_prose_line(self, line: str) -> None:
        if not line.strip() or line.startswith(_INDENTED):
            self._end_block()
        else:
            self._builder.put_soft_break()

    def _put_word(self, word: str) -> None:
        self._builder.put(word.lstrip(_INDENT) if self._builder.is_block_empty else word)

    def _end_block(self) -> None:
        marker = self._marker if not self._builder.is_block_empty else ""
        level = self._heading or self._named_level()
        if level:
            self._builder.end_block(BlockKind.HEADING, level=level)
        elif self._preformatted and not self._is_prose:
            self._builder.end_block(BlockKind.CODE)
        elif is_page_furniture(self._builder.block_text):
            self._builder.end_block(BlockKind.FURNITURE)
        elif self._lists:
            self._builder.end_block(
                BlockKind.LIST_ITEM, level=len(self._lists), marker=marker, depth=self._quotes
            )
        else:
            kind = BlockKind.QUOTE if self._quotes else BlockKind.PARAGRAPH
            self._builder.end_block(kind, depth=self._quotes)
        if marker:
            self._marker = ""

    def _named_level(self) -> int:
        """Level of the current block if the table of contents names it, else 0."""
        if not self._headings:
            return 0
        return self._headings.get("".join(self._builder.block_text.split()), 0)

    def _break_line(self) -> None:
        if self._row_depth or self._heading:
            self._builder.put_gap()
        elif not self._preformatted and self._builder.ends_with(GOES_ON):
            self._builder.put_soft_break()
        else:
            self._end_block()

    def _next_marker(self) -> str:
        number = self._lists[-1]
        if not number:
            return "•"
        self._lists[-1] += 1
        return f"{number}."

    def _put_image(self, node: LexborNode) -> None:
        words = (node.attributes.get("alt") or "").strip()
        if words:
            self._builder.open_span(SpanKind.IMAGE, node.attributes.get("src") or "")
            self._builder.put(f"［图：{words}］")
            self._builder.close_span()


def _is_mostly_han(text: str) -> bool:
    """Whether what a page sets as it stands is a report rather than a program."""
    return 2 * han_count(text) > len("".join(text.split()))


def _iter_edges(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Each node below `root` when it opens and when it closes, without recursion."""
    node: LexborNode | None = root.child
    while node is not None:
        yield node, True
        if node.child is not None and not _is_hidden(node):
            node = node.child
            continue
        yield node, False
        while node.next is None:
            node = node.parent
            if node is None or node.mem_id == root.mem_id:
                return
            yield node, False
        node = node.next


def _is_hidden(node: LexborNode) -> bool:
    if node.tag in _READINGS:
        return True
    return _HIDDEN.search(node.attributes.get("style") or "") is not None
