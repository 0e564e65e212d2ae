"""Two texts that are scrolled together: which place of one belongs to which of the other.

Versions of one report share paragraphs, reports of one kind share headings. What stands in both
exactly once is taken for the same, as far as it comes in the same order (the longest such chain, as
in patience diff); between two such places, and where nothing is shared, the way is shared out
evenly.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reportreader.document.document import Document

_MOST_BLOCKS = 50_000
"""Longer texts are not compared: that would hold up the keys."""
_SHARED_BLOCKS = 0.2
_SHARED_HEADINGS = 0.5
_FEWEST_SHARED = 2
_NUMBER = re.compile(r"^[(（]?(?:第?[一二三四五六七八九十百]+|\d+(?:\.\d+)*)[章节条]?[)）、.．\s]+")
_SIGNS = re.compile(r"[\W_]+")


class Parallel(NamedTuple):
    """Places of both texts that belong together, ascending, from their beginnings to their ends.

    What stands before the first or behind the last of them belongs to that. `is_matched` says that
    they were found in the texts; else they are the two places that were in view when the texts were
    coupled.
    """

    places: tuple[tuple[int, ...], tuple[int, ...]]
    is_matched: bool

    def across(self, offset: int, *, to: int) -> int:
        """The place in text `to` (0 or 1) that belongs to `offset` in the other one."""
        origins, targets = self.places[1 - to], self.places[to]
        if len(origins) < 2:
            return targets[0]
        index = max(0, min(bisect_right(origins, offset) - 1, len(origins) - 2))
        start, end = origins[index], origins[index + 1]
        share = max(0.0, min(1.0, (offset - start) / (end - start)))
        begin, finish = targets[index], targets[index + 1]
        return begin + int(share * (finish - begin))


def parallel_texts(first: Document, second: Document, here: tuple[int, int]) -> Parallel:
    """How two texts run along each other; `here` are the places in view, for texts unlike."""
    found = _shared_places(first, second)
    places = found or [here]
    ends = (len(first.text), len(second.text))
    if min(places[0]) > 0:
        places = [(0, 0), *places]
    return Parallel(_ascending([*places, ends]), bool(found))


def _shared_places(first: Document, second: Document) -> list[tuple[int, int]]:
    """Begins and ends of what both share; nothing if that is too little to go by."""
    if max(len(first.blocks), len(second.blocks)) > _MOST_BLOCKS:
        return []
    blocks = _chain(_paragraphs(first), _paragraphs(second))
    headings = _chain(_headings(first), _headings(second))
    least_blocks = _SHARED_BLOCKS * min(len(first.blocks), len(second.blocks))
    least_headings = _SHARED_HEADINGS * min(len(first.sections), len(second.sections))
    is_like = len(blocks) >= max(_FEWEST_SHARED, least_blocks)
    has_like_outline = len(headings) >= max(_FEWEST_SHARED, least_headings)
    if not is_like and not has_like_outline:
        return []
    return sorted(
        place
        for one, other in (*blocks, *headings)
        for place in ((one.start, other.start), (one.end, other.end))
    )


class _Unit(NamedTuple):
    key: str
    start: int
    end: int


def _paragraphs(document: Document) -> Iterator[_Unit]:
    for block in document.blocks:
        yield _Unit(_SIGNS.sub("", document.text[block.start : block.end]), block.start, block.end)


def _headings(document: Document) -> Iterator[_Unit]:
    for section in document.sections:
        name = _NUMBER.sub("", section.title)
        yield _Unit(_SIGNS.sub("", name), section.start, section.end)


def _chain(first: Iterable[_Unit], second: Iterable[_Unit]) -> list[tuple[_Unit, _Unit]]:
    """The longest run of units that stand once in both and in the same order."""
    there = _unique(second)
    pairs = [(unit, there[key]) for key, unit in _unique(first).items() if key in there]
    tops: list[int] = []
    top_pairs: list[int] = []
    before: list[int] = []
    for index, (_, other) in enumerate(pairs):
        length = bisect_left(tops, other.start)
        before.append(top_pairs[length - 1] if length else -1)
        tops[length : length + 1] = [other.start]
        top_pairs[length : length + 1] = [index]
    chain = []
    at = top_pairs[-1] if top_pairs else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]


def _unique(units: Iterable[_Unit]) -> dict[str, _Unit]:
    """Units by what they say, those that say something nothing else says, in order."""
    listed = [unit for unit in units if unit.key]
    counts = Counter(unit.key for unit in listed)
    return {unit.key: unit for unit in listed if counts[unit.key] == 1}


def _ascending(places: Iterable[tuple[int, int]]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The places in two columns, without those that would lead back in either text."""
    ones: list[int] = []
    others: list[int] = []
    for one, other in places:
        if not ones or (one > ones[-1] and other > others[-1]):
            ones.append(one)
            others.append(other)
    return tuple(ones), tuple(others)
