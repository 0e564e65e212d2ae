"""Where the caret goes that stays on the text: by character, word, sentence, paragraph, search.

Each motion takes a prose, an offset and a count of at least 1 and returns the offset of a
character. Motions over rows need a layout and stand in `rows`.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from reportreader.tui.reading.prose import Prose

Motion = Callable[[Prose, int], int]


class FindKind(StrEnum):
    """The four ways to look for one character in the paragraph, by their keys in vi."""

    TO = "f"
    BEFORE = "t"
    BACK_TO = "F"
    BACK_BEHIND = "T"

    @property
    def reversed(self) -> "FindKind":
        """The same the other way."""
        return FindKind(self.value.swapcase())


class Find(NamedTuple):
    """A search for `character` that `;` and `,` repeat."""

    kind: FindKind
    character: str


def repeat(motion: Motion, prose: Prose, offset: int, count: int) -> int:
    """`motion` done `count` times, or until it no longer moves."""
    for _ in range(max(1, count)):
        moved = motion(prose, offset)
        if moved == offset:
            break
        offset = moved
    return offset


def right(prose: Prose, offset: int) -> int:
    """One grapheme on, over the ends of paragraphs."""
    return min(prose.visible(prose.grapheme(offset)[1]), prose.last)


def left(prose: Prose, offset: int) -> int:
    """One grapheme back, over the ends of paragraphs."""
    start, _ = prose.block(offset)
    if offset > start:
        return _visible_backwards(prose, prose.grapheme(offset - 1)[0])
    index = prose.block_index(offset)
    if index == 0:
        return offset
    return prose.grapheme(prose.document.blocks.end_of(index - 1) - 1)[0]


def word_forward(prose: Prose, offset: int) -> int:
    """Start of the next word; marks between words are passed over."""
    position: int | None = offset
    while position is not None:
        for start, _ in prose.words(position):
            if start > offset:
                return start
        position = _behind(prose, position)
    return prose.last


def word_end(prose: Prose, offset: int) -> int:
    """Last character of this word, of the next one where the caret stands there already."""
    position: int | None = offset
    while position is not None:
        for _, end in prose.words(position):
            last = prose.grapheme(end - 1)[0]
            if last > offset:
                return last
        position = _behind(prose, position)
    return prose.last


def word_back(prose: Prose, offset: int) -> int:
    """Start of this word, of the one before where the caret stands there already."""
    position = offset
    while True:
        for start, _ in reversed(prose.words(position)):
            if start < offset:
                return start
        first = min(position, prose.window(position)[0])
        before = left(prose, first)
        if before >= first:
            return min(before, offset)
        position = before


def sentence_forward(prose: Prose, offset: int) -> int:
    """Start of the next sentence."""
    _, end = prose.sentence(offset)
    following = prose.visible(max(end, offset + 1))
    start, _ = prose.sentence(following)
    return min(prose.visible(max(start, following)), prose.last)


def sentence_back(prose: Prose, offset: int) -> int:
    """Start of this sentence, of the one before where the caret stands there already."""
    start, _ = prose.sentence(offset)
    if start < offset:
        return start
    before = left(prose, offset)
    return min(before, prose.sentence(before)[0])


def block_forward(prose: Prose, offset: int) -> int:
    """Start of the next paragraph; the last character in the last one."""
    following = prose.next_block(offset)
    return prose.last if following is None else following


def block_back(prose: Prose, offset: int) -> int:
    """Start of this paragraph, of the one before where the caret stands there already."""
    start, _ = prose.block(offset)
    if start < offset:
        return start
    index = prose.block_index(offset)
    return prose.document.blocks.start_of(index - 1) if index > 0 else offset


def find(prose: Prose, offset: int, wanted: Find, count: int = 1) -> int | None:
    """Where the `count`-th such character of the paragraph sends the caret; None if there is none."""
    start, end = prose.block(offset)
    position = offset
    backwards = wanted.kind in (FindKind.BACK_TO, FindKind.BACK_BEHIND)
    for _ in range(max(1, count)):
        if backwards:
            position = prose.text.rfind(wanted.character, start, position)
        else:
            position = prose.text.find(wanted.character, position + 1, end)
        if position < 0:
            return None
    if wanted.kind is FindKind.BEFORE:
        return max(offset, left(prose, position))
    if wanted.kind is FindKind.BACK_BEHIND:
        return min(offset, right(prose, position))
    return position


def repeat_find(
    prose: Prose, offset: int, wanted: Find, *, reverse: bool, count: int = 1
) -> int | None:
    """`;` and `,`: the same search again, not stuck before the character just found."""
    kind = wanted.kind.reversed if reverse else wanted.kind
    again = Find(kind=kind, character=wanted.character)
    found = find(prose, offset, again, count)
    if found != offset:
        return found
    return find(prose, offset, again, count + 1)


def _behind(prose: Prose, offset: int) -> int | None:
    """The first place behind the words cut together with `offset`; None at the end of the text."""
    end = max(prose.window(offset)[1], offset + 1)
    if end > prose.last:
        return None
    following = prose.visible(end)
    return following if following > offset else None


def _visible_backwards(prose: Prose, offset: int) -> int:
    for join in prose.document.iter_joins(offset - 256, offset + 1):
        if join.start <= offset < join.end:
            start, _ = prose.block(offset)
            return prose.grapheme(max(start, join.start - 1))[0]
    return offset


TEXT_MOTIONS: dict[str, Motion] = {
    "left": left,
    "right": right,
    "word_forward": word_forward,
    "word_end": word_end,
    "word_back": word_back,
    "sentence_forward": sentence_forward,
    "sentence_back": sentence_back,
    "block_forward": block_forward,
    "block_back": block_back,
}
"""The motions that need no layout, by the names that the action table uses."""
