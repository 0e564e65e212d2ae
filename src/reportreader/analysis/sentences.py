"""Sentences: intervals that end with 。！？… and the marks that close with them."""

import re
from bisect import bisect_right
from collections.abc import Iterator

_END = re.compile(
    r"(?:[。！？!?…｡]+|\.(?=\s|$)(?<=[A-Za-z)\]\"'”’]\.))[”’」』》）)\]】\"']*"
    r"|\n[ \t\u3000]*\n|\n"
)
_BLANK = re.compile(r"\s*")
LONGEST_SENTENCE = 2_000
"""Code points after which a sentence without any end is cut, so that one line of 50 MB is none."""


def iter_sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Sentences of `text[start:end]`, white space around them left out, ascending.

    A line break ends a sentence too: pass the text of one block with its breaks removed
    (`Document.passage`) where a source breaks lines in mid-sentence.
    """
    stop = len(text) if end is None else min(end, len(text))
    position = _skip_blank(text, start, stop)
    while position < stop:
        found = _END.search(text, position, min(stop, position + LONGEST_SENTENCE))
        last = found.end() if found else min(stop, position + LONGEST_SENTENCE)
        kept = position + len(text[position:last].rstrip())
        if kept > position:
            yield position, kept
        position = _skip_blank(text, last, stop)


def sentence_at(text: str, offset: int, start: int = 0, end: int | None = None) -> tuple[int, int]:
    """The sentence of `text[start:end]` that holds `offset`, or the last one before it."""
    sentences = list(iter_sentences(text, start, end))
    if not sentences:
        return offset, offset
    return sentences[max(0, bisect_right(sentences, offset, key=lambda span: span[0]) - 1)]


def _skip_blank(text: str, start: int, stop: int) -> int:
    found = _BLANK.match(text, start, stop)
    return found.end() if found else start
