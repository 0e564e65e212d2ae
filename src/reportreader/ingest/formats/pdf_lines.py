"""The lines of text on the pages of a PDF, with where they stand; the only user of pdfium."""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from reportreader.ingest.formats.placed_line import PlacedLine

_LINE_ENDS = frozenset({10, 13})
_NOT_CHARACTERS = frozenset({0, 2, 0xFFFE, 0xFFFF})
_HIGH_SURROGATES = range(0xD800, 0xDC00)
_LOW_SURROGATES = range(0xDC00, 0xE000)
_SYMBOL_FONT_CODES = range(0xF020, 0xF100)
_BLANK = 0x20
_GAP = ""
"""Stands for a blank that is not in the file; pdfium sees one where characters stand apart."""
_SYMBOL = "•"
"""Shown for a sign of a symbol font, mostly the mark of a list item."""
_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_NARROW = re.compile("[0-9A-Za-z%]")
_AUTOMATIC_GAP = 0.5
"""A narrower gap (in sizes of the type) between Chinese and Latin characters is the typesetter's."""
_JUMP = 0.8
"""A character this share of its size above or below the line before begins another."""


@dataclass(slots=True)
class _Growing:
    text: str
    left: float
    right: float
    bottom: float
    size: float
    has_gap: bool = False

    def add(self, character: str, left: float, right: float, bottom: float, size: float) -> None:
        """Append a character; blanks do not count for where the line is."""
        if self.has_gap:
            self.has_gap = False
            if left - self.right > _AUTOMATIC_GAP * size or not _is_mixed(self.text, character):
                self.text += " "
        if character.strip():
            if not self.text.strip():
                self.left, self.bottom = left, bottom
            self.right = max(self.right, right)
            self.size = max(self.size, size)
        self.text += character


def iter_lines(document: pdfium.PdfDocument, page_number: int) -> Iterator[PlacedLine]:
    """The lines of one page in the order in which the file draws them."""
    page = document[page_number]
    text_page = page.get_textpage()
    height = page.get_height()
    current: _Growing | None = None
    for character, left, right, bottom, size in _iter_characters(text_page):
        if character == _GAP:
            if current is not None:
                current.has_gap = True
            continue
        is_end = ord(character) in _LINE_ENDS
        has_jumped = (
            current is not None
            and bool(character.strip())
            and abs(current.bottom - bottom) > _JUMP * size
        )
        if current is not None and (is_end or has_jumped):
            yield from _finished(current, page_number, height)
            current = None
        if is_end:
            continue
        if current is None:
            current = _Growing("", left, right, bottom, size)
        current.add(character, left, right, bottom, size)
    if current is not None:
        yield from _finished(current, page_number, height)
    text_page.close()
    page.close()


def _is_mixed(text: str, following: str) -> bool:
    """Whether a Chinese and a Latin character meet at the end of `text`."""
    before = text[-1:]
    return bool(
        (_WIDE.match(before) and _NARROW.match(following))
        or (_NARROW.match(before) and _WIDE.match(following))
    )


def _finished(line: _Growing, page_number: int, height: float) -> Iterator[PlacedLine]:
    if line.text.strip():
        yield PlacedLine(
            text=line.text.strip(),
            page=page_number,
            left=line.left,
            right=line.right,
            bottom=line.bottom,
            size=line.size,
            page_height=height,
        )


def _iter_characters(
    text_page: pdfium.PdfTextPage,
) -> Iterator[tuple[str, float, float, float, float]]:
    """Each character with its left, right and bottom edge and its size; _GAP for a mere gap."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    raw = text_page.raw
    high = 0
    for index in range(text_page.count_chars()):
        code = pdfium_c.FPDFText_GetUnicode(raw, index)
        if code in _NOT_CHARACTERS:
            continue
        if code in _HIGH_SURROGATES:
            high = code
            continue
        if high and code in _LOW_SURROGATES:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high = 0
        pdfium_c.FPDFText_GetCharBox(raw, index, left, right, bottom, top)
        size = pdfium_c.FPDFText_GetFontSize(raw, index)
        if code == _BLANK and pdfium_c.FPDFText_IsGenerated(raw, index) == 1:
            yield _GAP, left.value, right.value, bottom.value, size
            continue
        character = _SYMBOL if code in _SYMBOL_FONT_CODES else chr(min(code, 0x10FFFF))
        yield character, left.value, right.value, bottom.value, size
