"""Judging: whether the place that was found for a passage may be believed.

A passage and its surroundings are believed to have come along if more characters agree than two
unrelated passages of such texts share by chance. How many that is, the old text itself tells: in a
text made of stock phrases a run of twenty characters stands in several places, in plain prose a run
of eight hardly ever does. A line that stands once in either text vouches for itself.
"""

from array import array
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from reportreader.notes.alignment import Alignment
from reportreader.notes.carrying import Place, Route
from reportreader.notes.line_pairs import ALIKE, MARGIN, ShortLines
from reportreader.notes.similarity import similarity
from reportreader.notes.twins import may_be_copied, may_be_twin, neighbours_disagree

_LENGTHS = (6, 7, 8, 10, 12, 14, 16, 20, 24, 28, 32, 40, 48, 64)
"""Lengths of runs that are tried, in folded characters."""
MAX_CHANCE = 0.04
"""Share of the runs of a length that may stand elsewhere too while the length still tells."""
MAX_SAMPLED = 100_000
"""Folded characters that are counted to learn how repetitive a text is."""
MIN_KINSHIP = 0.15
"""Share of the shorter text in telling runs below which two texts are not two versions of one."""
STRANGERS_EVIDENCE = 64
"""Evidence asked for where they are not."""
ORDER_EVIDENCE = 6
"""Characters of agreement that staying in order is worth."""
UNIQUE_EVIDENCE = 6
"""The same for standing once in either text, word for word."""
REACH = 64
"""Folded characters of surroundings that are looked at on each side."""
MAX_DROP = 8
"""How far the score of the surroundings may fall below its best before the look stops."""
MAX_DRIFT = 12
"""Largest step in the new text between neighbours of the old one that still counts as beside."""
MISS = 1.0
"""What a character that did not come along takes away."""
MIN_KEPT = 0.6
"""Share of a passage that must have come along to one place, or nobody knows where it is."""
SHORT = 16
"""Folded characters of a passage of which a few marks are a large part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether a place is believed, and how firmly (0 to 1)."""

    is_settled: bool
    confidence: float


class Judge:
    """Judges the places of one alignment."""

    def __init__(self, alignment: Alignment) -> None:
        self._alignment = alignment
        telling = telling_length(alignment.old.text)
        self._are_kin = _kinship(alignment, telling) >= MIN_KINSHIP
        self._needed = ORDER_EVIDENCE + (telling if self._are_kin else STRANGERS_EVIDENCE)

    def judge(self, start: int, end: int, place: Place) -> Verdict:
        """Whether `old.text[start:end]` went to `place`."""
        targets = self._alignment.targets
        evidence = (
            _extension(targets, start - 1, -1, place.start)
            + _inside(targets, start, end, place)
            + _extension(targets, end, 1, place.end - 1)
        )
        half = (end - start) / 2
        if self._alignment.in_order.count(1, start, end) >= half:
            evidence += ORDER_EVIDENCE
        if place.similarity >= 1.0 and self._stands_once(start, end):
            evidence += UNIQUE_EVIDENCE
        is_line = self._are_kin and (
            self._alignment.in_lines.count(1, start, end) > half
            or (evidence < self._needed and self._is_line_alone(start, end, place))
        )
        if is_line:
            evidence = max(evidence, self._needed)
        if (
            may_be_twin(self._alignment, start, end)
            or may_be_copied(self._alignment, start, end, place)
            or (not is_line and neighbours_disagree(self._alignment, start, end, place))
            or not _came_along(self._alignment, start, end, place)
        ):
            evidence = 0.0
        firmness = min(1.0, max(0.0, evidence) / (3 * self._needed))
        return Verdict(
            is_settled=evidence >= self._needed, confidence=round(place.similarity * firmness, 3)
        )

    def _is_line_alone(self, start: int, end: int, place: Place) -> bool:
        """Whether the line of a passage became that of the place, and each is like no other."""
        old_line = self._old_lines.around(start, end)
        new_line = self._new_lines.around(place.start, place.end)
        if old_line is None or new_line is None:
            return False
        old_words = self._alignment.old.text[slice(*old_line)]
        new_words = self._alignment.new.text[slice(*new_line)]
        alike = similarity(old_words, new_words)
        return alike >= ALIKE and not any(
            lines.are_alike(words, alike - MARGIN, but=line)
            for lines, line in ((self._old_lines, old_line), (self._new_lines, new_line))
            for words in (old_words, new_words)
        )

    @cached_property
    def _old_lines(self) -> ShortLines:
        return ShortLines(self._alignment.old)

    @cached_property
    def _new_lines(self) -> ShortLines:
        return ShortLines(self._alignment.new)

    def _stands_once(self, start: int, end: int) -> bool:
        """Whether a passage stands word for word once in either text."""
        old, new = self._alignment.old.text, self._alignment.new.text
        passage = old[start:end]
        return all(text.find(passage, text.find(passage) + 1) < 0 for text in (old, new))


