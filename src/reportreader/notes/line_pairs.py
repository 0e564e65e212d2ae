"""Line pairs: the lines of an old text that stand in the new one with misprints, moved away.

A heading of a dozen characters that went elsewhere and was misprinted leaves no run long enough to
tell. As a whole line it tells: it reads like one line and like no other.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from reportreader.notes.folding import FoldedText
from reportreader.notes.similarity import similarity

MIN_LENGTH = 4
"""Folded characters of a line below which a misprint leaves nothing to tell it by."""
MAX_LENGTH = 80
"""The same above which its runs tell where it went."""
MAX_LINES = 4000
"""Lines left over on a side; of more only the first are looked at."""
MAX_SHARING = 40
"""Lines that may share a pair of characters while the pair still tells one from another."""
MAX_CANDIDATES = 4
"""Lines a line is compared with."""
ALIKE = 0.75
"""How alike two lines must be to be one."""
MARGIN = 0.2
"""How much less alike all others must be."""

Line = tuple[int, int]
"""Start and end in a folded text."""


def pair_lines(
    old: FoldedText, new: FoldedText, matched: bytearray, claimed: bytearray
) -> list[tuple[Line, Line]]:
    """The lines left over on both sides that are alike, each like no other that is left over.

    `matched` and `claimed` are 1 where a character of the old and of the new text has its partner.
    """
    old_lines, new_lines = _left_over(old, matched), _left_over(new, claimed)
    alike = {
        (old_line, new_line): similarity(old.text[slice(*old_line)], new.text[slice(*new_line)])
        for old_line, new_line in _candidates(old.text, new.text, old_lines, new_lines)
    }
    best_of_old, best_of_new = _best_two(alike, 0), _best_two(alike, 1)
    return [
        (old_line, new_line)
        for (old_line, new_line), share in alike.items()
        if share >= ALIKE
        and all(
            best[0] == share and best[1] <= share - MARGIN
            for best in (best_of_old[old_line], best_of_new[new_line])
        )
    ]


def _left_over(folded: FoldedText, taken: bytearray) -> list[Line]:
    """The short lines of which most has no partner."""
    return list(
        islice(
            (
                (start, end)
                for start, end in _short_lines(folded)
                if taken.count(0, start, end) * 2 > end - start
            ),
            MAX_LINES,
        )
    )


def _short_lines(folded: FoldedText) -> Iterator[Line]:
    return (
        (start, end)
        for start, end in folded.iter_lines()
        if MIN_LENGTH <= end - start <= MAX_LENGTH
    )


def _candidates(
    old: str, new: str, old_lines: Sequence[Line], new_lines: Sequence[Line]
) -> Iterator[tuple[Line, Line]]:
    """For every old line the new ones that share most pairs of characters with it."""
    sharing: defaultdict[str, list[Line]] = defaultdict(list)
    for line in new_lines:
        for pair in _pairs(new, line):
            sharing[pair].append(line)
    for line in old_lines:
        votes = Counter(
            other
            for pair in _pairs(old, line)
            if len(sharers := sharing.get(pair, ())) <= MAX_SHARING
            for other in sharers
        )
        for other, _ in votes.most_common(MAX_CANDIDATES):
            yield line, other


def _pairs(text: str, line: Line) -> set[str]:
    start, end = line
    return {text[index : index + 2] for index in range(start, end - 1)}


def _best_two(alike: dict[tuple[Line, Line], float], side: int) -> dict[Line, tuple[float, float]]:
    """By line of one side how alike its best and its second best partner are."""
    best: dict[Line, tuple[float, float]] = {}
    for pair, share in alike.items():
        first, second = best.get(pair[side], (0.0, 0.0))
        best[pair[side]] = (max(first, share), max(second, min(first, share)))
    return best


class ShortLines:
    """The short lines of a text, to be asked which of them read like another."""

    def __init__(self, folded: FoldedText) -> None:
        self._folded = folded
        self._lines = [
            (line, frozenset(folded.text[slice(*line)])) for line in _short_lines(folded)
        ]

    def around(self, start: int, end: int) -> Line | None:
        """The short line that holds most of `text[start:end]`."""
        starts = self._folded.line_starts
        number = bisect_right(starts, (start + end - 1) // 2) - 1
        if not 0 <= number < len(starts) - 1:
            return None
        line = starts[number], starts[number + 1]
        held = min(end, line[1]) - max(start, line[0])
        is_short = MIN_LENGTH <= line[1] - line[0] <= MAX_LENGTH
        return line if is_short and held * 2 > end - start else None

    def are_alike(self, words: str, alike: float, *, but: Line | None) -> bool:
        """Whether a line other than `but` is at least so much like `words`."""
        characters = frozenset(words)
        return any(
            len(own & characters) >= alike * len(characters) * 0.75
            and similarity(self._folded.text[slice(*line)], words) >= alike
            for line, own in self._lines
            if line != but
        )
