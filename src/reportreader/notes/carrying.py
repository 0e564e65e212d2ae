"""Carrying: from the characters of a passage that came along to the place of the passage.

A place is a pair of indices of the new folded text. Whether a place may be believed is decided
apart from where it is (`judging`).
"""

from dataclasses import dataclass
from enum import Enum, auto

from reportreader.notes.alignment import Alignment
from reportreader.notes.searching import FORGIVEN_ERRORS, find_passage
from reportreader.notes.similarity import find_approximate, similarity

MIN_CARRIED_SHARE = 0.5
"""Share of a passage that must have come along, or similarity that a replacement must have."""
MAX_REFINED_LENGTH = 600
MAX_DRAWN = 6
"""Folded characters of an end that may be drawn to the rest of its passage."""
CONTEXT = 32
"""Folded characters of surroundings on each side."""

_BARRIER = "\0"
"""Stands between two parts of unclaimed text; folded text holds no control character."""


class Route(Enum):
    """How a place was found."""

    CARRIED = auto()
    """Its characters were aligned with it."""
    SEARCHED = auto()
    """It was looked for in text that no old text has claimed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """`new.text[start:end]` is where a passage went, reading like it by `similarity` (0 to 1)."""

    start: int
    end: int
    similarity: float
    route: Route


class UnclaimedText:
    """The parts of the new text that came from nowhere, joined so that none runs into another."""

    def __init__(self, alignment: Alignment) -> None:
        pieces: list[str] = []
        self._indices: list[int] = []
        claimed, text = alignment.claimed, alignment.new.text
        start = claimed.find(0)
        while start >= 0:
            end = claimed.find(1, start)
            if end < 0:
                end = len(claimed)
            pieces.append(text[start:end])
            self._indices.extend(range(start, end))
            self._indices.append(-1)
            start = claimed.find(0, end)
        self._text = _BARRIER.join(pieces)

    def find(self, passage: str) -> list[tuple[int, int]]:
        """Places of the best matches of a passage, as indices of the new folded text."""
        return [
            (self._indices[match.start], self._indices[match.end - 1] + 1)
            for match in find_passage(self._text, passage)
            if match.end > match.start and _BARRIER not in self._text[match.start : match.end]
        ]


def carry(alignment: Alignment, start: int, end: int) -> Place | None:
    """Where `old.text[start:end]` went, going by its own characters and its neighbours."""
    length = end - start
    passage = alignment.old.text[start:end]
    cluster = _largest_cluster(alignment, start, end)
    if cluster and len(cluster) >= max(min(2, length), length * MIN_CARRIED_SHARE):
        return _bounded(alignment, start, end, cluster)
    grown = _grown(alignment, start, end, cluster) if cluster else None
    if grown is not None:
        return grown
    left = alignment.targets[start - 1] if start > 0 else -1
    old_length, new_length = len(alignment.old.text), len(alignment.new.text)
    right = alignment.targets[end] if end < old_length else new_length
    if left < 0 or not left + 1 < right <= left + 2 * length + 9:
        return None
    alike = similarity(passage, alignment.new.text[left + 1 : right])
    if alike < MIN_CARRIED_SHARE:
        return None
    return Place(start=left + 1, end=right, similarity=alike, route=Route.CARRIED)


def search(alignment: Alignment, start: int, end: int, unclaimed: UnclaimedText) -> Place | None:
    """Where `old.text[start:end]` may have gone, looking only at text that came from nowhere."""
    old, new = alignment.old.text, alignment.new.text
    passage = old[start:end]
    before, behind = old[max(0, start - CONTEXT) : start], old[end : end + CONTEXT]
    best: tuple[float, Place] | None = None
    for low, high in unclaimed.find(passage):
        if high - low > 2 * len(passage) + 8:
            continue
        alike = similarity(passage, new[low:high])
        context = similarity(new[max(0, low - CONTEXT) : low], before) + similarity(
            new[high : high + CONTEXT], behind
        )
        score = alike + 0.3 * context
        if best is None or score > best[0]:
            place = Place(start=low, end=high, similarity=alike, route=Route.SEARCHED)
            best = (score, place)
    return best[1] if best else None


def _largest_cluster(alignment: Alignment, start: int, end: int) -> list[int]:
    """The largest group of targets of a passage that stand close together, ascending."""
    targets = sorted(_settled_targets(alignment, start, end))
    offsets = alignment.old.offsets
    max_gap = max(20, (offsets[end - 1] + 1 - offsets[start]) // 2)
    largest: list[int] = []
    first = 0
    for index in range(1, len(targets) + 1):
        if index < len(targets) and targets[index] - targets[index - 1] <= max_gap:
            continue
        if index - first > len(largest):
            largest = targets[first:index]
        first = index
    return largest


def _settled_targets(alignment: Alignment, start: int, end: int) -> list[int]:
    """The targets of a passage, its ends drawn to it where text was put in between.

    When `Ay` becomes `Axy` and x ends as A does, the end of A may as well be aligned with the end of x.
    """
    targets = [target for target in alignment.targets[start:end] if target >= 0]
    passage, new = alignment.old.text[start:end], alignment.new.text
    if len(targets) < len(passage):
        return targets
    tail = _run_length(targets[::-1], -1)
    if tail < len(targets) and tail <= MAX_DRAWN:
        at = targets[-tail - 1] + 1
        if new[at : at + tail] == passage[-tail:]:
            targets[-tail:] = range(at, at + tail)
    head = _run_length(targets, 1)
    if head < len(targets) and head <= MAX_DRAWN:
        at = targets[head]
        if at >= head and new[at - head : at] == passage[:head]:
            targets[:head] = range(at - head, at)
    return targets


def _run_length(targets: list[int], step: int) -> int:
    """How many targets from the first one follow each other."""
    length = 1
    while length < len(targets) and targets[length] - targets[length - 1] == step:
        length += 1
    return length


def _grown(alignment: Alignment, start: int, end: int, cluster: list[int]) -> Place | None:
    """The passage around the few characters that came along, in text that is theirs or nobody's."""
    passage = alignment.old.text[start:end]
    if len(passage) > MAX_REFINED_LENGTH:
        return None
    own = set(cluster)
    low = max(0, cluster[0] - len(passage))
    high = min(len(alignment.new.text), cluster[-1] + 1 + len(passage))
    window = "".join(
        [
            character if index in own or not alignment.claimed[index] else _BARRIER
            for index, character in enumerate(alignment.new.text[low:high], low)
        ]
    )
    max_errors = int(len(passage) * FORGIVEN_ERRORS)
    matches = find_approximate(window, passage, max_errors)
    if not matches:
        return None
    best = min(matches, key=lambda match: (match.errors, match.end - match.start))
    return Place(
        start=low + best.start,
        end=low + best.end,
        similarity=similarity(passage, window[best.start : best.end]),
        route=Route.SEARCHED,
    )


