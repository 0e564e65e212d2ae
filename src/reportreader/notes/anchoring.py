"""Anchoring: where the passages of one text stand in another text of the same report.

The old text is aligned with the new one and each passage is carried across; then it is judged
whether the place may be believed. Where it may not, it is only suggested. Pure: texts and anchors
in, places out.
"""

import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

from reportreader.notes.alignment import Alignment, align, never
from reportreader.notes.anchor import LOST, Anchor, Resolution, TextAnchor, make_anchor
from reportreader.notes.annotation import PlacementState
from reportreader.notes.carrying import Place, UnclaimedText, carry, search
from reportreader.notes.folding import fold_text
from reportreader.notes.judging import Judge
from reportreader.notes.requoting import QuoteFinder

__all__ = [
    "LOST",
    "Anchor",
    "PlainPlace",
    "Resolution",
    "TextAnchor",
    "make_anchor",
    "resolve",
    "resolve_for_bench",
]

POINT_CONTEXT = 24
"""Folded characters by which a mere place is recognised."""


def resolve(
    old_text: str,
    new_text: str,
    anchors: Sequence[TextAnchor],
    *,
    deadline_seconds: float | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> list[Resolution]:
    """Where each anchor of `old_text` stands in `new_text`, one resolution an anchor, same order.

    `old_text` is the version in which the anchors were last confirmed. An anchor whose quote does
    not stand there (the old text is not at hand) is looked for by its quote alone and at best
    ambiguous; so is all that could not be settled before `deadline_seconds` of `clock` were over.
    """
    if old_text == new_text:
        by_quote = QuoteFinder(new_text)
        return [
            _unchanged(anchor) if _fits(old_text, anchor) else by_quote.find(anchor)
            for anchor in anchors
        ]
    is_late = never
    if deadline_seconds is not None:
        deadline = clock() + deadline_seconds
        is_late = _passed(clock, deadline)
    carrier = _Carrier(old_text, new_text, is_late)
    return [carrier.resolve(anchor) for anchor in anchors]


class PlainPlace(NamedTuple):
    """A place as outside judges read it; `state` is `doubtful` where it is only suggested."""

    start: int
    end: int
    state: str


def resolve_for_bench(
    old_text: str, new_text: str, anchors: Sequence[TextAnchor]
) -> list[PlainPlace | None]:
    """`resolve` in the shape that `benchmarks/anchoring.py` and its kind compare, None for lost."""
    return [
        None
        if found.start is None or found.end is None
        else PlainPlace(
            found.start,
            found.end,
            "doubtful" if found.state is PlacementState.AMBIGUOUS else found.state.value,
        )
        for found in resolve(old_text, new_text, anchors)
    ]


def _passed(clock: Callable[[], float], deadline: float) -> Callable[[], bool]:
    return lambda: clock() >= deadline


def _fits(text: str, anchor: TextAnchor) -> bool:
    return text[anchor.start : anchor.end] == anchor.exact and anchor.end <= len(text)


def _unchanged(anchor: TextAnchor) -> Resolution:
    return Resolution(start=anchor.start, end=anchor.end, state=PlacementState.EXACT)


class _Carrier:
    """Carries the anchors of one text into another."""

    def __init__(self, old_text: str, new_text: str, is_late: Callable[[], bool]) -> None:
        self._old_text = old_text
        self._is_late = is_late
        self._old = fold_text(old_text)
        self._new = fold_text(new_text)
        self._alignment: Alignment = align(self._old, self._new, is_late)
        self._judge = Judge(self._alignment)
        self._by_quote = QuoteFinder(new_text)
        self._unclaimed: UnclaimedText | None = None

    def resolve(self, anchor: TextAnchor) -> Resolution:
        if not _fits(self._old_text, anchor):
            return self._by_quote.find(anchor)
        start, end = self._old.index_at(anchor.start), self._old.index_at(anchor.end)
        if start >= end:
            return self._resolve_point(start, anchor)
        return self._resolve_passage(start, end, anchor)

    def _resolve_passage(self, start: int, end: int, anchor: TextAnchor) -> Resolution:
        """The place of a passage with at least one folded character."""
        place = carry(self._alignment, start, end)
        if place is None and not self._is_late():
            if self._unclaimed is None:
                self._unclaimed = UnclaimedText(self._alignment)
            place = search(self._alignment, start, end, self._unclaimed)
        if place is None:
            return LOST if self._alignment.is_complete else self._by_quote.find(anchor)
        verdict = self._judge.judge(start, end, place)
        is_settled = verdict.is_settled and (self._alignment.is_complete or place.similarity == 1.0)
        return Resolution(
            start=self._new.offsets[place.start],
            end=self._new.offsets[place.end - 1] + 1,
            state=self._state(start, end, place) if is_settled else PlacementState.AMBIGUOUS,
            confidence=verdict.confidence,
        )

    def _state(self, start: int, end: int, place: Place) -> PlacementState:
        if place.similarity < 1.0:
            return PlacementState.CHANGED
        in_order = self._alignment.in_order.count(1, start, end)
        return PlacementState.EXACT if in_order * 2 >= end - start else PlacementState.MOVED

    def _resolve_point(self, index: int, anchor: TextAnchor) -> Resolution:
        """The place of a place: that of the text behind it, else of the text before it."""
        length = len(self._old.text)
        if not length:
            return LOST
        behind = (index, min(index + POINT_CONTEXT, length))
        before = (max(0, index - POINT_CONTEXT), index)
        for start, end in (behind, before):
            if start >= end:
                continue
            found = self._resolve_passage(start, end, anchor)
            if found.start is None or found.end is None or found.state is PlacementState.AMBIGUOUS:
                continue
            at = found.start if start == index else found.end
            state = found.state
            if state is PlacementState.CHANGED:
                state = PlacementState.EXACT
            return Resolution(start=at, end=at, state=state, confidence=found.confidence)
        return LOST
