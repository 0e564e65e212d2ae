"""Words, sentences and paragraphs around a place, each as a pair of offsets.

Sentences end behind 。！？!?… and the closing marks that follow. Words are those of a segmenter,
asked for one sentence at a time; without one, runs of one script. Breaks that the source made in
mid-sentence (`Document.joins`) are no part of any word.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from reportreader.analysis.characters import script_runs
from reportreader.document.document import Document
from reportreader.typography.graphemes import grapheme_span

Cut = Callable[[str], Sequence[tuple[int, int]]]
"""Intervals of the words of a text, ascending; blanks and punctuation belong to none."""
Span = tuple[int, int]

_SENTENCE_END = re.compile(r"[。！？!?…]+[”’」』）)》〉】\"']*")
_CLOSERS = 32
"""Code points within which the closing marks behind a sentence end."""
_WINDOW = 600
"""Code points handed to the segmenter at most."""
_CACHED_SENTENCES = 512


class Prose:
    """Boundaries in one document; remembers the words of the sentences last asked for."""

    def __init__(self, document: Document, cut: Cut = script_runs) -> None:
        self.document = document
        self.text = document.text
        self._cut = cut
        self._words: dict[Span, tuple[Span, ...]] = {}

    @property
    def last(self) -> int:
        """Offset of the last character that stands in a block, 0 in an empty document."""
        blocks = self.document.blocks
        if not len(blocks):
            return 0
        start, end = blocks.start_of(len(blocks) - 1), blocks.end_of(len(blocks) - 1)
        return self.grapheme(end - 1)[0] if end > start else start

    def block_index(self, offset: int) -> int:
        """Index of the block that holds `offset`, or of the last one before it."""
        return self.document.blocks.index_at(offset)

    def block(self, offset: int) -> Span:
        """The block that holds `offset`, or the last one before it; the whole text without any."""
        blocks = self.document.blocks
        if not len(blocks):
            return 0, len(self.text)
        index = blocks.index_at(offset)
        return blocks.start_of(index), blocks.end_of(index)

    def next_block(self, offset: int, count: int = 1) -> int | None:
        """Start of the block `count` behind that of `offset`; None behind the last."""
        blocks = self.document.blocks
        index = blocks.index_at(offset) + count
        return blocks.start_of(index) if index < len(blocks) else None

    def sentence(self, offset: int) -> Span:
        """The sentence that holds `offset`, without the white space around it."""
        start, end = self.block(offset)
        position = max(start, min(offset, end - 1))
        sentence_start = self._sentence_start(position, start, end)
        sentence_end = self._sentence_end(sentence_start, position, end)
        return _stripped(self.text, sentence_start, sentence_end)

    def _sentence_start(self, offset: int, start: int, end: int) -> int:
        reach = 256
        while True:
            low = max(start, offset - reach)
            found = None
            for match in _SENTENCE_END.finditer(self.text, low, min(end, offset + _CLOSERS)):
                if match.end() > offset:
                    break
                found = match
            if found is not None:
                return found.end()
            if low == start:
                return start
            reach *= 4

    def _sentence_end(self, sentence_start: int, offset: int, end: int) -> int:
        for match in _SENTENCE_END.finditer(self.text, sentence_start, end):
            if match.end() > offset:
                return match.end()
        return end

    def words(self, offset: int) -> tuple[Span, ...]:
        """Every word of the sentence (or of a window of a long one) that holds `offset`."""
        start, end = self.window(offset)
        words = self._words.get((start, end))
        if words is None:
            if len(self._words) >= _CACHED_SENTENCES:
                self._words.clear()
            words = self._cut_words(start, end)
            self._words[start, end] = words
        return words

    def window(self, offset: int) -> Span:
        """The part of the text whose words are cut together: a sentence, or a piece of it."""
        start, end = self.sentence(offset)
        if end - start <= _WINDOW:
            return start, end
        first = start + (max(start, min(offset, end - 1)) - start) // _WINDOW * _WINDOW
        return first, min(end, first + _WINDOW)

    def _cut_words(self, start: int, end: int) -> tuple[Span, ...]:
        offsets: list[int] = []
        position = start
        for join in self.document.iter_joins(start, end):
            offsets.extend(range(position, join.start))
            position = join.end
        offsets.extend(range(position, end))
        passage = "".join([self.text[offset] for offset in offsets])
        return tuple((offsets[first], offsets[last - 1] + 1) for first, last in self._cut(passage))

    def word(self, offset: int) -> Span:
        """The word that holds `offset`, edges on whole graphemes; else the one grapheme there."""
        words = self.words(offset)
        index = bisect_right(words, (offset, len(self.text))) - 1
        if index >= 0 and offset < words[index][1]:
            start, end = words[index]
            return self.grapheme(start)[0], self.grapheme(end - 1)[1]
        return self.grapheme(offset)

    def grapheme(self, offset: int) -> Span:
        """The character at `offset` with what combines with it, within its paragraph."""
        start, end = self.block(offset)
        if not start <= offset < end:
            return offset, min(offset + 1, len(self.text))
        first, last = grapheme_span(self.text, offset)
        return max(first, start), min(last, end)

    def visible(self, offset: int) -> int:
        """`offset`, moved behind the break in mid-sentence that holds it and into a block."""
        for join in self.document.iter_joins(offset - 256, offset + 1):
            if join.start <= offset < join.end:
                offset = join.end
        start, end = self.block(offset)
        if offset >= end:
            following = self.next_block(offset)
            return max(start, end - 1) if following is None else following
        return max(start, offset)


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
