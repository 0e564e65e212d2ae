"""Searching in the report: the hits, and which of them is the current one."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

Span = tuple[int, int]


class SearchState(NamedTuple):
    """A query, its hits in text order and the index of the current one.

    `origin` is the place the search began at: typing more goes on from there, leaving goes back.
    """

    query: str = ""
    hits: tuple[Span, ...] = ()
    current: int | None = None
    backwards: bool = False
    origin: int = 0

    @property
    def current_hit(self) -> Span | None:
        """The hit that `n` last reached."""
        return None if self.current is None else self.hits[self.current]

    def found(
        self, query: str, hits: Sequence[Span], *, keeps_current: bool = False
    ) -> "SearchState":
        """New hits; the current one is the first from the origin on, in the direction searched.

        With `keeps_current` it stays the one that the reader has walked to, if that is among them.
        """
        current = nearest(hits, self.origin, backwards=self.backwards)
        held = self.current_hit
        if keeps_current and held is not None:
            index = bisect_left(hits, (held[0], 0))
            if index < len(hits) and hits[index][0] == held[0]:
                current = index
        return self._replace(query=query, hits=tuple(hits), current=current)

    def stepped(self, count: int, place: int) -> tuple["SearchState", bool]:
        """`count` hits on (back if negative), and whether the end of the text was passed."""
        if not self.hits:
            return self, False
        if self.current is None:
            index = nearest(self.hits, place, backwards=count < 0)
            target = (index or 0) + (count - 1 if count > 0 else count + 1)
        else:
            target = self.current + count
        return self._replace(current=target % len(self.hits)), not 0 <= target < len(self.hits)


def nearest(spans: Sequence[Span], place: int, *, backwards: bool = False) -> int | None:
    """Index of the first span from `place` on (the last one before it), around the end if need be."""
    if not spans:
        return None
    if backwards:
        return (bisect_left(spans, (place, 0)) - 1) % len(spans)
    return bisect_left(spans, (place, 0)) % len(spans)


def overlapping(spans: Sequence[Span], start: int, end: int) -> Sequence[Span]:
    """Of spans in text order those with a character in `text[start:end]`."""
    last = bisect_left(spans, (end, 0))
    first = bisect_right(spans, (start, start))
    while first > 0 and spans[first - 1][1] > start:
        first -= 1
    return spans[first:last]


def count_between(spans: Sequence[Span], start: int, end: int) -> int:
    """How many of spans in text order begin in `text[start:end]`."""
    return bisect_left(spans, (end, 0)) - bisect_left(spans, (start, 0))
