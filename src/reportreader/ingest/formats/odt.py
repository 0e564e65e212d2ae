"""OpenDocument text (ODT): paragraphs, headings by outline level, lists with their numbers, tables.

Tracked changes are shown as accepted; footnotes come at the end; hidden text is left out.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from reportreader.document.block import BlockKind
from reportreader.document.span import SpanKind
from reportreader.errors import InputError
from reportreader.ingest.building import DocumentBuilder
from reportreader.ingest.formats.docx_numbering import format_number, whole_number
from reportreader.ingest.formats.package import Package
from reportreader.ingest.ingested_file import Extracted

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT = f"{{{_OASIS}text:1.0}}"
TABLE = f"{{{_OASIS}table:1.0}}"
STYLE = f"{{{_OASIS}style:1.0}}"
OFFICE = f"{{{_OASIS}office:1.0}}"
_LINK = "{http://www.w3.org/1999/xlink}href"
_LEFT_OUT = frozenset(
    {
        f"{TEXT}tracked-changes",
        f"{TEXT}note-citation",
        f"{TEXT}hidden-text",
        f"{TEXT}ruby-text",
        f"{OFFICE}annotation",
    }
)
_FORMATS = {
    "一, 二, 三, ...": "chineseCounting",
    "壹, 贰, 叁, ...": "chineseLegalSimplified",
    "甲, 乙, 丙, ...": "ideographTraditional",
    "①, ②, ③, ...": "decimalEnclosedCircle",
    "子, 丑, 寅, ...": "ideographZodiac",
    "i": "lowerRoman",
    "I": "upperRoman",
    "a": "lowerLetter",
    "A": "upperLetter",
    "": "none",
}
_DEEPEST_HEADING = 6
_MOST_BLANKS = 64
_MOST_REPEATED = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class _Level:
    """How one level of a list is numbered; a bullet where it is not."""

    style: str = "bullet"
    before: str = ""
    behind: str = ""
    start: int = 1

    def label(self, number: int) -> str:
        """The sign of item `number`."""
        if self.style == "bullet":
            return "•"
        return f"{self.before}{format_number(self.style, number)}{self.behind}"


@dataclass(slots=True)
class _List:
    """A list being read."""

    style_name: str
    next_number: int


def extract(data: bytes, *, name: str, encoding: str | None) -> Extracted:  # noqa: ARG001
    """The document in `data`; raises InputError for a package that is damaged or unsafe."""
    package = Package(data, name=name)
    content = package.required_xml("content.xml")
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise InputError("file_damaged", path=name)
    reader = _Reader(_read_list_styles(content), _read_title_styles(content))
    reader.read_blocks(body)
    reader.write_notes()
    document = reader.builder.document()
    if not document.text.strip():
        raise InputError("file_empty", path=name)
    return Extracted(document=document)


class _Reader:
    """One pass over the body; what it reads goes into `builder`."""

    def __init__(self, lists: dict[tuple[str, int], _Level], titles: frozenset[str]) -> None:
        self.builder = DocumentBuilder()
        self._styles = lists
        self._titles = titles
        self._lists: list[_List] = []
        self._label: tuple[str, bool] = ("", False)
        self._notes: list[ET.Element] = []
        self._tables = -1
        self._is_cell = False

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
        label, is_bullet = self._label
        self._label = ("", False)
        self.builder.put("" if is_bullet else label)
        self._put_inline(element)
        style_name = element.get(f"{TEXT}style-name", "")
        if self._is_cell:
            self.builder.put_gap()
        elif element.tag == f"{TEXT}h":
            level = whole_number(element.get(f"{TEXT}outline-level"), 1)
            self.builder.end_block(BlockKind.HEADING, level=min(max(level, 1), _DEEPEST_HEADING))
        elif style_name in self._titles:
            self.builder.end_block(BlockKind.TITLE)
        elif is_bullet:
            self.builder.end_block(BlockKind.LIST_ITEM, level=len(self._lists), marker=label)
        else:
            self.builder.end_block(BlockKind.PARAGRAPH)

    def _read_list(self, element: ET.Element) -> None:
        inherited = self._lists[-1].style_name if self._lists else ""
        style_name = element.get(f"{TEXT}style-name", inherited)
        level = self._styles.get((style_name, len(self._lists) + 1), _Level())
        current = _List(style_name, level.start)
        self._lists.append(current)
        for item in element:
            if item.tag == f"{TEXT}list-item":
                start = item.get(f"{TEXT}start-value")
                current.next_number = whole_number(start, current.next_number)
                self._label = (level.label(current.next_number), level.style == "bullet")
                current.next_number += 1
            self.read_blocks(item)
            self._label = ("", False)
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
            if child.tag not in _LEFT_OUT:
                self._put_child(child)
            self._put_text(child.tail)

    def _put_child(self, child: ET.Element) -> None:
        match child.tag.removeprefix(TEXT):
            case "s":
                self.builder.put(" " * min(whole_number(child.get(f"{TEXT}c"), 1), _MOST_BLANKS))
            case "tab":
                self.builder.put(" " if self._is_cell else "\t")
            case "line-break":
                self.builder.put_gap()
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
        words = text.replace("\n", " ").replace("\t", " ").split(" ")
        for position, word in enumerate(words):
            if position:
                self.builder.put_gap()
            self.builder.put(word)


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


def _read_list_styles(content: ET.Element) -> dict[tuple[str, int], _Level]:
    levels = {}
    for style in content.iter(f"{TEXT}list-style"):
        name = style.get(f"{STYLE}name", "")
        for element in style.iterfind(f"{TEXT}list-level-style-number"):
            written = element.get(f"{STYLE}num-format", "")
            levels[name, whole_number(element.get(f"{TEXT}level"), 1)] = _Level(
                style=_FORMATS.get(written, "decimal"),
                before=element.get(f"{STYLE}num-prefix", ""),
                behind=element.get(f"{STYLE}num-suffix", ""),
                start=whole_number(element.get(f"{TEXT}start-value"), 1),
            )
    return levels


def _read_title_styles(content: ET.Element) -> frozenset[str]:
    """The style called Title and those made from it in this document."""
    made = (
        style.get(f"{STYLE}name", "")
        for style in content.iter(f"{STYLE}style")
        if style.get(f"{STYLE}parent-style-name") == "Title"
    )
    return frozenset(("Title", *made))
