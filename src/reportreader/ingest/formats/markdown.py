"""Markdown: the plain text without its marks, and what the marks said as blocks and spans."""

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from reportreader.document.block import BlockKind
from reportreader.document.document import Document
from reportreader.document.metadata import MetadataItem
from reportreader.document.span import SpanKind
from reportreader.errors import InputError
from reportreader.ingest.building import DocumentBuilder
from reportreader.ingest.decoding import decode_text
from reportreader.ingest.formats import MARKDOWN_LIMIT_BYTES
from reportreader.ingest.formats.front_matter import parse_front_matter
from reportreader.ingest.formats.markdown_parser import make_parser
from reportreader.ingest.ingested_file import Extracted, Notice
from reportreader.ingest.manner import Manner

_SPAN_KINDS = {
    "strong": SpanKind.STRONG,
    "em": SpanKind.EMPHASIS,
    "s": SpanKind.STRIKE,
    "link": SpanKind.LINK,
}
_HTML_HIDDEN = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_HTML_LINE_END = re.compile(r"<br\s*/?>|</(?:p|div|tr|li|h[1-6])\s*>", re.IGNORECASE)
_HTML_CELL_END = re.compile(r"</t[dh]\s*>(?=\s*<t[dh])", re.IGNORECASE)
_HTML_TAG = re.compile(r"<[^<>]*>")


def extract(data: bytes, *, name: str, manner: Manner) -> Extracted:
    """The document in `data`; raises InputError for bytes that are no text."""
    decoded = decode_text(data, name=name, encoding=manner.encoding)
    if len(data) > MARKDOWN_LIMIT_BYTES:
        notice = Notice(message_id="ingest.markdown_too_long", values={"size": len(data) >> 20})
        return Extracted(
            document=Document(text=decoded.text),
            encoding=decoded.encoding,
            notices=(*decoded.notices, notice),
        )
    document = _Walk().run(make_parser().parse(decoded.text))
    if not document.text.strip():
        raise InputError("file_empty", path=name)
    return Extracted(document=document, encoding=decoded.encoding, notices=decoded.notices)


@dataclass(slots=True)
class _List:
    """A list being read; `number` is the next item's."""

    is_ordered: bool
    number: int

    def take_marker(self) -> str:
        """The sign of the next item."""
        if not self.is_ordered:
            return "•"
        self.number += 1
        return f"{self.number - 1}."


