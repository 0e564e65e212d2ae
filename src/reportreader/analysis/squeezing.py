"""A text with gaps closed, and the way back from it to the offsets of the text."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable


class Squeezed:
    """`form` is a text without its gaps; positions in it lead back to offsets in the text."""

    __slots__ = ("_gaps", "_removed", "form")

    def __init__(self, text: str, gaps: Iterable[tuple[int, int, str]]) -> None:
        """Close `gaps`: (start, end, what stays in its place, no longer than the gap), ascending."""
        self._gaps = array("I")
        """Positions in `form` from which on more of the text is missing, ascending."""
        self._removed = array("I")
        """How many code points are missing from there on."""
        pieces: list[str] = []
        taken = 0
        length = 0
        for start, end, kept in gaps:
            pieces.append(text[taken:start])
            pieces.append(kept)
            length += start - taken + len(kept)
            taken = end
            self._gaps.append(length)
            self._removed.append(end - length)
        pieces.append(text[taken:])
        self.form = "".join(pieces) if taken else text

    def offset(self, position: int) -> int:
        """Offset in the text of the character at `position` of the form."""
        index = bisect_right(self._gaps, position) - 1
        return position + (self._removed[index] if index >= 0 else 0)

    def interval(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the text of `form[start:end]`, which must not be empty."""
        return self.offset(start), self.offset(end - 1) + 1
