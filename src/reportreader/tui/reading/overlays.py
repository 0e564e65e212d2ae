"""Everything that lies over a report, gathered so that a line of the page can ask for its part."""

from typing import TYPE_CHECKING, NamedTuple

from reportreader.document.block import BlockKind
from reportreader.document.document import Document
from reportreader.tui.reading.annotations import AnnotationLayer
from reportreader.tui.reading.intervals import Interval, IntervalStore
from reportreader.tui.reading.layers import (
    CARET_KEY,
    CURRENT_HIT_KEY,
    HIT_KEY,
    LEAD_KEY,
    SELECTION_KEY,
    Layer,
)
from reportreader.tui.reading.searching import Span, overlapping
from reportreader.tui.reading.state import ReadingState

if TYPE_CHECKING:
    from reportreader.tui.reading.figures import FigureLayer
    from reportreader.tui.reading.terms import TermLayer


_RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE})
"""Blocks whose text runs on behind a heading at their beginning."""


class Overlays(NamedTuple):
    """The layers that do not change with every key; `spans` is the emphasis of the text itself."""

    spans: IntervalStore = IntervalStore()
    keyphrases: "TermLayer | None" = None
    terms: "TermLayer | None" = None
    annotations: AnnotationLayer = AnnotationLayer()
    figures: "FigureLayer | None" = None

    def resting(self, state: ReadingState, start: int, end: int) -> list[list[Interval]]:
        """The layers over `text[start:end]` as they are without caret and selection."""
        found: list[list[Interval]] = [[] for _ in Layer]
        found[Layer.SPANS] = self.spans.overlapping(start, end)
        if self.figures is not None and state.shows(Layer.FIGURES):
            found[Layer.FIGURES] = self.figures.overlapping(start, end)
        if self.keyphrases is not None and state.shows(Layer.KEYPHRASES):
            found[Layer.KEYPHRASES] = self.keyphrases.overlapping(start, end)
        if self.terms is not None and state.shows(Layer.TERMS):
            found[Layer.TERMS] = self.terms.overlapping(start, end)
        if state.shows(Layer.ANNOTATIONS):
            found[Layer.ANNOTATIONS] = self.annotations.store.overlapping(start, end)
        if state.search.hits and state.shows(Layer.HITS):
            found[Layer.HITS] = [
                Interval(left, right, HIT_KEY)
                for left, right in overlapping(state.search.hits, start, end)
            ]
        return found


def document_spans(document: Document) -> IntervalStore:
    """Strong, emphasised and linked passages by the name of their kind, and headings in paragraphs."""
    said = [
        Interval(span.start, span.end, f"span-{span.kind.value}")
        for span in document.spans
        if span.end > span.start
    ]
    blocks = document.blocks
    leads = [
        Interval(section.start, section.end, LEAD_KEY)
        for section in document.sections
        if blocks.kind_of(blocks.index_at(section.start)) in _RUNNING
    ]
    return IntervalStore([*said, *leads])


class Lively(NamedTuple):
    """What moves with the keys: current hit, selection, caret; None where there is none."""

    hit: Span | None = None
    selection: Span | None = None
    caret: Span | None = None

    def touches(self, start: int, end: int) -> bool:
        """Whether any of it has a character in `text[start:end]`."""
        return any(
            span is not None and span[0] < end and span[1] > start
            for span in (self.hit, self.selection, self.caret)
        )

    def add_to(self, layers: list[list[Interval]]) -> None:
        """Put it over the resting layers."""
        for layer, span, key in (
            (Layer.CURRENT_HIT, self.hit, CURRENT_HIT_KEY),
            (Layer.SELECTION, self.selection, SELECTION_KEY),
            (Layer.CARET, self.caret, CARET_KEY),
        ):
            if span is not None:
                layers[layer] = [Interval(span[0], span[1], key)]

    def changed(self, other: "Lively") -> list[Span]:
        """The passages that look different under the other."""
        spans: list[Span] = []
        for mine, its in ((self.hit, other.hit), (self.caret, other.caret)):
            if mine != its:
                spans += [span for span in (mine, its) if span is not None]
        return spans + difference(self.selection, other.selection)


def difference(one: Span | None, other: Span | None) -> list[Span]:
    """What is in one span but not in the other."""
    if one == other:
        return []
    if one is None or other is None or one[1] <= other[0] or other[1] <= one[0]:
        return [span for span in (one, other) if span is not None]
    edges = zip(one, other, strict=True)
    return [(min(edge), max(edge)) for edge in edges if edge[0] != edge[1]]
