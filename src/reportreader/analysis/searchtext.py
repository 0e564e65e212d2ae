"""The form of a text that is searched, and the way back from it to the offsets of the text.

Folded, and without the white space that says nothing: a blank or a line break beside a Han
character or a punctuation mark is left out, so that a typed blank or a sentence cut by the end of
a line hides no hit; between two letters or digits it becomes one blank. TAB stays, it parts the
cells of a table. The index (`bigrams`) and every matcher search this form.
"""

import re
from collections.abc import Iterator
from functools import cache

from reportreader.analysis.characters import HAN, is_spelt
from reportreader.analysis.folding import INVISIBLE, fold
from reportreader.analysis.squeezing import Squeezed

__all__ = ["SearchText", "is_spelt", "search_form"]

_SPELT_CLASS = f"[^\\W_{HAN}]"
_GAP_CLASS = f"[ \\n{INVISIBLE}]"


@cache
def _gap() -> re.Pattern[str]:
    """White space that is not simply one blank between two letters or digits."""
    return re.compile(
        f"{_GAP_CLASS}(?:{_GAP_CLASS}+|(?<=[\\n{INVISIBLE}])|(?<!{_SPELT_CLASS}.)"
        f"|(?!{_SPELT_CLASS}))"
    )


class SearchText(Squeezed):
    """A text made ready to be searched any number of times; about 100 ns a code point to make."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text
        folded = fold(text)
        super().__init__(folded, _iter_gaps(folded))

    @property
    def searched(self) -> str:
        """What is searched."""
        return self.form


def search_form(text: str) -> str:
    """`text` as it is searched; for queries and short texts whose offsets nobody needs."""
    return SearchText(text).searched


def _iter_gaps(folded: str) -> Iterator[tuple[int, int, str]]:
    for gap in _gap().finditer(folded):
        start, end = gap.span()
        yield start, end, _kept_of_gap(folded, start, end)


def _kept_of_gap(folded: str, start: int, end: int) -> str:
    if start == 0 or end == len(folded):
        return ""
    if not (is_spelt(folded[start - 1]) and is_spelt(folded[end])):
        return ""
    return " " if any(mark != INVISIBLE for mark in folded[start:end]) else ""