class _Walk:
    """One pass over the block tokens, with what surrounds the current one."""

    def __init__(self) -> None:
        self._builder = DocumentBuilder()
        self._metadata: tuple[MetadataItem, ...] = ()
        self._lists: list[_List] = []
        self._marker = ""
        self._quotes = 0
        self._heading_level = 0
        self._table = -1
        self._in_row = False
        self._is_first_cell = True
        self._in_note = False
        self._handlers: dict[str, Callable[[Token], None]] = {
            "front_matter": self._read_front_matter,
            "heading_open": self._open_heading,
            "heading_close": self._close_heading,
            "paragraph_close": self._end_paragraph,
            "inline": self._read_inline,
            "blockquote_open": self._open_quote,
            "blockquote_close": self._close_quote,
            "bullet_list_open": self._open_list,
            "ordered_list_open": self._open_list,
            "bullet_list_close": self._close_list,
            "ordered_list_close": self._close_list,
            "list_item_open": self._open_item,
            "list_item_close": self._close_item,
            "fence": self._read_code,
            "code_block": self._read_code,
            "hr": self._read_rule,
            "table_open": self._open_table,
            "tr_open": self._open_row,
            "tr_close": self._end_row,
            "th_open": self._open_cell,
            "td_open": self._open_cell,
            "footnote_open": self._open_note,
            "footnote_close": self._close_note,
            "html_block": self._read_html,
        }

    def run(self, tokens: Sequence[Token]) -> Document:
        """The document that the tokens make."""
        for token in tokens:
            handler = self._handlers.get(token.type)
            if handler:
                handler(token)
        return self._builder.document(self._metadata)

    def _read_front_matter(self, token: Token) -> None:
        self._metadata = parse_front_matter(token.content)

    def _open_heading(self, token: Token) -> None:
        self._heading_level = int(token.tag[1])

    def _close_heading(self, _token: Token) -> None:
        level, self._heading_level = self._heading_level, 0
        if self._quotes or self._lists:
            self._end_block()
        else:
            self._builder.end_block(BlockKind.HEADING, level=level)

    def _end_paragraph(self, _token: Token) -> None:
        self._end_block()

    def _end_block(self) -> None:
        """End the current block as what its surroundings make it."""
        kind = BlockKind.PARAGRAPH
        if self._in_note:
            kind = BlockKind.FOOTNOTE
        elif self._lists:
            kind = BlockKind.LIST_ITEM
        elif self._quotes:
            kind = BlockKind.QUOTE
        marker, self._marker = self._marker, ""
        self._builder.end_block(kind, level=len(self._lists), marker=marker, depth=self._quotes)

    def _open_quote(self, _token: Token) -> None:
        self._quotes += 1

    def _close_quote(self, _token: Token) -> None:
        self._quotes -= 1

    def _open_list(self, token: Token) -> None:
        start = token.attrGet("start")
        number = start if isinstance(start, int) else 1
        self._lists.append(_List(token.type == "ordered_list_open", number))

    def _close_list(self, _token: Token) -> None:
        self._lists.pop()

    def _open_item(self, _token: Token) -> None:
        self._marker = self._lists[-1].take_marker()

    def _close_item(self, _token: Token) -> None:
        if self._marker:
            self._end_block()

    def _read_code(self, token: Token) -> None:
        for line in token.content.removesuffix("\n").split("\n"):
            self._builder.put(line or " ")
            self._builder.end_block(BlockKind.CODE, depth=self._quotes)

    def _read_rule(self, _token: Token) -> None:
        self._builder.end_block(BlockKind.RULE, depth=self._quotes)

    def _open_table(self, _token: Token) -> None:
        self._table += 1

    def _open_row(self, _token: Token) -> None:
        self._in_row = True
        self._is_first_cell = True

    def _open_cell(self, _token: Token) -> None:
        if not self._is_first_cell:
            self._builder.put("\t")
        self._is_first_cell = False

    def _end_row(self, _token: Token) -> None:
        self._builder.end_block(BlockKind.TABLE_ROW, depth=self._quotes, table=self._table)
        self._in_row = False

    def _open_note(self, token: Token) -> None:
        self._in_note = True
        self._marker = f"[{_note_label(token)}]"

    def _close_note(self, _token: Token) -> None:
        self._in_note = False
        self._marker = ""

    def _read_html(self, token: Token) -> None:
        """The words of an HTML block, a block a line; what a browser would hide is dropped."""
        source = _HTML_HIDDEN.sub("", token.content)
        source = _HTML_CELL_END.sub("\t", _HTML_LINE_END.sub("\n", source))
        for line in html.unescape(_HTML_TAG.sub("", source)).splitlines():
            self._builder.put(line.strip(" "))
            if not self._builder.is_block_empty:
                self._end_block()

    def _read_inline(self, token: Token) -> None:
        children = token.children or []
        if _is_lone_image(children) and not self._heading_level:
            self._put_image(children[0])
            self._builder.end_block(BlockKind.CAPTION, depth=self._quotes)
            return
        for child in children:
            self._read_child(child)

    def _read_child(self, child: Token) -> None:
        builder = self._builder
        match child.type:
            case "text":
                builder.put(child.content)
            case "softbreak":
                builder.put_soft_break()
            case "hardbreak":
                self._break_line()
            case "code_inline":
                self._put_span(SpanKind.CODE, child.content)
            case "image":
                self._put_image(child)
            case "footnote_ref":
                label = _note_label(child)
                self._put_span(SpanKind.FOOTNOTE_REFERENCE, f"[{label}]", label)
            case "html_inline":
                if _HTML_LINE_END.fullmatch(child.content):
                    self._break_line()
            case _:
                self._read_span_edge(child)

    def _read_span_edge(self, child: Token) -> None:
        kind = _SPAN_KINDS.get(child.type.partition("_")[0])
        if kind and child.nesting == 1:
            self._builder.open_span(kind, str(child.attrGet("href") or ""))
        elif kind and child.nesting == -1:
            self._builder.close_span()

    def _break_line(self) -> None:
        """A line break that is meant: a block of its own, or a blank in headings and cells."""
        if self._heading_level or self._in_row:
            self._builder.put(" ")
        else:
            self._end_block()

    def _put_span(self, kind: SpanKind, text: str, target: str = "") -> None:
        self._builder.open_span(kind, target)
        self._builder.put(text)
        self._builder.close_span()

    def _put_image(self, token: Token) -> None:
        source = str(token.attrGet("src") or "")
        self._put_span(SpanKind.IMAGE, f"［图：{token.content or source}］", source)


def _is_lone_image(children: Sequence[Token]) -> bool:
    return len(children) == 1 and children[0].type == "image"


def _note_label(token: Token) -> str:
    """The label of a footnote as written, or its number where it has none."""
    return str(token.meta.get("label") or int(token.meta["id"]) + 1)
