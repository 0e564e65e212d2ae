"""OpenDocument text (ODT): paragraphs, headings by outline level, lists with their numbers, tables.

Tracked changes are shown as accepted; footnotes come at the end; hidden text is left out.
"""

import re
from collections.abc import Iterable
from xml.etree import ElementTree as ET

from reportreader.document.block import BlockKind
from reportreader.document.span import SpanKind
from reportreader.errors import InputError
from reportreader.ingest.building import DocumentBuilder
from reportreader.ingest.formats.docx_numbering import whole_number
from reportreader.ingest.formats.odt_styles import (
    DRAW,
    OFFICE,
    OUTLINE,
    TABLE,
    TEXT,
    Label,
    ListCounter,
    StyleSheet,
)
from reportreader.ingest.formats.package import Package
from reportreader.ingest.hand_breaks import LINE_BREAK, AtBreak
from reportreader.ingest.ingested_file import Extracted
from reportreader.ingest.manner import Manner

_LINK = "{http://www.w3.org/1999/xlink}href"
_LEFT_OUT = frozenset(
    {
        f"{TEXT}tracked-changes",
        f"{TEXT}note-citation",
        f"{TEXT}hidden-text",
        f"{TEXT}sequence-decls",
        f"{TEXT}ruby-text",
        f"{OFFICE}annotation",
    }
)
_BOXES = frozenset(DRAW + name for name in ("text-box", "custom-shape", "rect"))
_DEEPEST_HEADING = 6
_WHITE_SPACE = re.compile("[\t\n\r]")
_MOST_BLANKS = 64
_MOST_REPEATED = 64


def extract(data: bytes, *, name: str, manner: Manner) -> Extracted:  # noqa: ARG001
    """The document in `data`; raises InputError for a package that is damaged or unsafe."""
    package = Package(data, name=name)
    content = package.required_xml("content.xml")
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise InputError("file_damaged", path=name)
    styles = package.xml("styles.xml")
    roots = [content] if styles is None else [styles, content]
    reader = _Reader(ListCounter(roots), StyleSheet(roots))
    reader.read_blocks(body)
    reader.write_notes()
    document = reader.builder.document()
    if not document.text.strip():
        raise InputError("file_empty", path=name)
    return Extracted(document=document)


