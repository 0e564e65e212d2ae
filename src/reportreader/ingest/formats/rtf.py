"""Rich Text (RTF): own reader, because no library keeps footnotes, tables and tracked changes apart.

Deleted and hidden text, field codes, headers and footers are left out; a text box comes behind the
paragraph that holds it; automatic numbers stand in the file as text and become text. Control words
after the Rich Text Format Specification 1.9.1 (Microsoft).
"""

from dataclasses import replace

from reportreader.document.block import BlockKind
from reportreader.document.span import SpanKind
from reportreader.errors import InputError
from reportreader.ingest.building import DocumentBuilder
from reportreader.ingest.formats.eq_field import ruby_base
from reportreader.ingest.formats.rtf_state import STATE_WORDS, RtfState
from reportreader.ingest.formats.rtf_styles import (
    CODE_PAGES,
    RtfStyle,
    read_font_codecs,
    read_styles,
)
from reportreader.ingest.formats.rtf_text import RtfText
from reportreader.ingest.formats.rtf_tokens import Token, group_end, iter_tokens
from reportreader.ingest.hand_breaks import LINE_BREAK, AtBreak
from reportreader.ingest.ingested_file import Extracted
from reportreader.ingest.manner import Manner

GROUP_LIMIT = 1000
_LEFT_OUT = frozenset(
    {
        "aftncn", "aftnsep", "aftnsepc", "annotation", "atnauthor", "atnid", "colortbl", "filetbl",
        "footer", "footerf", "footerl", "footerr", "ftncn", "ftnsep", "ftnsepc", "generator",
        "header", "headerf", "headerl", "headerr", "info", "listtable", "nonshppict", "object",
        "pict", "pntxta", "pntxtb", "revtbl", "rsidtbl", "shprslt", "sp", "tc", "upr", "xe",
    }
)  # fmt: skip
_KEPT_THOUGH_STARRED = frozenset({"fldinst", "shpinst", "shptxt", "footnote"})
_SHOWN = {
    "bullet": "•", "emdash": "—", "emspace": " ", "endash": "–", "enspace": " ", "ldblquote": "“",
    "line": LINE_BREAK, "lquote": "‘", "qmspace": " ", "rdblquote": "”", "rquote": "’", "tab": "\t",
}  # fmt: skip
_SHOWN_SIGNS = {"~": " ", "_": "-"}
_INTERVAL_WORDS = frozenset({"fonttbl", "stylesheet", "footnote", "shptxt", "listtext", "pntext"})
_DEEPEST_BOX = 3
_BULLETS = frozenset("•·●○■◆▪➢✓-–\uf0b7\uf06c\uf0d8\uf075\uf0a7")


def extract(data: bytes, *, name: str, manner: Manner) -> Extracted:  # noqa: ARG001
    """The document in `data`; raises InputError for groups nested absurdly and for no text."""
    reader = _Reader(data, name)
    reader.read()
    document = reader.builder.document()
    if not document.text.strip():
        raise InputError("file_empty", path=name)
    return Extracted(document=document)


