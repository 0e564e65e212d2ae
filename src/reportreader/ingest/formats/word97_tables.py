"""The tables of a Word 97 document: its text in pieces, and properties by place in the file.

After [MS-DOC] 2.4 to 2.9 (Microsoft Open Specifications). Places in the text are counted in UTF-16
units (CP), places in the file in bytes (FC).
"""

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

_PAGE_BYTES = 512
_CLX = 0x01A2
_CHARACTER_PAGES = 0x00FA
_PARAGRAPH_PAGES = 0x0102
_STYLES = 0x00A2
_NO_STYLE = 0x0FFF
_STYLE_DEPTH = 11
_USER_STYLE = 0x0FFE
_OPERAND_BYTES = (1, 1, 2, 4, 2, 2, 0, 3)
_LONG_OPERAND = 0xD608
"""The one property whose length takes two bytes."""
_COMPRESSED = 0x40000000


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Text from `start` to `end` (CP), stored from `place` (FC) in units of `unit_bytes`."""

    start: int
    end: int
    place: int
    unit_bytes: int


class WordTables:
    """The streams `WordDocument` (main) and `0Table` or `1Table` (table) of a document.

    Raises struct.error and ValueError for what no writer would write.
    """

    def __init__(self, main: bytes, table: bytes) -> None:
        self._main = main
        self._table = table
        self._pieces = list(self._iter_pieces())
        if sum(piece.end - piece.start for piece in self._pieces) > len(main):
            message = "pieces that overlap"
            raise ValueError(message)
        self._starts = [piece.start for piece in self._pieces]
        self._text = "".join(self._text_of(piece) for piece in self._pieces)
        self._pages: dict[tuple[int, int], tuple[list[int], bytes]] = {}
        self._bins = {
            at: self.numbers(at, item_bytes=4) for at in (_CHARACTER_PAGES, _PARAGRAPH_PAGES)
        }

    def text(self, start: int, end: int) -> str:
        """The text of an interval; each UTF-16 unit is one character."""
        return self._text[start:end]

    def field(self, at: int) -> int:
        """A number of the file information block."""
        (number,) = struct.unpack_from("<L", self._main, at)
        return int(number)

    def part(self, at: int) -> bytes:
        """The part of the table stream whose place and size stand at `at`."""
        start, size = self.field(at), self.field(at + 4)
        return self._table[start : start + size]

    def part_to_end(self, at: int) -> bytes:
        """The same with all that stands behind it; empty where there is no such part."""
        start, size = self.field(at), self.field(at + 4)
        return self._table[start:] if size else b""

    def numbers(self, at: int, *, item_bytes: int) -> tuple[list[int], bytes]:
        """The places and the items of a table of places (PLC); one place more than items."""
        data = self.part(at)
        count = max((len(data) - 4) // (4 + item_bytes), 0)
        if not count:
            return [], b""
        places = list(struct.unpack_from(f"<{count + 1}L", data))
        return places, data[4 * (count + 1) :]

    def known_styles(self) -> dict[int, int]:
        """Number of the built-in style that each style of the document is, or is made from."""
        made = {style: (known, base) for style, known, base, _ in self._iter_styles()}
        return {style: _first_known(style, made) for style in made}

    def style_properties(self) -> dict[int, dict[int, bytes]]:
        """The paragraph properties that each style gives, with those of what it is made from."""
        own: dict[int, tuple[int, dict[int, bytes]]] = {}
        for style, _, base, definition in self._iter_styles():
            own[style] = (base, dict(_iter_properties(definition)))
        found = {}
        for style in own:
            merged: dict[int, bytes] = {}
            base = style
            for _ in range(_STYLE_DEPTH):
                if base not in own:
                    break
                base, properties = own[base]
                merged = properties | merged
            found[style] = merged
        return found

    def _iter_styles(self) -> Iterator[tuple[int, int, int, bytes]]:
        """Number, built-in number, number of the base, and paragraph properties of each style."""
        data = self.part(_STYLES)
        if len(data) < 6:
            return
        header_bytes, count, fixed_bytes = struct.unpack_from("<HHH", data)
        place = 2 + header_bytes
        for style in range(count):
            if place + 6 > len(data):
                return
            size, known, base = struct.unpack_from("<HHH", data, place)
            if size:
                definition = data[place + 2 : place + 2 + size]
                properties = _style_definition(definition, fixed_bytes)
                yield style, known & _NO_STYLE, base >> 4, properties
            place += 2 + size + size % 2

    def paragraph_properties(self, cp: int) -> tuple[int, dict[int, bytes]]:
        """Style number and properties of the paragraph whose mark stands at `cp`."""
        found = self._find_properties(cp, _PARAGRAPH_PAGES)
        if len(found) < 2:
            return 0, {}
        (style,) = struct.unpack_from("<H", found)
        return style, dict(_iter_properties(found[2:]))

    def iter_runs(self, start: int, end: int) -> Iterator[tuple[int, int, dict[int, bytes]]]:
        """The interval in parts of equal character properties."""
        while start < end:
            piece = self._piece_at(start)
            if piece is None:
                return
            last = min(end, piece.end)
            fc = piece.place + (start - piece.start) * piece.unit_bytes
            places, _, page = self._page_at(fc, _CHARACTER_PAGES)
            index = bisect_right(places, fc) - 1
            if 0 <= index < len(places) - 1:
                units = max((places[index + 1] - fc) // piece.unit_bytes, 1)
                last = min(last, start + units)
                yield start, last, dict(_iter_properties(_character_item(page, places, index)))
            else:
                yield start, last, {}
            start = last

    def _iter_pieces(self) -> Iterator[Piece]:
        data = self.part(_CLX)
        place = 0
        while data[place : place + 1] == b"\x01":
            (size,) = struct.unpack_from("<H", data, place + 1)
            place += 3 + size
        if data[place : place + 1] != b"\x02":
            message = "no table of pieces"
            raise ValueError(message)
        count = (len(data) - place - 9) // 12
        bounds = struct.unpack_from(f"<{count + 1}L", data, place + 5)
        items = place + 5 + 4 * (count + 1)
        for index in range(count):
            (fc,) = struct.unpack_from("<L", data, items + 8 * index + 2)
            unit_bytes = 1 if fc & _COMPRESSED else 2
            start = (fc & ~_COMPRESSED) // 2 if unit_bytes == 1 else fc
            size = (len(self._main) - start) // unit_bytes
            end = min(bounds[index + 1], bounds[index] + max(size, 0))
            yield Piece(start=bounds[index], end=end, place=start, unit_bytes=unit_bytes)

    def _text_of(self, piece: Piece) -> str:
        size = (piece.end - piece.start) * piece.unit_bytes
        data = self._main[piece.place : piece.place + size]
        if piece.unit_bytes == 1:
            return data.decode("cp1252", "replace")
        return "".join(map(chr, struct.unpack(f"<{len(data) // 2}H", data[: len(data) // 2 * 2])))

    def _piece_at(self, cp: int) -> Piece | None:
        index = bisect_right(self._starts, cp) - 1
        if index < 0 or cp >= self._pieces[index].end:
            return None
        return self._pieces[index]

    def _find_properties(self, cp: int, kind: int) -> bytes:
        piece = self._piece_at(cp)
        if piece is None:
            return b""
        fc = piece.place + (cp - piece.start) * piece.unit_bytes
        places, offset, page = self._page_at(fc, kind)
        index = bisect_right(places, fc) - 1
        if not 0 <= index < len(places) - 1:
            return b""
        at = page[offset + 13 * index] * 2
        size = page[at]
        if size:
            return page[at + 1 : at + 2 * size]
        return page[at + 2 : at + 2 + 2 * page[at + 1]]

    def _page_at(self, fc: int, kind: int) -> tuple[list[int], int, bytes]:
        """Places, offset of the items and bytes of the page of properties that covers `fc`."""
        bounds, items = self._bins[kind]
        index = bisect_right(bounds, fc) - 1
        if not 0 <= index < len(bounds) - 1:
            return [], 0, b""
        key = (kind, index)
        if key not in self._pages:
            (number,) = struct.unpack_from("<L", items, 4 * index)
            start = (number & 0x3FFFFF) * _PAGE_BYTES
            page = self._main[start : start + _PAGE_BYTES]
            count = page[-1] if len(page) == _PAGE_BYTES else 0
            room = (_PAGE_BYTES - 4) // 4
            places = (
                list(struct.unpack_from(f"<{min(count, room - 1) + 1}L", page)) if count else []
            )
            self._pages[key] = (places, page)
        places, page = self._pages[key]
        return places, 4 * len(places), page


def _first_known(style: int, made: dict[int, tuple[int, int]]) -> int:
    """The built-in number of a style, or of the nearest one beneath it that has one."""
    for _ in range(_STYLE_DEPTH):
        known, base = made.get(style, (0, _NO_STYLE))
        if known < _USER_STYLE or base == _NO_STYLE:
            return known
        style = base
    return 0


def _style_definition(definition: bytes, fixed_bytes: int) -> bytes:
    """The paragraph properties in the definition of a paragraph style; empty for other kinds."""
    is_paragraph = len(definition) >= 4 and definition[2] & 0xF == 1
    name_at = fixed_bytes
    if not is_paragraph or name_at + 2 > len(definition):
        return b""
    (characters,) = struct.unpack_from("<H", definition, name_at)
    at = name_at + 2 + 2 * characters + 2
    at += at % 2
    if at + 4 > len(definition):
        return b""
    (size,) = struct.unpack_from("<H", definition, at)
    return definition[at + 4 : at + 2 + size]


def _character_item(page: bytes, places: list[int], index: int) -> bytes:
    at = page[4 * len(places) + index] * 2
    return page[at + 1 : at + 1 + page[at]] if at else b""


def _iter_properties(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Property numbers and their operands."""
    place = 0
    while place + 2 < len(data):
        (number,) = struct.unpack_from("<H", data, place)
        place += 2
        size = _OPERAND_BYTES[number >> 13]
        if number == _LONG_OPERAND and place + 2 <= len(data):
            size = 1 + struct.unpack_from("<H", data, place)[0]
        elif not size:
            size = 1 + data[place]
        yield number, data[place : place + size]
        place += size
