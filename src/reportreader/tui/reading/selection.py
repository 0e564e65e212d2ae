"""What is selected: two characters, and the unit that the selection is widened to."""

from enum import StrEnum
from typing import NamedTuple

from reportreader.tui.reading.prose import Prose, Span


class Unit(StrEnum):
    """What a selection is made of; both ends are widened to whole units."""

    CHARACTER = "character"
    WORD = "word"
    SENTENCE = "sentence"
    BLOCK = "block"


class Selection(NamedTuple):
    """The characters from `anchor` to `head`, both included; the caret stands on `head`."""

    anchor: int
    head: int
    unit: Unit = Unit.CHARACTER

    def moved(self, head: int) -> "Selection":
        """The same with its moving end elsewhere."""
        return self._replace(head=head)

    def swapped(self) -> "Selection":
        """The same with its ends swapped, so that the other one moves."""
        return self._replace(anchor=self.head, head=self.anchor)


def selected_span(prose: Prose, selection: Selection) -> Span:
    """`text[start:end]` that is selected, exact to the character, edges on whole graphemes."""
    first = unit_span(prose, min(selection.anchor, selection.head), selection.unit)
    last = unit_span(prose, max(selection.anchor, selection.head), selection.unit)
    return first[0], max(first[1], last[1])


def unit_span(prose: Prose, offset: int, unit: Unit) -> Span:
    """The character, word, sentence or paragraph that holds `offset`; what `iw is ip` name."""
    if unit is Unit.WORD:
        return prose.word(offset)
    if unit is Unit.SENTENCE:
        return prose.sentence(offset)
    if unit is Unit.BLOCK:
        return prose.block(offset)
    return prose.grapheme(offset)


def select_span(prose: Prose, span: Span) -> Selection:
    """A selection of exactly `span`, which is not empty."""
    start, end = span
    return Selection(anchor=start, head=max(start, prose.grapheme(end - 1)[0]))
