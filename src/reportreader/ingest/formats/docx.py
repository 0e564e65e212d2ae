"""Word documents (DOCX): own reader, because no library returns the automatic numbers.

Tracked changes are shown as accepted; hidden text, field codes, headers and footers are left out;
a text box comes once, behind the paragraph that holds it; automatic numbers become text.
"""

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from reportreader.document.block import BlockKind
from reportreader.document.span import SpanKind
from reportreader.errors import InputError
from reportreader.ingest.building import DocumentBuilder
from reportreader.ingest.formats.docx_numbering import W, read_lists, value_of, whole_number
from reportreader.ingest.formats.docx_pictures import PICTURE_FRAMES, picture_words
from reportreader.ingest.formats.docx_styles import ParagraphStyle, StyleSheet
from reportreader.ingest.formats.package import Package
from reportreader.ingest.hand_breaks import LINE_BREAK, AtBreak
from reportreader.ingest.ingested_file import Extracted
from reportreader.ingest.manner import Manner

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_LINK_TYPE = "/hyperlink"
_LEFT_OUT = frozenset(
    W + name
    for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "rt", "sdtPr", "rubyPr")
)
_WRAPPERS = frozenset(W + name for name in ("ins", "smartTag", "customXml", "moveTo", "sdtContent"))
_FALSE = ("0", "false", "off", "none")
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")
_PRIVATE_SIGN = "●"
"""Shown for a sign of a symbol font, which has no meaning outside that font."""


def extract(data: bytes, *, name: str, manner: Manner) -> Extracted:  # noqa: ARG001
    """The document in `data`; raises InputError for a package that is damaged or unsafe."""
    package = Package(data, name=name)
    body = package.required_xml("word/document.xml").find(f"{W}body")
    if body is None:
        raise InputError("file_damaged", path=name)
    reader = _Reader(package)
    reader.read_blocks(body)
    reader.write_notes()
    document = reader.builder.document()
    if not document.text.strip():
        raise InputError("file_empty", path=name)
    return Extracted(document=document)


