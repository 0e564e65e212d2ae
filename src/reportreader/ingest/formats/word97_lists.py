"""The lists of a Word 97 document, and the number of each paragraph in one.

After the structures LSTF, LVLF, LFO and LFOLVL of [MS-DOC], and MSONFC of [MS-OSHARED], whose order is
that of ST_NumberFormat (Microsoft Open Specifications).
"""

import struct
from collections.abc import Mapping

from reportreader.ingest.formats.list_numbering import ListCounter, ListLevel, ListUse
from reportreader.ingest.formats.word97_tables import WordTables

_LISTS, _USES = 0x02E2, 0x02EA
_USE_PROPERTY, _LEVEL_PROPERTY = 0x460B, 0x260A
_LIST_BYTES, _LEVEL_BYTES, _USE_BYTES = 28, 28, 16
_SIMPLE, _DECIMAL, _RUNS_ON = 0x01, 0x04, 0x08
_HAS_START, _HAS_LEVEL = 0x10, 0x20
_MOST_LISTS = 10_000
_LEVELS = 9
_FORMATS = (
    "decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "ordinal", "cardinalText",
    "ordinalText", "hex", "chicago", "ideographDigital", "japaneseCounting", "aiueo", "iroha",
    "decimalFullWidth", "decimalHalfWidth", "japaneseLegal", "japaneseDigitalTenThousand",
    "decimalEnclosedCircle", "decimalFullWidth2", "aiueoFullWidth", "irohaFullWidth", "decimalZero",
    "bullet", "ganada", "chosung", "decimalEnclosedFullstop", "decimalEnclosedParen",
    "decimalEnclosedCircleChinese", "ideographEnclosedCircle", "ideographTraditional",
    "ideographZodiac", "ideographZodiacTraditional", "taiwaneseCounting",
    "ideographLegalTraditional", "taiwaneseCountingThousand", "taiwaneseDigital", "chineseCounting",
    "chineseLegalSimplified", "chineseCountingThousand",
)  # fmt: skip
_NONE = 0xFF


class WordLists:
    """Counts the paragraphs of one document that are in a list."""

    def __init__(self, tables: WordTables) -> None:
        self._styles = tables.style_properties()
        lists, uses = tables.part(_LISTS), tables.part_to_end(_USES)
        behind_lists = tables.part_to_end(_LISTS)[len(lists) :]
        self._counter = ListCounter(read_lists(lists, behind_lists), read_uses(uses))

    def next_label(self, style: int, properties: Mapping[int, bytes]) -> tuple[str, bool]:
        """The number of the next paragraph, and whether it is a mere bullet; often empty.

        What the paragraph says itself goes before what its style says.
        """
        said = {**self._styles.get(style, {}), **properties}
        use = int.from_bytes(said.get(_USE_PROPERTY, b"")[:2], "little", signed=True)
        if use <= 0:
            return "", False
        level = min(int.from_bytes(said.get(_LEVEL_PROPERTY, b"")[:1], "little"), _LEVELS - 1)
        return self._counter.next_label(str(use), level)


def read_lists(data: bytes, levels: bytes) -> dict[str, dict[int, ListLevel]]:
    """The lists by their id; `levels` is what stands behind their table."""
    if len(data) < 2:
        return {}
    (count,) = struct.unpack_from("<H", data)
    lists: dict[str, dict[int, ListLevel]] = {}
    place = 0
    for index in range(min(count, (len(data) - 2) // _LIST_BYTES, _MOST_LISTS)):
        at = 2 + index * _LIST_BYTES
        list_id = data[at : at + 4].hex()
        level_count = 1 if data[at + 26] & _SIMPLE else _LEVELS
        lists[list_id] = {}
        for number in range(level_count):
            lists[list_id][number], place = _read_level(levels, place)
    return lists


def _read_level(data: bytes, at: int) -> tuple[ListLevel, int]:
    """The level at an offset, and the offset behind it; raises struct.error beyond the end."""
    start, number_format, flags = struct.unpack_from("<lBB", data, at)
    character_bytes, paragraph_bytes = data[at + 24 : at + 26].ljust(2, b"\0")
    at += _LEVEL_BYTES + character_bytes + paragraph_bytes
    (length,) = struct.unpack_from("<H", data, at)
    text = data[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace")
    level = ListLevel(
        format=_format_name(number_format),
        pattern="".join(_pattern_of(character) for character in text),
        start=max(start, 0),
        is_decimal_throughout=bool(flags & _DECIMAL),
        runs_on=bool(flags & _RUNS_ON),
    )
    return level, at + 2 + 2 * length


def _pattern_of(character: str) -> str:
    """A character of the text of a number; the places of numbers are levels from 0."""
    if ord(character) < _LEVELS:
        return f"%{ord(character) + 1}"
    return character


def _format_name(number: int) -> str:
    if number == _NONE:
        return "none"
    return _FORMATS[number] if number < len(_FORMATS) else "decimal"


def read_uses(data: bytes) -> dict[str, ListUse]:
    """The uses of lists by their number from 1, with the levels that they change."""
    if len(data) < 4:
        return {}
    (count,) = struct.unpack_from("<L", data)
    count = min(count, (len(data) - 4) // _USE_BYTES, _MOST_LISTS)
    place = 4 + count * _USE_BYTES
    uses: dict[str, ListUse] = {}
    for index in range(count):
        at = 4 + index * _USE_BYTES
        starts: dict[int, int] = {}
        levels: dict[int, ListLevel] = {}
        place += 4
        for _ in range(data[at + 12]):
            start, flags = struct.unpack_from("<lL", data, place)
            place += 8
            if flags & _HAS_LEVEL:
                levels[flags & 0xF], place = _read_level(data, place)
            elif flags & _HAS_START:
                starts[flags & 0xF] = max(start, 0)
        uses[str(index + 1)] = ListUse(
            list_id=data[at : at + 4].hex(), starts=starts, levels=levels
        )
    return uses