def _bounded(alignment: Alignment, start: int, end: int, cluster: list[int]) -> Place:
    """The place around a cluster, with better ends where those of the passage were not aligned."""
    passage = alignment.old.text[start:end]
    new = alignment.new.text
    low, high = cluster[0], cluster[-1] + 1
    if new[low:high] == passage:
        return Place(start=low, end=high, similarity=1.0, route=Route.CARRIED)
    loose_left = alignment.targets[start] < 0 or alignment.targets[start] > low
    loose_right = alignment.targets[end - 1] < 0 or alignment.targets[end - 1] < high - 1
    alike = similarity(passage, new[low:high])
    if (loose_left or loose_right) and len(passage) <= MAX_REFINED_LENGTH:
        pad = 4 + len(passage) // 3
        window = max(0, low - pad)
        outer_low, outer_high = low, high
        for match in find_approximate(new[window : high + pad], passage, int(len(passage) * 0.6)):
            left = min(low, window + match.start) if loose_left else low
            right = max(high, window + match.end) if loose_right else high
            better = similarity(passage, new[left:right])
            if better > alike + 1e-9:
                alike, outer_low, outer_high = better, left, right
        low, high = outer_low, outer_high
    # Text put into a passage lowers its similarity without making its place doubtful.
    return Place(start=low, end=high, similarity=max(alike, MIN_CARRIED_SHARE), route=Route.CARRIED)
