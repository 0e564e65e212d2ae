"""Short extracts of a text around hits, cut at the edges of clauses; pure."""

from collections.abc import Sequence
from dataclasses import dataclass

_CLAUSE_ENDS = "。！？；：，、\n"
LEAD_LENGTH = 12
"""Code points in front of the first hit at most."""


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
        windows.sort(key=lambda window: _worth(text, hits, window), reverse=True)
        windows = sorted(windows[:count])
    return tuple(_make_snippet(text, hits, window) for window in windows)


def _windows(text: str, hits: Sequence[tuple[int, int]], length: int) -> list[tuple[int, int, int]]:
    """(start, end, index of the first hit) of disjoint extracts that together hold all hits."""
    windows = []
    covered = 0
    for index, (start, end) in enumerate(hits):
        if end <= covered:
            continue
        first = _lead(text, start, max(covered, start - LEAD_LENGTH))
        covered = max(end, min(len(text), first + length))
        windows.append((first, covered, index))
    return windows


def _lead(text: str, start: int, earliest: int) -> int:
    """Where an extract begins: behind the end of a clause, if one ends shortly before the hit."""
    for offset in range(start - 1, earliest - 1, -1):
        if text[offset] in _CLAUSE_ENDS:
            return offset + 1
    return earliest


def _worth(
    text: str, hits: Sequence[tuple[int, int]], window: tuple[int, int, int]
) -> tuple[int, int]:
    """How many different passages are hit in a window, and how many hits there are."""
    _, end, index = window
    inside = []
    while index < len(hits) and hits[index][1] <= end:
        inside.append(text[hits[index][0] : hits[index][1]])
        index += 1
    return len(set(inside)), len(inside)


def _make_snippet(
    text: str, hits: Sequence[tuple[int, int]], window: tuple[int, int, int]
) -> Snippet:
    start, end, index = window
    ranges = []
    while index < len(hits) and hits[index][0] < end:
        ranges.append((hits[index][0] - start, min(hits[index][1], end) - start))
        index += 1
    shown = text[start:end].replace("\n", " ").replace("\t", " ")
    return Snippet(text=shown, hit_ranges=tuple(ranges), offset=start)