class _Reader:
    """One pass over the file; what it reads goes into `builder`."""

    def __init__(self, data: bytes, name: str) -> None:
        self.builder = DocumentBuilder()
        self._data = data
        self._name = name
        self._codec = "cp1252"
        self._fonts: dict[int, str] = {}
        self._styles: dict[int, RtfStyle] = {}
        self._text = RtfText()
        self._states: list[RtfState] = []
        self._collected: list[str] | None = None
        self._field_code = ""
        self._is_strong = False
        self._is_note = False
        self._box_depth = 0
        self._marker = ""
        self._cells = 0
        self._table = -1
        self._was_in_table = False
        self._notes: list[tuple[int, int]] = []
        self._boxes: list[tuple[int, int]] = []

    def read(self) -> None:
        """The body, then the footnotes that were referred to."""
        self._read_interval(0, len(self._data))
        self._end_paragraph(RtfState())
        self._is_note = True
        for number, (start, end) in enumerate(self._notes, 1):
            self._read_interval(start, end)
            self._sync_strong(is_strong=False)
            self.builder.end_block(BlockKind.FOOTNOTE, marker=f"[{number}]")

    def _read_interval(self, start: int, end: int) -> None:
        outer, self._states = self._states, [RtfState(codec=self._codec)]
        place: int | None = start
        while place is not None:
            place = self._read_until_jump(place, end)
        self._flush()
        self._states = outer

    def _read_until_jump(self, start: int, end: int) -> int | None:
        """Read on; where a group is passed over, the offset to go on from."""
        for token in iter_tokens(self._data, start, end):
            if token.text:
                self._text.put_bytes(token.text, self._states[-1].codec)
                continue
            self._flush(keeps_units=token.word in ("u", "uc"))
            if token.sign:
                self._take_sign(token.sign)
            elif (jump := self._take_word(token, end)) is not None:
                self._leave_group()
                return jump
        return None

    def _take_sign(self, sign: str) -> None:
        if sign == "{":
            if len(self._states) > GROUP_LIMIT:
                raise InputError("file_bomb", path=self._name)
            self._states.append(replace(self._states[-1], is_link=False, is_starred=False))
        elif sign == "}":
            self._leave_group()
        elif sign == "*":
            self._states[-1].is_starred = True
        elif sign in _SHOWN_SIGNS:
            self._emit(_SHOWN_SIGNS[sign])

    def _leave_group(self) -> None:
        if len(self._states) == 1:
            return
        left = self._states.pop()
        if left.is_link:
            self._sync_strong(is_strong=False)
            self.builder.close_span()
        if left.is_field_code and not self._states[-1].is_field_code:
            self._emit(ruby_base(self._field_code))

    def _take_word(self, token: Token, end: int) -> int | None:
        """Do what a control word says; the offset behind the group if that is passed over."""
        state, word = self._states[-1], token.word
        is_unknown = state.is_starred and word not in _KEPT_THOUGH_STARRED
        if is_unknown or word in _LEFT_OUT or word in _INTERVAL_WORDS:
            behind = group_end(self._data, token.end, end)
            if not is_unknown and word in _INTERVAL_WORDS:
                self._take_interval(word, token.end, behind - 1)
            return behind
        state.is_starred = False
        if word in _SHOWN:
            self._emit(_SHOWN[word])
        elif word in STATE_WORDS:
            state.change(
                word,
                token.number,
                codecs=self._fonts,
                default_codec=self._codec,
                styles=self._styles,
            )
        elif word == "u":
            self._text.put_unit((token.number or 0) & 0xFFFF, state.fallback_bytes)
        else:
            self._take_mark(state, word, token.number)
        return None

    def _take_interval(self, word: str, start: int, end: int) -> None:
        """A group that is read at another time or in another way."""
        if word == "fonttbl":
            self._fonts = read_font_codecs(self._data, start, end)
        elif word == "stylesheet":
            self._styles = read_styles(self._data, start, end, self._codec)
        elif word == "footnote" and not self._is_note:
            self._notes.append((start, end))
            number = str(len(self._notes))
            self._sync_strong(is_strong=False)
            self.builder.open_span(SpanKind.FOOTNOTE_REFERENCE, number)
            self.builder.put(f"[{number}]")
            self.builder.close_span()
        elif word == "shptxt":
            self._boxes.append((start, end))
        elif word in ("listtext", "pntext") and self._collected is None:
            label = self._collect(start, end).strip()
            if label in _BULLETS:
                self._marker = "•"
            else:
                self._emit(label)

    def _collect(self, start: int, end: int) -> str:
        self._collected = []
        self._read_interval(start, end)
        text, self._collected = "".join(self._collected), None
        return text

    def _take_mark(self, state: RtfState, word: str, number: int | None) -> None:
        match word:
            case "ansicpg":
                self._codec = CODE_PAGES.get(number or 0, "cp1252")
                self._states = [replace(one, codec=self._codec) for one in self._states]
            case "par" | "sect":
                self._end_paragraph(state)
            case "cell":
                self._begin_table()
                self._cells += 1
            case "row":
                self._end_row()
            case "nestcell" | "nestrow":
                self.builder.put_gap()
            case "fldinst":
                state.is_field_code = True
                self._field_code = ""
            case "fldrslt":
                self._open_link(state)

    def _open_link(self, state: RtfState) -> None:
        kind, _, target = self._field_code.strip().partition(" ")
        if kind.upper() == "HYPERLINK" and self._collected is None:
            self._sync_strong(is_strong=False)
            self.builder.open_span(SpanKind.LINK, target.strip().strip('"').partition('"')[0])
            state.is_link = True
        self._field_code = ""

    def _flush(self, *, keeps_units: bool = False) -> None:
        self._emit(self._text.take(keeps_units=keeps_units))

    def _emit(self, text: str) -> None:
        state = self._states[-1] if self._states else RtfState()
        if not text or state.is_hidden or state.is_deleted:
            return
        if state.is_field_code:
            self._field_code += text
        elif self._collected is not None:
            self._collected.append(text)
        else:
            self._begin_cell(state)
            self._sync_strong(is_strong=state.is_strong)
            self._put(text, state)

    def _put(self, text: str, state: RtfState) -> None:
        if state.is_in_table:
            self.builder.put(text.replace("\t", " ").replace(LINE_BREAK, " "))
        else:
            is_heading = state.style.is_title or state.heading_level > 0
            is_item = self._is_note or bool(self._marker)
            at_break = AtBreak.within(is_item=is_item, is_heading=is_heading)
            self.builder.put_words(text, at_break)

    def _begin_table(self) -> None:
        if not self._was_in_table:
            self._was_in_table = True
            self._table += 1

    def _begin_cell(self, state: RtfState) -> None:
        if state.is_in_table and not self._is_note:
            self._begin_table()
            self.builder.put("\t" * self._cells)
            self._cells = 0

    def _end_row(self) -> None:
        self._sync_strong(is_strong=False)
        self.builder.put("\t" * (self._cells - 1))
        self._cells = 0
        self.builder.end_block(BlockKind.TABLE_ROW, table=self._table)

    def _end_paragraph(self, state: RtfState) -> None:
        if self._is_note or state.is_in_table:
            self.builder.put_gap()
            return
        self._was_in_table = False
        self._sync_strong(is_strong=False)
        if state.style.is_title:
            self.builder.end_block(BlockKind.TITLE)
        elif state.heading_level:
            self.builder.end_block(BlockKind.HEADING, level=state.heading_level)
        elif self._marker:
            self.builder.end_block(BlockKind.LIST_ITEM, level=1, marker=self._marker)
        else:
            self.builder.end_paragraph()
        self._marker = ""
        boxes, self._boxes = self._boxes, []
        if self._box_depth >= _DEEPEST_BOX:
            return
        self._box_depth += 1
        for start, end in boxes:
            self._read_interval(start, end)
            self._end_paragraph(RtfState())
        self._box_depth -= 1

    def _sync_strong(self, *, is_strong: bool) -> None:
        if is_strong and not self._is_strong:
            self.builder.open_span(SpanKind.STRONG)
        elif self._is_strong and not is_strong:
            self.builder.close_span()
        self._is_strong = is_strong
