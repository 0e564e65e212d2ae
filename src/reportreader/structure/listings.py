"""Listings: long stretches of very short lines, the cells of tables and registers.

They hold neither headings nor metadata, and looking for these in each line would take longer than
in running text many times their size. Their lines stay paragraphs, one each.
"""

from collections.abc import Sequence
from itertools import chain
from typing import Protocol

_STRETCH = 1000
_MEAN_LENGTH = 8


class _Piece(Protocol):
    """Something that stands from `start` to `end` in the text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


def find_listings(pieces: Sequence[_Piece]) -> Sequence[int]:
    """Numbers of the lines or units that belong to a listing, ascending.

    They are looked at a thousand at a time; on average those of a listing hold less than eight
    code points.
    """
    count = len(pieces)
    firsts = list(range(0, count - _STRETCH + 1, _STRETCH))
    listed = [range(first, first + _STRETCH) for first in firsts if _is_dense(pieces, first)]
    rest = len(firsts) * _STRETCH
    if firsts and rest < count and _is_dense(pieces, count - _STRETCH):
        listed.append(range(rest, count))
    return list(chain.from_iterable(listed))


def _is_dense(pieces: Sequence[_Piece], first: int) -> bool:
    stretch = pieces[first : first + _STRETCH]
    return sum(piece.end - piece.start for piece in stretch) < _STRETCH * _MEAN_LENGTH