class _Reader:
    """One pass over the body; what it reads goes into `builder`."""

    def __init__(self, package: Package) -> None:
        self.builder = DocumentBuilder()
        self._styles = StyleSheet(package.xml("word/styles.xml"))
        self._numbers = read_lists(package.xml("word/numbering.xml"))
        self._links = _read_links(package.xml("word/_rels/document.xml.rels"))
        self._notes = {
            tag: _read_notes(package.xml(f"word/{tag}s.xml"), tag)
            for tag in ("footnote", "endnote")
        }
        self._told_notes: dict[ET.Element, int] = {}
        self._boxes: list[ET.Element] = []
        self._fields: list[bool] = []
        self._tables = -1
        self._is_cell = False
        self._at_break = AtBreak.BLANK

    def read_blocks(self, parent: ET.Element) -> None:
        """Paragraphs, tables and whatever wraps them, in order."""
        for element in parent:
            if element.tag == f"{W}p":
                self._read_paragraph(element)
            elif element.tag == f"{W}tbl":
                self._read_table(element)
            elif element.tag == f"{W}sdt" or element.tag in _WRAPPERS:
                self.read_blocks(element)

    def write_notes(self) -> None:
        """The footnotes and endnotes that were referred to, in that order."""
        for note, number in self._told_notes.items():
            for position, paragraph in enumerate(note.iter(f"{W}p")):
                self._put_inline(paragraph)
                self.builder.end_block(BlockKind.FOOTNOTE, marker="" if position else f"[{number}]")

    def _read_paragraph(self, element: ET.Element) -> None:
        style = self._styles.style_of(element.find(f"{W}pPr"))
        label, is_bullet = "", False
        if style.numbering_id not in (None, "0"):
            label, is_bullet = self._numbers.next_label(
                style.numbering_id or "", style.numbering_level or 0
            )
        self.builder.put("" if is_bullet else label)
        self._at_break = AtBreak.within(
            is_item=self._is_cell or is_bullet, is_heading=style.is_title or style.is_heading
        )
        self._put_inline(element)
        self._at_break = AtBreak.BLANK
        self._end_paragraph(style, marker=label if is_bullet else "")
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.read_blocks(box)

    def _end_paragraph(self, style: ParagraphStyle, *, marker: str) -> None:
        if self._is_cell:
            self.builder.put_gap()
        elif style.is_title:
            self.builder.end_block(BlockKind.TITLE)
        elif style.is_heading:
            self.builder.end_block(BlockKind.HEADING, level=(style.outline_level or 0) + 1)
        elif marker:
            level = (style.numbering_level or 0) + 1
            self.builder.end_block(BlockKind.LIST_ITEM, level=level, marker=marker)
        else:
            self.builder.end_paragraph()

    def _read_table(self, table: ET.Element) -> None:
        """A block a row; a cell over several columns keeps its width, a table inside is flat."""
        if self._is_cell:
            for row in _own(table, f"{W}tr"):
                for cell in _own(row, f"{W}tc"):
                    self.read_blocks(cell)
            return
        self._tables += 1
        for row in _own(table, f"{W}tr"):
            for position, cell in enumerate(_own(row, f"{W}tc")):
                self.builder.put("\t" if position else "")
                self._read_cell(cell)
            self.builder.end_block(BlockKind.TABLE_ROW, table=self._tables)

    def _read_cell(self, cell: ET.Element) -> None:
        properties = cell.find(f"{W}tcPr")
        self._is_cell = True
        if properties is None or not _continues(properties):
            self.read_blocks(cell)
        self._is_cell = False
        extra = min(whole_number(value_of(properties, "gridSpan"), 1), 64) - 1
        self.builder.put("\t" * extra)

    def _put_inline(self, parent: ET.Element) -> None:
        for element in parent:
            if element.tag in _LEFT_OUT or _is_hidden(element):
                continue
            if element.tag == f"{_MC}Fallback" and parent.find(f"{_MC}Choice") is not None:
                continue
            if element.tag == f"{W}txbxContent":
                self._boxes.append(element)
            elif element.tag == f"{W}fldChar":
                self._turn_field(element.get(f"{W}fldCharType"))
            elif element.tag == f"{W}hyperlink":
                self.builder.open_span(
                    SpanKind.LINK, self._links.get(element.get(f"{_R}id", ""), "")
                )
                self._put_inline(element)
                self.builder.close_span()
            elif element.tag == f"{W}r":
                self._put_run(element)
            elif element.tag in PICTURE_FRAMES and (words := picture_words(element)):
                self.builder.open_span(SpanKind.IMAGE)
                self.builder.put(f"［图：{words}］")
                self.builder.close_span()
            else:
                self._put_leaf(element)

    def _put_run(self, run: ET.Element) -> None:
        bold = run.find(f"{W}rPr/{W}b")
        is_strong = bold is not None and bold.get(f"{W}val", "1") not in _FALSE
        if is_strong:
            self.builder.open_span(SpanKind.STRONG)
        self._put_inline(run)
        if is_strong:
            self.builder.close_span()

    def _put_leaf(self, element: ET.Element) -> None:
        match element.tag.removeprefix(W):
            case "t":
                if not (self._fields and self._fields[-1]):
                    self._put_words(element.text or "")
            case "tab":
                self._put_words(" " if self._is_cell else "\t")
            case "br" | "cr":
                if element.get(f"{W}type") not in ("page", "column"):
                    self._put_words(LINE_BREAK)
            case "noBreakHyphen":
                self.builder.put("-")
            case "sym":
                self.builder.put(_symbol(element.get(f"{W}char", "")))
            case "footnoteReference" | "endnoteReference" as tag:
                self._put_reference(tag.removesuffix("Reference"), element.get(f"{W}id", ""))
            case _:
                self._put_inline(element)

    def _put_words(self, text: str) -> None:
        """Text of a paragraph; in a cell every blank in front of it is kept apart."""
        if self._is_cell and LINE_BREAK not in text:
            self.builder.put(text.lstrip(" ") if self.builder.is_block_empty else text)
        else:
            self.builder.put_words(text, self._at_break)

    def _put_reference(self, tag: str, note_id: str) -> None:
        note = self._notes[tag].get(note_id)
        if note is None:
            return
        number = str(self._told_notes.setdefault(note, len(self._told_notes) + 1))
        self.builder.open_span(SpanKind.FOOTNOTE_REFERENCE, number)
        self.builder.put(f"[{number}]")
        self.builder.close_span()

    def _turn_field(self, kind: str | None) -> None:
        """Keep track of fields: between `begin` and `separate` stands code, behind it the result."""
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()


def _is_hidden(element: ET.Element) -> bool:
    vanish = element.find(f"{W}rPr/{W}vanish") if element.tag == f"{W}r" else None
    return vanish is not None and vanish.get(f"{W}val", "1") not in _FALSE


def _own(parent: ET.Element, tag: str) -> Iterable[ET.Element]:
    """The rows of a table or the cells of a row, not those of tables inside."""
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag == f"{W}sdt" or element.tag in _WRAPPERS:
            yield from _own(element, tag)


def _continues(properties: ET.Element) -> bool:
    """Whether a cell only goes on with the one above it."""
    merge = properties.find(f"{W}vMerge")
    return merge is not None and merge.get(f"{W}val", "continue") == "continue"


def _symbol(code: str) -> str:
    if not code or len(code) > 6 or not all(c in "0123456789abcdefABCDEF" for c in code):
        return ""
    number = int(code, 16)
    return _PRIVATE_SIGN if 0xE000 <= number <= 0xF8FF else chr(min(number, 0x10FFFF))


def _read_links(part: ET.Element | None) -> dict[str, str]:
    return {
        relation.get("Id", ""): relation.get("Target", "")
        for relation in (part if part is not None else ())
        if relation.get("Type", "").endswith(_LINK_TYPE)
    }


def _read_notes(part: ET.Element | None, tag: str) -> dict[str, ET.Element]:
    if part is None:
        return {}
    return {
        note.get(f"{W}id", ""): note
        for note in part.iterfind(W + tag)
        if note.get(f"{W}type") not in _SEPARATORS
    }
