"""Keyphrases and the reader's terms over the text, found a chunk at a time and remembered."""

from collections import Counter
from collections.abc import Callable, Sequence

from reportreader.analysis.terms import Term, TermGroup, matcher_of
from reportreader.tui.reading.intervals import Interval
from reportreader.tui.reading.layers import KEYPHRASE_KEY

_FEWEST, _MOST = 5, 20
_CHARACTERS_EACH = 200
"""A keyphrase is painted for so many code points of text; more would paint everything."""
_CHUNK = 2048
_CACHED_CHUNKS = 256
_COUNTED_AT_ONCE = 16_384
"""Code points that are counted without a break: a few ms."""


class TermLayer:
    """The terms of `groups` in one text; group `i` is painted as `keys[i]`."""

    def __init__(self, text: str, groups: Sequence[TermGroup], keys: Sequence[str]) -> None:
        self.text = text
        self.groups = tuple(groups)
        self.keys = tuple(keys)
        self._matcher = matcher_of(self.groups)
        self._chunks: dict[int, list[Interval]] = {}

    def overlapping(self, start: int, end: int) -> list[Interval]:
        """Terms with a character in `text[start:end]`, in text order."""
        if not self.groups or end <= start:
            return []
        found: list[Interval] = []
        for chunk in range(start // _CHUNK, (end - 1) // _CHUNK + 1):
            for interval in self._chunk(chunk):
                if interval.start < end and interval.end > start and interval not in found[-1:]:
                    found.append(interval)
        return found

    def _chunk(self, number: int) -> list[Interval]:
        found = self._chunks.get(number)
        if found is None:
            if len(self._chunks) >= _CACHED_CHUNKS:
                self._chunks.clear()
            found = self._find(number * _CHUNK, (number + 1) * _CHUNK)
            self._chunks[number] = found
        return found

    def _find(self, start: int, end: int) -> list[Interval]:
        return [
            Interval(left, right, self.keys[group], group)
            for left, right, group in self._matcher.find(self.text, start, end)
        ]

    def step(self, place: int, *, backwards: bool = False, group: int | None = None) -> int | None:
        """Offset of the next term behind `place` (the last before it), None where there is none.

        The text is looked through in pieces that double, so that a near one is found at once.
        """
        size = _CHUNK
        edge = place
        while (edge > 0) if backwards else (edge < len(self.text)):
            low, high = (max(0, edge - size), edge) if backwards else (edge, edge + size)
            starts = [
                one.start
                for one in self._find(low, high)
                if low <= one.start < high
                and one.start != place
                and (group is None or one.number == group)
            ]
            if starts:
                return starts[-1] if backwards else starts[0]
            edge = low if backwards else high
            size *= 2
        return None

    def count(self, should_stop: Callable[[], bool] = bool) -> tuple[int, ...]:
        """How often each group stands in the text; looks through all of it, for a task.

        Goes in pieces, so that the screen gets its turns in between, and gives up with nothing
        when `should_stop` says so.
        """
        places = self.places(should_stop)
        counted = Counter(group for _, group in places or ())
        return () if places is None else tuple(counted[n] for n in range(len(self.groups)))

    def places(self, should_stop: Callable[[], bool] = bool) -> tuple[tuple[int, int], ...] | None:
        """(offset, group) of every term in the text, ascending; for a task as `count` is."""
        found: list[tuple[int, int]] = []
        for start in range(0, len(self.text), _COUNTED_AT_ONCE):
            if should_stop():
                return None
            end = min(len(self.text), start + _COUNTED_AT_ONCE)
            found.extend(
                (left, group)
                for left, _, group in self._matcher.find(self.text, start, end)
                if start <= left
            )
        return tuple(found)


def single_terms(texts: Sequence[str]) -> tuple[TermGroup, ...]:
    """A group for each text, so that each is counted and found on its own."""
    return tuple(TermGroup(name=text, terms=(Term(text=text),)) for text in texts)


def keyphrase_layer(text: str, phrases: Sequence[str]) -> TermLayer | None:
    """The weightiest of the keyphrases, as many as a text of this length can bear."""
    shown = phrases[: max(_FEWEST, min(_MOST, len(text) // _CHARACTERS_EACH))]
    return TermLayer(text, single_terms(shown), [KEYPHRASE_KEY] * len(shown)) if shown else None
