"""Short extracts of a text around hits, cut at the edges of clauses; pure."""

from collections.abc import Sequence
from dataclasses import dataclass

_CLAUSE_ENDS = "。！？；：，、\n"
LEAD_LENGTH = 12
"""Code points in front of the first hit at most."""

_Window = tuple[int, int, int, int]
"""Start and end of an extract, indices of the first hit in it and of the first behind it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """`text` stands at `offset` of the report; `hit_ranges` are intervals within the snippet.

    Line breaks and tabs are shown as blanks, one for one.
    """

    text: str
    hit_ranges: tuple[tuple[int, int], ...]
    offset: int


def make_snippets(
    text: str, hits: Sequence[tuple[int, int]], *, count: int, length: int
) -> tuple[Snippet, ...]:
    """At most `count` extracts of `length` code points in text order, which do not overlap.

    Those with the most different hits are chosen, of equals the earlier.
    """
    windows = _windows(text, hits, length)
    if len(windows) > count:
        passages = [text[start:end] for start, end in hits]
        is_one = len(set(passages)) == 1
        windows.sort(key=lambda window: _worth(passages, window, is_one=is_one), reverse=True)
        windows = sorted(windows[:count])
    return tuple(_make_snippet(text, hits, window) for window in windows)


def _windows(text: str, hits: Sequence[tuple[int, int]], length: int) -> list[_Window]:
    """Disjoint extracts that together hold all hits."""
    windows = []
    covered = 0
    index = 0
    while index < len(hits):
        start, end = hits[index]
        if end <= covered:
            index += 1
            continue
        begin = _lead(text, start, max(covered, start - LEAD_LENGTH))
        covered = max(end, min(len(text), begin + length))
        stop = index + 1
        while stop < len(hits) and hits[stop][0] < covered:
            # One that would be cut in two is taken whole.
            covered = max(covered, hits[stop][1])
            stop += 1
        windows.append((begin, covered, index, stop))
        index = stop
    return windows


def _lead(text: str, start: int, earliest: int) -> int:
    """Where an extract begins: behind the end of a clause, if one ends shortly before the hit."""
    for offset in range(start - 1, earliest - 1, -1):
        if text[offset] in _CLAUSE_ENDS:
            return offset + 1
    return earliest


def _worth(passages: Sequence[str], window: _Window, *, is_one: bool) -> tuple[int, int]:
    """How many different passages are hit in a window, and how many hits there are.

    `is_one` says that all passages are the same.
    """
    _, _, index, stop = window
    return 1 if is_one else len(set(passages[index:stop])), stop - index


def _make_snippet(text: str, hits: Sequence[tuple[int, int]], window: _Window) -> Snippet:
    start, end, index, _ = window
    ranges = []
    while index < len(hits) and hits[index][0] < end:
        ranges.append((hits[index][0] - start, min(hits[index][1], end) - start))
        index += 1
    shown = text[start:end].replace("\n", " ").replace("\t", " ")
    return Snippet(text=shown, hit_ranges=tuple(ranges), offset=start)
