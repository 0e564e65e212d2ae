"""Motions of the caret over any text: they go the way they say and end on a character."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reportreader.document.block import Blocks
from reportreader.document.document import Document
from reportreader.tui.reading.motions import TEXT_MOTIONS, repeat
from reportreader.tui.reading.prose import Prose
from reportreader.tui.reading.selection import Selection, Unit, select_span, selected_span

_CHARACTERS = "水渠改造完工，。！？…”“（）abc 12%　\n👩‍👩‍👧é"
texts = st.text(alphabet=_CHARACTERS, min_size=1, max_size=120).filter(
    lambda text: text.strip() != ""
)
_FORWARD = ("right", "word_forward", "word_end", "sentence_forward", "block_forward")
_BACK = ("left", "word_back", "sentence_back", "block_back")


def prose_of(text: str) -> Prose:
    return Prose(Document(text=text, blocks=Blocks.from_lines(text)))


def on_a_character(prose: Prose, offset: int) -> bool:
    start, end = prose.block(offset)
    return start <= offset < end


@pytest.mark.parametrize("name", [*_FORWARD, *_BACK])
@given(text=texts, share=st.floats(0, 1))
def test_a_motion_goes_its_way_and_stays_on_the_text(name: str, text: str, share: float) -> None:
    prose = prose_of(text)
    start = prose.grapheme(prose.visible(int(share * (len(text) - 1))))[0]
    end = TEXT_MOTIONS[name](prose, start)
    assert on_a_character(prose, end)
    if name in _FORWARD:
        assert end >= start
    else:
        assert end <= start


@pytest.mark.parametrize(("name", "edge"), [("right", "last"), ("left", "first")])
@given(text=texts)
def test_enough_steps_reach_the_end_of_the_text(name: str, edge: str, text: str) -> None:
    prose = prose_of(text)
    start, goal = prose.visible(0), prose.last
    if edge == "first":
        start, goal = goal, start
    assert repeat(TEXT_MOTIONS[name], prose, start, len(text)) == goal


@given(text=texts)
@example(text="1\n\u200d11")
def test_every_character_is_reached_by_steps_to_the_right(text: str) -> None:
    prose = prose_of(text)
    seen = [prose.visible(0)]
    while (following := TEXT_MOTIONS["right"](prose, seen[-1])) != seen[-1]:
        seen.append(following)
    covered = {index for offset in seen for index in range(*prose.grapheme(offset))}
    blocks = {index for block in prose.document.blocks for index in range(block.start, block.end)}
    assert blocks <= covered


@given(text=texts, share=st.floats(0, 1))
def test_sentences_tile_a_paragraph(text: str, share: float) -> None:
    prose = prose_of(text)
    offset = prose.visible(int(share * (len(text) - 1)))
    start, end = prose.sentence(offset)
    block_start, block_end = prose.block(offset)
    assert block_start <= start <= end <= block_end
    assert all(prose.sentence(inside) == (start, end) for inside in range(start, end))


@given(text=texts, ends=st.tuples(st.floats(0, 1), st.floats(0, 1)), unit=st.sampled_from(Unit))
def test_a_selection_holds_both_of_its_ends(
    text: str, ends: tuple[float, float], unit: Unit
) -> None:
    prose = prose_of(text)
    anchor, head = (prose.visible(int(share * (len(text) - 1))) for share in ends)
    selection = Selection(anchor=anchor, head=head, unit=unit)
    start, end = selected_span(prose, selection)
    if unit is Unit.CHARACTER:
        assert start <= anchor < end
        assert start <= head < end
    assert selected_span(prose, selection.swapped()) == (start, end)
    if end > start and unit is not Unit.SENTENCE:
        assert selected_span(prose, select_span(prose, (start, end))) == (start, end)
