"""Rows per part: estimated first, exact once laid out; sums per 512 parts make both ways quick.

A tree is not worth it: the sums of 100 MB of text are some thousand numbers, added up anew only
when one of them has changed.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

_CHUNK = 512
"""Parts under one sum."""


class Heights:
    """The height of every part in rows."""

    __slots__ = ("_ahead", "_exact", "_rows", "_sums")

    def __init__(self, rows: Iterable[int]) -> None:
        self._rows = array("I", rows)
        self._exact = bytearray(len(self._rows))
        self._sums = [sum(self._rows[at : at + _CHUNK]) for at in range(0, len(self._rows), _CHUNK)]
        self._ahead: list[int] | None = None

    def _rows_ahead(self) -> list[int]:
        """Rows in front of each chunk, and of all."""
        if self._ahead is None:
            self._ahead = [0, *accumulate(self._sums)]
        return self._ahead

    @property
    def total(self) -> int:
        """Rows of all parts."""
        return self._rows_ahead()[-1]

    def of(self, part: int) -> int:
        """Rows of one part, as far as known."""
        return self._rows[part]

    def is_exact(self, part: int) -> bool:
        """Whether the height of a part has been measured."""
        return bool(self._exact[part])

    def set_exact(self, part: int, rows: int) -> None:
        """Note the measured height of a part."""
        self._exact[part] = 1
        difference = rows - self._rows[part]
        if difference:
            self._rows[part] = rows
            self._sums[part // _CHUNK] += difference
            self._ahead = None

    def row_of(self, part: int) -> int:
        """Rows in front of a part."""
        chunk = part // _CHUNK
        return self._rows_ahead()[chunk] + sum(self._rows[chunk * _CHUNK : part])

    def part_at(self, row: int) -> tuple[int, int]:
        """The part on which `row` falls, and the row within it; the last row for one behind it.

        Raises IndexError if there are no parts.
        """
        ahead = self._rows_ahead()
        row = max(0, min(row, ahead[-1] - 1))
        chunk = bisect_right(ahead, row, 0, len(self._sums)) - 1
        rest = row - ahead[chunk]
        part = chunk * _CHUNK
        for height in self._rows[part : part + _CHUNK]:
            if rest < height:
                return part, rest
            rest -= height
            part += 1
        raise IndexError(row)
