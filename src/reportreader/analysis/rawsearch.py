"""Hits of a term in a text as it stands, without making its searched form first.

Making the form of a thousand characters takes a hundred times as long as looking through them with
a pattern. The pattern of a term says what its form means: every character may stand in any variant
that folds to it, and white space may stand wherever the form leaves it out. `searchhits` is the
definition; this only answers sooner, and not at all where a pattern cannot be exact.
"""

import re
from functools import cache, lru_cache

from reportreader.analysis.characters import is_spelt
from reportreader.analysis.folding import ZERO_WIDTH, fold_variants
from reportreader.analysis.searchtext import search_form

LONGEST_PATTERN = 64
"""Code points of a term; patterns of longer ones take longer to make than they save."""
_BLANK = r"[^\S\t]"
"""What folds to a blank or a line feed: white space but TAB, which parts the cells of a table."""
_INVISIBLE = tuple(ZERO_WIDTH)


class RawTerm:
    """A term made ready to be found in texts that `may_search_raw`."""

    __slots__ = ("_firsts", "_patterns", "_rest")

    def __init__(self, form: str) -> None:
        classes = [_letter_class(letter) for letter in form]
        pieces = []
        for before, letter, one in zip(form, form[1:], classes[1:], strict=False):
            if before != " " != letter and not (is_spelt(before) and is_spelt(letter)):
                pieces.append(f"{_BLANK}*+")
            pieces.append(one)
        self._rest = "".join(pieces)
        self._firsts = fold_variants(form[0])
        self._patterns: dict[str, re.Pattern[str]] = {}

    def intervals(self, text: str) -> list[tuple[int, int]]:
        """Where the term stands in `text`, ascending and disjoint."""
        pattern = self._pattern_for(text)
        return [] if pattern is None else [found.span() for found in pattern.finditer(text)]

    def stands_in(self, text: str) -> bool:
        """Whether the term stands in `text`."""
        pattern = self._pattern_for(text)
        return pattern is not None and pattern.search(text) is not None

    def _pattern_for(self, text: str) -> re.Pattern[str] | None:
        """A pattern as good as that of the term for one text, None if the term is not in it.

        A pattern that begins with one certain character is found six times as fast as one that
        begins with any of several, and few texts hold several variants of one.
        """
        firsts = "".join(first for first in self._firsts if first in text)
        if not firsts:
            return None
        pattern = self._patterns.get(firsts)
        if pattern is None:
            pattern = re.compile(_any_of(firsts) + self._rest)
            self._patterns[firsts] = pattern
        return pattern


def may_search_raw(text: str) -> bool:
    """Whether `RawTerm` is exact in `text`: characters without width may stand inside any hit."""
    for mark in _INVISIBLE:  # noqa: SIM110  asked for every text; a generator takes longer than it
        if mark in text:
            return False
    return True


@lru_cache(maxsize=256)
def raw_term(term: str) -> RawTerm | None:
    """`term` made ready, None if no pattern would be exact."""
    form = search_form(term)
    if not 0 < len(form) <= LONGEST_PATTERN or not all(map(_letter_class, form)):
        return None
    return RawTerm(form)


@cache
def _letter_class(letter: str) -> str:
    """A pattern for what folds to `letter`, empty where that is not known."""
    return f"{_BLANK}++" if letter == " " else _any_of(fold_variants(letter))


def _any_of(letters: str) -> str:
    return re.escape(letters) if len(letters) < 2 else f"[{re.escape(letters)}]"
