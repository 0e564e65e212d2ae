"""Folding: the part of a text that survives a new print, with the way back to its offsets.

Spaces and line breaks, full and half width, the shapes of quotation marks and dashes, upper and
lower case, traditional and simplified characters change between two prints of one report while its
words do not. Folding keeps one code point for each code point that is kept, so every place in the
folded text is a place in the text.
"""

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reportreader.document.han_variants import simplified_forms

_ALIKE = {
    **dict.fromkeys("“”„‟「」『』〝〞＂«»", '"'),
    **dict.fromkeys("‘’‚‛＇`´", "'"),
    **dict.fromkeys("—–―─－−‐‑", "-"),
    **dict.fromkeys("·•‧・∙⋅", "·"),
    **dict.fromkeys("…。", "."),
    **dict.fromkeys("、﹑", ","),
    **dict.fromkeys("〔", "("),
    **dict.fromkeys("〕", ")"),
    **dict.fromkeys("［【", "["),
    **dict.fromkeys("］】", "]"),
    **dict.fromkeys("〜～", "~"),
}
_DROPPED = "\0"
"""Marks what is dropped; a control character itself, it is never kept."""
_DROPPED_CATEGORIES = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FoldedText:
    """A folded text; `offsets[i]` is where its i-th character stands in the text, ascending.

    `line_starts` are the indices at which a line of the text begins, ascending, with the length of
    the folded text as the last.
    """

    text: str
    offsets: "array[int]"
    line_starts: "array[int]"

    def index_at(self, offset: int) -> int:
        """Index of the first folded character at or behind an offset of the text."""
        return bisect_left(self.offsets, offset)

    def iter_lines(self) -> Iterator[tuple[int, int]]:
        """Start and end, as folded indices, of every line that keeps any character."""
        for number in range(len(self.line_starts) - 1):
            yield self.line_starts[number], self.line_starts[number + 1]


def fold_text(text: str) -> FoldedText:
    """The folded form of `text`."""
    table = {ord(character): fold_character(character) or _DROPPED for character in set(text)}
    marked = text.translate(table)
    offsets = array("I")
    start = 0
    for dropped in re.finditer(f"{_DROPPED}+", marked):
        offsets.extend(range(start, dropped.start()))
        start = dropped.end()
    offsets.extend(range(start, len(text)))
    return FoldedText(
        text=marked.replace(_DROPPED, ""), offsets=offsets, line_starts=_line_starts(text, offsets)
    )


@lru_cache(maxsize=16384)
def fold_character(character: str) -> str:
    """The one character that stands for `character` in folded text, empty if it is dropped."""
    if unicodedata.category(character) in _DROPPED_CATEGORIES:
        return ""
    for step in (_unify, _compose, _unify, _lower, _simplify):
        character = step(character)
    return character


def _unify(character: str) -> str:
    return _ALIKE.get(character, character)


def _compose(character: str) -> str:
    composed = unicodedata.normalize("NFKC", character)
    return composed if len(composed) == 1 else character


def _lower(character: str) -> str:
    lowered = character.lower()
    return lowered if len(lowered) == 1 else character


def _simplify(character: str) -> str:
    return chr(simplified_forms().get(ord(character), ord(character)))


def _line_starts(text: str, offsets: "array[int]") -> "array[int]":
    starts = array("I", [0] if offsets else [])
    at = text.find("\n")
    while at >= 0:
        index = bisect_left(offsets, at)
        if starts and index > starts[-1] and index < len(offsets):
            starts.append(index)
        at = text.find("\n", at + 1)
    starts.append(len(offsets))
    return starts