def _came_along(alignment: Alignment, start: int, end: int, place: Place) -> bool:
    """Whether most of a passage came along, and of a short one not the marks alone."""
    if place.similarity >= 1.0 or place.route is Route.SEARCHED:
        return True
    text, targets = alignment.old.text, alignment.targets
    kept = [index for index in range(start, end) if place.start <= targets[index] < place.end]
    if len(kept) < (end - start) * MIN_KEPT:
        return False
    words = sum(text[index].isalnum() for index in range(start, end))
    return end - start > SHORT or sum(text[index].isalnum() for index in kept) * 2 >= words


def telling_length(text: str) -> int:
    """Shortest length at which hardly any run of a folded text stands in it a second time."""
    sample = text[:MAX_SAMPLED]
    low, high = 0, len(_LENGTHS) - 1
    while low < high:
        middle = (low + high) // 2
        if _repeated_share(sample, _LENGTHS[middle]) <= MAX_CHANCE:
            high = middle
        else:
            low = middle + 1
    return _LENGTHS[low]


def _repeated_share(text: str, length: int) -> float:
    runs = len(text) - length + 1
    if runs <= 0:
        return 0.0
    counts = Counter([text[index : index + length] for index in range(runs)])
    return 1 - list(counts.values()).count(1) / runs


def _kinship(alignment: Alignment, telling: int) -> float:
    """Share of the shorter text that lies in runs, a few misprints forgiven, of telling length."""
    shorter = min(len(alignment.old.text), len(alignment.new.text))
    shared = run = 0
    last_index = last_target = -4
    for index, target in enumerate(alignment.targets):
        if target < 0:
            continue
        if index - last_index <= 3 and 0 < target - last_target <= 3:
            run += 1
        else:
            shared += run if run >= telling else 0
            run = 1
        last_index, last_target = index, target
    shared += run if run >= telling else 0
    return shared / max(1, shorter)


def _inside(targets: "array[int]", start: int, end: int, place: Place) -> float:
    """Characters of the passage that agree, less a part of those that do not."""
    if place.route is Route.SEARCHED:
        agreeing = round(place.similarity * (end - start))
    else:
        agreeing = sum(place.start <= target < place.end for target in targets[start:end])
    return agreeing - MISS * (end - start - agreeing)


def _extension(targets: "array[int]", index: int, step: int, edge: int) -> float:
    """Best score of the surroundings on one side: what came along beside the place.

    The look goes outwards from the passage and stops where the score has dropped too far, as the
    extension of a hit does in sequence search (Altschul et al., BLAST, 1990).
    """
    best = score = 0.0
    previous = edge
    for position in range(index, index + step * REACH, step):
        if not 0 <= position < len(targets):
            break
        target = targets[position]
        if target >= 0 and 0 < (target - previous) * step <= MAX_DRIFT:
            score += 1
            previous = target
        else:
            score -= MISS
        if score > best:
            best = score
        elif best - score > MAX_DROP:
            break
    return best