class _Reader:
    """One pass over the body; what it reads goes into `builder`."""

    def __init__(self, counter: ListCounter, styles: StyleSheet) -> None:
        self.builder = DocumentBuilder()
        self._counter = counter
        self._styles = styles
        self._lists: list[str] = []
        self._label = Label()
        self._notes: list[ET.Element] = []
        self._boxes: list[ET.Element] = []
        self._tables = -1
        self._is_cell = False
        self._at_break = AtBreak.BLANK

    def read_blocks(self, parent: ET.Element) -> None:
        """Paragraphs, lists, tables and whatever wraps them, in order."""
        for element in parent:
            if element.tag in _LEFT_OUT:
                continue
            if element.tag in (f"{TEXT}p", f"{TEXT}h"):
                self._read_paragraph(element)
            elif element.tag == f"{TEXT}list":
                self._read_list(element)
            elif element.tag == f"{TABLE}table":
                self._read_table(element)
            else:
                self.read_blocks(element)

    def write_notes(self) -> None:
        """The footnotes that were met, in their order."""
        for number, note in enumerate(self._notes, 1):
            for position, paragraph in enumerate(note.iter(f"{TEXT}p")):
                self._put_inline(paragraph)
                self.builder.end_block(BlockKind.FOOTNOTE, marker="" if position else f"[{number}]")

    def _read_paragraph(self, element: ET.Element) -> None:
        label, self._label = self._label, Label()
        style = element.get(f"{TEXT}style-name", "")
        level = self._styles.heading_level(style)
        if element.tag == f"{TEXT}h":
            level = max(whole_number(element.get(f"{TEXT}outline-level"), 1), 1)
            if not self._lists and element.get(f"{TEXT}is-list-header") != "true":
                label = self._counter.next_label(OUTLINE, level)
        is_title = self._styles.is_title(style)
        self.builder.put("" if label.is_bullet else label.text)
        self._at_break = AtBreak.within(
            is_item=self._is_cell or label.is_bullet, is_heading=is_title or level > 0
        )
        self._put_inline(element)
        self._at_break = AtBreak.BLANK
        if self._is_cell:
            self.builder.put_gap()
        elif is_title:
            self.builder.end_block(BlockKind.TITLE)
        elif level:
            self.builder.end_block(BlockKind.HEADING, level=min(level, _DEEPEST_HEADING))
        elif label.is_bullet:
            self.builder.end_block(BlockKind.LIST_ITEM, level=len(self._lists), marker=label.text)
        else:
            self.builder.end_paragraph()
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.read_blocks(box)

    def _read_list(self, element: ET.Element) -> None:
        """A list; an item that only holds another list has no number and counts for nothing."""
        style = element.get(f"{TEXT}style-name", self._lists[-1] if self._lists else "")
        is_continued = (
            element.get(f"{TEXT}continue-numbering") == "true"
            or element.get(f"{TEXT}continue-list") is not None
        )
        if not self._lists and not is_continued:
            self._counter.begin(style)
        self._lists.append(style)
        for item in element:
            first = next(iter(item), None)
            is_numbered = first is not None and first.tag != f"{TEXT}list"
            if item.tag == f"{TEXT}list-item" and is_numbered:
                written = item.get(f"{TEXT}start-value")
                start = whole_number(written, 1) if written is not None else None
                self._label = self._counter.next_label(style, len(self._lists), start)
            self.read_blocks(item)
            self._label = Label()
        self._lists.pop()

    def _read_table(self, table: ET.Element) -> None:
        """A block a row; a cell that is covered by another is empty, a table inside is flat."""
        if self._is_cell:
            for cell in table.iter(f"{TABLE}table-cell"):
                self.read_blocks(cell)
            return
        self._tables += 1
        for row in _own(table, (f"{TABLE}table-row",)):
            cells = _own(row, (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"))
            for position, cell in enumerate(cells):
                self.builder.put("\t" if position else "")
                self._is_cell = True
                self.read_blocks(cell)
                self._is_cell = False
                repeated = whole_number(cell.get(f"{TABLE}number-columns-repeated"), 1)
                self.builder.put("\t" * (min(repeated, _MOST_REPEATED) - 1))
            self.builder.end_block(BlockKind.TABLE_ROW, table=self._tables)

    def _put_inline(self, element: ET.Element) -> None:
        self._put_text(element.text)
        for child in element:
            if child.tag in _BOXES:
                self._boxes.append(child)
            elif child.tag not in _LEFT_OUT and not self._is_hidden(child):
                self._put_child(child)
            self._put_text(child.tail)

    def _put_child(self, child: ET.Element) -> None:
        match child.tag.removeprefix(TEXT):
            case "s":
                self._put_words(" " * min(whole_number(child.get(f"{TEXT}c"), 1), _MOST_BLANKS))
            case "tab":
                self._put_words(" " if self._is_cell else "\t")
            case "line-break":
                self._put_words(LINE_BREAK)
            case "note":
                self._put_note(child)
            case "a":
                self.builder.open_span(SpanKind.LINK, child.get(_LINK, ""))
                self._put_inline(child)
                self.builder.close_span()
            case "p":
                self.builder.put_gap()
                self._put_inline(child)
                self.builder.put_gap()
            case _:
                self._put_inline(child)

    def _is_hidden(self, child: ET.Element) -> bool:
        style = child.get(f"{TEXT}style-name", "") if child.tag == f"{TEXT}span" else ""
        return self._styles.is_hidden(style)

    def _put_note(self, note: ET.Element) -> None:
        body = note.find(f"{TEXT}note-body")
        if body is None:
            return
        self._notes.append(body)
        number = str(len(self._notes))
        self.builder.open_span(SpanKind.FOOTNOTE_REFERENCE, number)
        self.builder.put(f"[{number}]")
        self.builder.close_span()

    def _put_text(self, text: str | None) -> None:
        """Text with its white space collapsed, as the format has it."""
        if not text:
            return
        words = _WHITE_SPACE.sub(" ", text).split(" ")
        for position, word in enumerate(words):
            if position:
                self.builder.put_gap()
            self._put_words(word)

    def _put_words(self, text: str) -> None:
        if self._is_cell and text != LINE_BREAK:
            self.builder.put(text)
        else:
            self.builder.put_words(text, self._at_break)


def _own(parent: ET.Element, tags: tuple[str, ...]) -> Iterable[ET.Element]:
    """The rows of a table or the cells of a row, also inside groups, not those of tables inside."""
    for element in parent:
        if element.tag in tags:
            yield element
        elif element.tag in (
            f"{TABLE}table-header-rows",
            f"{TABLE}table-rows",
            f"{TABLE}table-row-group",
        ):
            yield from _own(element, tags)
