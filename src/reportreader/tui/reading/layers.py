"""What lies over the text, in one fixed order, composed for one line at a time.

From below: emphasis of the text and headings inside paragraphs, figures, keyphrases, the reader's
terms, annotations, search hits, the current hit, selection, caret. A run of characters carries the
keys of all of them, so that a style can be made of the lot.
"""

from collections.abc import Sequence
from enum import IntEnum
from itertools import pairwise
from typing import NamedTuple

from reportreader.tui.reading.intervals import Interval

OVERLAP_KEY = "overlap"
"""Added where two annotations lie over each other."""
LEAD_KEY = "lead"
"""A heading that stands at the beginning of its paragraph, or within it."""
SELECTION_KEY = "selection"
CARET_KEY = "caret"
FIGURE_KEY = "figure"
KEYPHRASE_KEY = "keyphrase"
HIT_KEY = "search-hit"
CURRENT_HIT_KEY = "search-current"


class Layer(IntEnum):
    """The layers from the lowest to the highest."""

    SPANS = 0
    """Emphasis and links of the text itself, headings inside paragraphs."""
    FIGURES = 1
    KEYPHRASES = 2
    TERMS = 3
    ANNOTATIONS = 4
    HITS = 5
    CURRENT_HIT = 6
    SELECTION = 7
    CARET = 8


class Run(NamedTuple):
    """Characters `text[start:end]` under the same keys, lowest layer first."""

    start: int
    end: int
    keys: tuple[str, ...]


def compose(start: int, end: int, layers: Sequence[Sequence[Interval]]) -> list[Run]:
    """Cut `text[start:end]` into runs that tile it; `layers` are those of `Layer`, in that order.

    Each layer holds intervals that may reach beyond the line, the outer before the inner.
    """
    cuts = {start, end}
    present: list[tuple[int, Interval]] = []
    for number, layer in enumerate(layers):
        for interval in layer:
            if interval.start < end and interval.end > start:
                cuts.add(max(start, interval.start))
                cuts.add(min(end, interval.end))
                present.append((number, interval))
    if not present:
        return [Run(start, end, ())] if end > start else []
    ordered = sorted(cuts)
    return [Run(left, right, _keys(left, right, present)) for left, right in pairwise(ordered)]


def _keys(left: int, right: int, present: Sequence[tuple[int, Interval]]) -> tuple[str, ...]:
    keys: list[str] = []
    annotations = 0
    for layer, interval in present:
        if interval.start <= left and interval.end >= right:
            if layer == Layer.ANNOTATIONS:
                annotations += 1
                if annotations == 2:
                    keys.append(OVERLAP_KEY)
            keys.append(interval.key)
    return tuple(keys)
