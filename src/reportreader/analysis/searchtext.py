"""The form of a text that is searched, and the way back from it to the offsets of the text.

Folded, and without the white space that says nothing: a blank or a line break beside a Han
character or a punctuation mark is left out, so that a typed blank or a sentence cut by the end of
a line hides no hit; between two letters or digits it becomes one blank. TAB stays, it parts the
cells of a table. The index (`bigrams`) and every matcher search this form.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator

from reportreader.analysis.characters import HAN
from reportreader.analysis.folding import INVISIBLE, fold

_SPELT_CLASS = f"[^\\W_{HAN}]"
_SPELT = re.compile(_SPELT_CLASS)
_GAP_CLASS = f"[ \\n{INVISIBLE}]"
_GAP = re.compile(
    f"{_GAP_CLASS}(?:{_GAP_CLASS}+|(?<=[\\n{INVISIBLE}])|(?<!{_SPELT_CLASS}.)|(?!{_SPELT_CLASS}))"
)
"""White space that is not simply one blank between two letters or digits."""


class SearchText:
    """A text made ready to be searched any number of times; about 50 ns a code point to make."""

    __slots__ = ("_gaps", "_removed", "searched", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._gaps = array("I")
        """Offsets in `searched` from which on more of the text is missing, ascending."""
        self._removed = array("I")
        """How many code points are missing from there on."""
        self.searched = self._squeeze(fold(text))
        """What is searched."""

    def _squeeze(self, folded: str) -> str:
        pieces: list[str] = []
        taken = 0
        length = 0
        for gap in _GAP.finditer(folded):
            start, end = gap.span()
            kept = _kept_of_gap(folded, start, end)
            pieces.append(folded[taken:start])
            pieces.append(kept)
            length += start - taken + len(kept)
            taken = end
            self._gaps.append(length)
            self._removed.append(end - length)
        if not taken:
            return folded
        pieces.append(folded[taken:])
        return "".join(pieces)

    def offset(self, position: int) -> int:
        """Offset in the text of the character at `position` of `searched`."""
        index = bisect_right(self._gaps, position) - 1
        return position + (self._removed[index] if index >= 0 else 0)

    def interval(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the text of `searched[start:end]`, which must not be empty."""
        return self.offset(start), self.offset(end - 1) + 1

    def iter_finds(self, needle: str) -> Iterator[int]:
        """Positions in `searched` of `needle`, ascending, those that overlap left out."""
        position = self.searched.find(needle) if needle else -1
        while position >= 0:
            yield position
            position = self.searched.find(needle, position + len(needle))


def search_form(text: str) -> str:
    """`text` as it is searched; for queries and short texts whose offsets nobody needs."""
    return SearchText(text).searched


def is_spelt(character: str) -> bool:
    """Whether a character spells words or numbers with its neighbours, as Han characters do not."""
    return _SPELT.match(character) is not None


def _kept_of_gap(folded: str, start: int, end: int) -> str:
    if start == 0 or end == len(folded):
        return ""
    if not (is_spelt(folded[start - 1]) and is_spelt(folded[end])):
        return ""
    return " " if any(mark != INVISIBLE for mark in folded[start:end]) else ""
