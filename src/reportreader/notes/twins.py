"""Twins: two passages that read alike side by side, of which one was cut or one was put in.

Where the alignment could as well have chosen the other one, nobody can say which is which.
"""

from array import array
from collections import Counter

from reportreader.notes.alignment import Alignment
from reportreader.notes.carrying import Place
from reportreader.notes.similarity import similarity

REACH = 64
"""Folded characters between a passage and the cut or the insertion beside it."""
NEAR = 24
"""Folded characters of surroundings that tell a copy from what it was copied from."""
CLOSE = 0.25
"""How much less alike the surroundings of a copy may be while it still may be the original."""
ALIKE = 0.8
"""How alike a passage and the text at a second place must be for the place to be a rival."""
FAR = 320
"""Folded characters of surroundings that tell a long copy from what it was copied from."""
NEIGHBOURHOOD = 400
"""Folded characters of surroundings on each side that vouch for a place or for a rival of it."""
MIN_VOTES = 4
"""Characters that must agree on a rival."""
MAX_CUT = 2000
"""Folded characters of cut text beside a passage that are looked at for its twin."""


def may_be_twin(alignment: Alignment, start: int, end: int) -> bool:
    """Whether the passage and a like one stood side by side and one of them is gone.

    Of `AxAy` that has become `Ay` nobody can say which A was cut: the cut may as well lie a little
    further on or back, over the passage.
    """
    text, targets = alignment.old.text, alignment.targets
    while end > start and targets[end - 1] < 0:
        end -= 1
    while start < end and targets[start] < 0:
        start += 1
    if start == end:
        return False
    cut_start = _run_end(targets, end, 1, REACH, is_gone=False)
    cut_end = _run_end(targets, cut_start, 1, MAX_CUT, is_gone=True)
    cut = cut_end - cut_start
    if cut > 0 and text[start + cut : cut_end] == text[start:cut_start]:
        return True
    cut_end = _run_end(targets, start, -1, REACH, is_gone=False)
    cut_start = _run_end(targets, cut_end, -1, MAX_CUT, is_gone=True)
    cut = cut_end - cut_start
    return cut > 0 and text[cut_start : end - cut] == text[cut_end:end]


def may_be_copied(alignment: Alignment, start: int, end: int, place: Place) -> bool:
    """Whether text was put in beside the place in which the passage stands as well.

    Of `Ay` that has become `AxAy` nobody can say which A is the old one, unless what surrounds them
    tells.
    """
    claimed, text = alignment.claimed, alignment.new.text
    low = _claimed_end(claimed, place.start, -1, is_claimed=True)
    before = (_claimed_end(claimed, low, -1, is_claimed=False), place.start)
    high = _claimed_end(claimed, place.end, 1, is_claimed=True)
    behind = (place.end, _claimed_end(claimed, high, 1, is_claimed=False))
    passage = text[place.start : place.end]
    for first, last in (before, behind):
        at = text.find(passage, first, last)
        while at >= 0:
            till = at + len(passage)
            is_new = claimed.count(0, at, till) * 2 >= len(passage)
            if is_new and all(
                _surroundings_alike(alignment, (start, end), (at, till), reach)
                >= _surroundings_alike(alignment, (start, end), (place.start, place.end), reach)
                - CLOSE
                for reach in (NEAR, FAR)
            ):
                return True
            at = text.find(passage, at + 1, last)
    return False


def neighbours_disagree(alignment: Alignment, start: int, end: int, place: Place) -> bool:
    """Whether a neighbour went elsewhere, where all from the passage to it reads alike too.

    Of `xAy` that has become `xA…Ay` nobody can say which A is the old one. Three stretches of the
    old text must read alike at the rival place: the passage, the passage with what is near it, and
    all as far as the neighbour.
    """
    old, new, targets = alignment.old.text, alignment.new.text, alignment.targets
    for side in (range(start - 1, start - NEIGHBOURHOOD, -1), range(end, end + NEIGHBOURHOOD)):
        for at, index in _rivals(targets, side, start).items():
            if at < place.end and place.start < at + end - start:
                continue
            first, last = min(start, index), max(end, index + 1)
            near = max(first, start - NEAR), min(last, end + NEAR)
            if all(
                similarity(old[i:j], new[max(0, i + at - start) : j + at - start]) >= ALIKE
                for i, j in ((start, end), near, (first, last))
            ):
                return True
    return False


def _rivals(targets: "array[int]", side: range, start: int) -> dict[int, int]:
    """Places the passage would have beside its neighbours, each with the nearest that says so."""
    places: dict[int, int] = {}
    votes: Counter[int] = Counter()
    for index in side:
        if not 0 <= index < len(targets):
            break
        at = targets[index] - (index - start)
        if targets[index] >= 0 and at >= 0:
            places.setdefault(at, index)
            votes[at] += 1
    return {at: index for at, index in places.items() if votes[at] >= MIN_VOTES}


def _surroundings_alike(
    alignment: Alignment, passage: tuple[int, int], place: tuple[int, int], reach: int
) -> float:
    """How alike a passage and a place of the new text are before and behind, from 0 to 2."""
    old, new = alignment.old.text, alignment.new.text
    (start, end), (new_start, new_end) = passage, place
    before, behind = old[max(0, start - reach) : start], old[end : end + reach]
    alike = similarity(before, new[max(0, new_start - len(before)) : new_start]) if before else 1.0
    return alike + (similarity(behind, new[new_end : new_end + len(behind)]) if behind else 1.0)


def _claimed_end(claimed: bytearray, at: int, step: int, *, is_claimed: bool) -> int:
    """Where a run of claimed text, or of text from nowhere, ends; `at` is a gap between two."""
    limit = REACH if is_claimed else MAX_CUT
    sought = 0 if is_claimed else 1
    if step > 0:
        end = claimed.find(sought, at, at + limit)
        return min(len(claimed), at + limit) if end < 0 else end
    return claimed.rfind(sought, max(0, at - limit), at) + 1 or max(0, at - limit)


def _run_end(targets: "array[int]", at: int, step: int, limit: int, *, is_gone: bool) -> int:
    """Where a run of characters that are gone, or are not, ends; `at` is a gap between two."""
    for _ in range(limit):
        index = at if step > 0 else at - 1
        if not 0 <= index < len(targets) or (targets[index] < 0) is not is_gone:
            break
        at += step
    return at
