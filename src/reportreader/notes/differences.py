"""Differences: what was taken out of a passage and what was put in, character by character."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import takewhile

COMPARED_LENGTH = 2_000
"""Code points of a changed stretch that are compared; a longer one is given as replaced whole."""
_LEAST_SHARED = 2
"""Code points that must agree between two changes; single ones only tear the passage apart."""


class PieceKind(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of the old passage, of the new one, or of both."""

    kind: PieceKind
    text: str


def compare_passages(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces that make `old` (same and removed) and `new` (same and added), in order.

    Ratcliff and Obershelp's matching (`difflib`) behind the common beginning and end.
    """
    first = _shared_length(old, new)
    last = _shared_length(old[first:][::-1], new[first:][::-1])
    old_middle, new_middle = old[first : len(old) - last], new[first : len(new) - last]
    pieces = [
        Piece(kind=PieceKind.SAME, text=old[:first]),
        *_compare_middle(old_middle, new_middle),
        Piece(kind=PieceKind.SAME, text=old[len(old) - last :]),
    ]
    return tuple(piece for piece in pieces if piece.text)


def _compare_middle(old: str, new: str) -> list[Piece]:
    if max(len(old), len(new)) > COMPARED_LENGTH:
        return _replaced(old, new)
    pieces: list[Piece] = []
    old_done = new_done = 0
    for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        is_end = block.a == len(old) and block.b == len(new)
        if block.size < _LEAST_SHARED and not is_end:
            continue
        pieces += _replaced(old[old_done : block.a], new[new_done : block.b])
        old_done, new_done = block.a + block.size, block.b + block.size
        pieces.append(Piece(kind=PieceKind.SAME, text=old[block.a : old_done]))
    return pieces


def _shared_length(one: str, other: str) -> int:
    """Code points that two texts have in common at their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _replaced(old: str, new: str) -> list[Piece]:
    return [Piece(kind=PieceKind.REMOVED, text=old), Piece(kind=PieceKind.ADDED, text=new)]
