"""Word 97 to 2003 documents (.doc, and .wps of WPS Office): text, headings, tables, footnotes.

Tracked changes are shown as accepted; hidden text and field codes are left out. Automatic numbers
become text.
"""

import struct

from reportreader.document.block import BlockKind
from reportreader.document.span import SpanKind
from reportreader.errors import InputError
from reportreader.ingest.building import DocumentBuilder
from reportreader.ingest.formats import NEEDS_CONVERSION
from reportreader.ingest.formats.compound_file import CompoundFile
from reportreader.ingest.formats.eq_field import ruby_base
from reportreader.ingest.formats.word97_lists import WordLists
from reportreader.ingest.formats.word97_tables import WordTables
from reportreader.ingest.hand_breaks import LINE_BREAK, AtBreak
from reportreader.ingest.ingested_file import Extracted
from reportreader.ingest.manner import Manner

_OTHER_PROGRAMS = {"Workbook": "Excel", "Book": "Excel", "PowerPoint Document": "PowerPoint"}
_WORD_97 = 0xA5EC
_ENCRYPTED = 0x0100
_SECOND_TABLE = 0x0200
_LENGTHS = {"text": 0x4C, "footnotes": 0x50, "headers": 0x54, "comments": 0x5C}
_LATER_LENGTHS = {"endnotes": 0x60, "boxes": 0x64}
_FOOTNOTES = (0x00AA, 0x00B2)
_ENDNOTES = (0x020A, 0x0212)
_DELETED, _HIDDEN, _STRONG = 0x0800, 0x083C, 0x0835
_IN_TABLE, _ROW_END, _LEVEL = 0x2416, 0x2417, 0x2640
_BODY_LEVEL = 9
_TITLE = 62
_HEADINGS = range(1, 10)
_FIELD_MARKS = "\x13\x14\x15"
_MARKS = "\r\x07\x0c\x0e"
_REPLACED = str.maketrans(
    {"\x1e": "-", **dict.fromkeys("\x00\x01\x02\x03\x04\x05\x06\x08\x1f", "")}
)


def extract(data: bytes, *, name: str, manner: Manner) -> Extracted:  # noqa: ARG001
    """The document in `data`; raises InputError, also for what only LibreOffice can open."""
    container = CompoundFile(data, name=name)
    main = container.read("WordDocument")
    if container.read("EncryptedPackage") is not None:
        raise InputError("file_encrypted", path=name)
    for stream, other in _OTHER_PROGRAMS.items():
        if container.read(stream) is not None:
            raise InputError("file_unsupported", path=name, format=other)
    if main is None or len(main) < 0x200 or struct.unpack_from("<H", main)[0] != _WORD_97:
        raise InputError(NEEDS_CONVERSION, path=name)
    (flags,) = struct.unpack_from("<H", main, 0x0A)
    if flags & _ENCRYPTED:
        raise InputError("file_encrypted", path=name)
    table = container.read("1Table" if flags & _SECOND_TABLE else "0Table")
    if table is None:
        raise InputError("file_damaged", path=name)
    reader = _Reader(WordTables(main, table))
    reader.read()
    document = reader.builder.document()
    if not document.text.strip():
        raise InputError("file_empty", path=name)
    return Extracted(document=document)


