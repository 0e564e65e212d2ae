"""Writes `src/reportreader/typography/width_table.py` from the tables of rich and wcwidth.

    python tests/typography/make_width_table.py

Run it when rich moves to a newer Unicode; `test_widths.py` fails until it has been run.
"""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from rich._unicode_data import load
from rich.cells import get_character_cell_size
from wcwidth.table_ambiguous import AMBIGUOUS_EASTASIAN

TARGET = Path(__file__).parents[2] / "src/reportreader/typography/width_table.py"

HEAD = '''"""Cells of every code point: rich's table for Unicode {version}, and the ambiguous characters.

Made by `tests/typography/make_width_table.py`; do not edit. Code points in no range take one cell,
the control characters before U+0020 and from U+007F to U+009F none.
"""

UNICODE_VERSION = "{version}"
'''


def ambiguous_code_points() -> list[int]:
    """East Asian Ambiguous code points that rich gives one cell.

    Left out: the soft hyphen, private use, and everything that has no cell of its own.
    """
    ranges = AMBIGUOUS_EASTASIAN[max(AMBIGUOUS_EASTASIAN, key=_version)]
    return [
        code_point
        for first, last in ranges
        for code_point in range(first, last + 1)
        if code_point != 0xAD
        and not 0xE000 <= code_point <= 0xF8FF
        and code_point < 0xE0000
        and get_character_cell_size(chr(code_point)) == 1
    ]


def make_ranges(code_points: Iterable[int]) -> list[tuple[int, int]]:
    """Ascending code points as inclusive ranges."""
    ranges = []
    for _, group in groupby(enumerate(sorted(code_points)), key=lambda pair: pair[1] - pair[0]):
        members = [code_point for _, code_point in group]
        ranges.append((members[0], members[-1]))
    return ranges


def _version(text: str) -> tuple[int, ...]:
    return tuple(int(number) for number in text.split("."))


def _tuple(name: str, annotation: str, rows: Iterable[tuple[int, ...]]) -> str:
    cells = []
    for row in rows:
        numbers = [f"0x{row[0]:X}", f"0x{row[1]:X}", *map(str, row[2:])]
        cells.append(f"({', '.join(numbers)})")
    lines = [", ".join(cells[at : at + 6]) for at in range(0, len(cells), 6)]
    body = "".join(f"    {line},\n" for line in lines)
    return f"# fmt: off\n{name}: {annotation} = (\n{body})\n# fmt: on\n"


def main() -> None:
    """Write the module."""
    table = load("latest")
    narrow_to_wide = make_ranges(map(ord, table.narrow_to_wide))
    parts = [
        HEAD.format(version=table.unicode_version),
        _tuple("WIDTHS", "tuple[tuple[int, int, int], ...]", table.widths),
        _tuple(
            "AMBIGUOUS_RANGES", "tuple[tuple[int, int], ...]", make_ranges(ambiguous_code_points())
        ),
        _tuple("NARROW_TO_WIDE_RANGES", "tuple[tuple[int, int], ...]", narrow_to_wide),
    ]
    TARGET.write_text("\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main()
