"""Intervals over a text, found by place in constant time however many there are.

Buckets of 1024 characters hold the intervals that touch them; the few that cross more than
`_LONG_BUCKETS` are kept apart, so that neither ten thousand short ones nor one over the whole text
make a look-up slow.
"""

from collections.abc import Iterable
from typing import NamedTuple

_SHIFT = 10
_LONG_BUCKETS = 64


class Interval(NamedTuple):
    """`text[start:end]`, painted as `key`; `number` is its order among equals, from 0."""

    start: int
    end: int
    key: str
    number: int = 0


class IntervalStore:
    """Intervals that may overlap; empty ones are left out. Never changes once it is made."""

    __slots__ = ("_buckets", "_count", "_long")

    def __init__(self, intervals: Iterable[Interval] = ()) -> None:
        buckets: dict[int, list[Interval]] = {}
        self._long: list[Interval] = []
        self._count = 0
        for interval in intervals:
            start, end = interval[0], interval[1]
            if end <= start:
                continue
            self._count += 1
            first, last = start >> _SHIFT, (end - 1) >> _SHIFT
            if last - first > _LONG_BUCKETS:
                self._long.append(interval)
                continue
            while first <= last:
                if first in buckets:
                    buckets[first].append(interval)
                else:
                    buckets[first] = [interval]
                first += 1
        self._buckets = buckets

    def __len__(self) -> int:
        return self._count

    def overlapping(self, start: int, end: int) -> list[Interval]:
        """Intervals with a character in `text[start:end]`: the outer before the inner.

        They come by start, the longer first, then by number: painted in this order, what lies
        inside stays visible.
        """
        found = [one for one in self._long if one.start < end and one.end > start]
        first = start >> _SHIFT
        for bucket in range(first, ((end - 1) >> _SHIFT) + 1 if end > start else first):
            found += [
                one
                for one in self._buckets.get(bucket, ())
                if one.start < end
                and one.end > start
                and (bucket == first or one.start >> _SHIFT == bucket)
            ]
        if len(found) > 1:
            found.sort(key=_outer_first)
        return found

    def at(self, offset: int) -> list[Interval]:
        """Intervals that hold the character at `offset`, the outer first."""
        return self.overlapping(offset, offset + 1)


def _outer_first(interval: Interval) -> tuple[int, int, int]:
    return interval.start, -interval.end, interval.number