class _Reader:
    """One pass over the text; what it reads goes into `builder`."""

    def __init__(self, tables: WordTables) -> None:
        self.builder = DocumentBuilder()
        self._tables = tables
        self._fields: list[bool] = []
        self._field_code = ""
        self._table = -1
        self._is_in_table = False
        self._is_next_cell = False
        self._at_break = AtBreak.BLANK
        self._notes: list[tuple[int, int]] = []
        self._styles = tables.known_styles()
        self._lists = WordLists(tables)
        self._references = self._find_references()

    def read(self) -> None:
        """The main text, the text boxes, then the notes that were referred to."""
        lengths = {name: self._tables.field(at) for name, at in _LENGTHS.items()}
        later = {name: self._tables.field(at) for name, at in _LATER_LENGTHS.items()}
        self._read_blocks(0, lengths["text"])
        boxes = sum(lengths.values()) + later["endnotes"]
        self._read_blocks(boxes, boxes + later["boxes"])
        for number, (start, end) in enumerate(self._notes, 1):
            self._put_text(start, end)
            self.builder.end_block(BlockKind.FOOTNOTE, marker=f"[{number}]")

    def _find_references(self) -> dict[int, tuple[int, int]]:
        """Where the text of each note stands, by the place of its reference."""
        text = self._tables.field(_LENGTHS["text"])
        endnotes = sum(self._tables.field(at) for at in _LENGTHS.values())
        found = {}
        for (references, texts), base in ((_FOOTNOTES, text), (_ENDNOTES, endnotes)):
            places, _ = self._tables.numbers(references, item_bytes=2)
            data = self._tables.part(texts)
            bounds = struct.unpack(f"<{len(data) // 4}L", data[: len(data) // 4 * 4])
            if list(bounds) != sorted(bounds):
                continue
            for index, place in enumerate(places[:-1]):
                if index + 1 < len(bounds):
                    found[place] = (base + bounds[index], base + bounds[index + 1])
        return found

    def _read_blocks(self, start: int, end: int) -> None:
        """Paragraphs and cells, each ended by its mark."""
        text = self._tables.text(start, end)
        begin = 0
        for place, character in enumerate(text):
            if character in _MARKS:
                self._read_paragraph(start + begin, start + place, character)
                begin = place + 1
        if begin < len(text):
            self._read_paragraph(start + begin, start + len(text), "\r")

    def _read_paragraph(self, start: int, end: int, mark: str) -> None:
        style, properties = self._tables.paragraph_properties(end)
        if _is_on(properties, _IN_TABLE):
            self._read_cell(start, end, mark, is_row_end=_is_on(properties, _ROW_END))
            return
        if self._is_in_table:
            self._end_row()
            self._is_in_table = False
        label, is_bullet = self._lists.next_label(style, properties)
        kind = self._styles.get(style, 0)
        level = properties.get(_LEVEL, bytes([_BODY_LEVEL]))[0]
        is_heading = level < _BODY_LEVEL or kind in _HEADINGS
        self.builder.put("" if is_bullet else label)
        at_break = AtBreak.within(is_item=is_bullet, is_heading=is_heading or kind == _TITLE)
        self._put_text(start, end, at_break)
        if kind == _TITLE:
            self.builder.end_block(BlockKind.TITLE)
        elif is_heading:
            is_direct = level < _BODY_LEVEL
            self.builder.end_block(BlockKind.HEADING, level=level + 1 if is_direct else kind)
        elif is_bullet:
            self.builder.end_block(BlockKind.LIST_ITEM, level=1, marker=label)
        else:
            self.builder.end_paragraph()

    def _read_cell(self, start: int, end: int, mark: str, *, is_row_end: bool) -> None:
        if not self._is_in_table:
            self._is_in_table = True
            self._table += 1
        if is_row_end:
            self._end_row()
            return
        self.builder.put("\t" if self._is_next_cell else "")
        self._put_text(start, end)
        self._is_next_cell = mark == "\x07"
        if not self._is_next_cell:
            self.builder.put_gap()

    def _end_row(self) -> None:
        self._is_next_cell = False
        self.builder.end_block(BlockKind.TABLE_ROW, table=self._table)

    def _put_text(self, start: int, end: int, at_break: AtBreak = AtBreak.BLANK) -> None:
        self._at_break = at_break
        for begin, stop, properties in self._tables.iter_runs(start, end):
            if _is_on(properties, _DELETED) or _is_on(properties, _HIDDEN):
                continue
            is_strong = _is_on(properties, _STRONG)
            if is_strong:
                self.builder.open_span(SpanKind.STRONG)
            self._put_run(begin, stop)
            if is_strong:
                self.builder.close_span()

    def _put_run(self, start: int, end: int) -> None:
        """Characters of a run without field codes, each reference with its number."""
        shown: list[str] = []
        for cp, character in enumerate(self._tables.text(start, end), start):
            if character in _FIELD_MARKS:
                shown.append(self._turn_field(character))
            elif any(self._fields):
                self._field_code += character
            elif cp in self._references:
                self._put_shown(shown)
                self._put_reference(cp)
            else:
                shown.append(character)
        self._put_shown(shown)

    def _turn_field(self, mark: str) -> str:
        """Keep track of fields; what a field shows that has no result."""
        if mark == "\x13":
            self._fields.append(True)
            self._field_code = ""
        elif self._fields:
            was_code = self._fields[-1]
            self._fields[-1] = False
            if mark == "\x15":
                self._fields.pop()
                return ruby_base(self._field_code) if was_code else ""
        return ""

    def _put_shown(self, shown: list[str]) -> None:
        units = "".join(shown).translate(_REPLACED)
        shown.clear()
        text = units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        if self._is_in_table:
            self.builder.put(text.replace("\t", " ").replace(LINE_BREAK, " "))
        else:
            self.builder.put_words(text, self._at_break)

    def _put_reference(self, cp: int) -> None:
        self._notes.append(self._references[cp])
        number = str(len(self._notes))
        self.builder.open_span(SpanKind.FOOTNOTE_REFERENCE, number)
        self.builder.put(f"[{number}]")
        self.builder.close_span()


def _is_on(properties: dict[int, bytes], number: int) -> bool:
    return bool(properties.get(number, b"\0")[:1].strip(b"\0\x80"))
