from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size

from reportreader.typography.graphemes import (
    clip_cells,
    grapheme_span,
    iter_graphemes,
)
from reportreader.typography.width_table import AMBIGUOUS_RANGES
from reportreader.typography.widths import NARROW, WIDE, Widths

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
FLAGS = "\U0001f1e8\U0001f1f3\U0001f1eb\U0001f1f7"
tricky = st.text(
    st.sampled_from(
        "a文“…①1#©❤\u0301\u200d\ufe0f\U0001f468\U0001f3fb\U0001f1e8\t\u0915\u093f\u1100\u1161"
    )
)


def test_every_code_point_is_as_wide_as_rich_says() -> None:
    wrong = [
        code_point
        for code_point in range(0x110000)
        if NARROW.of(chr(code_point)) != get_character_cell_size(chr(code_point))
    ]
    assert wrong == []


@given(tricky | st.text())
def test_a_string_is_as_wide_as_rich_says(text: str) -> None:
    assert NARROW.cells(text) == cell_len(text)


@given(tricky | st.text(), st.sampled_from([NARROW, WIDE]))
def test_graphemes_cover_the_text_and_sum_to_its_width(text: str, widths: Widths) -> None:
    graphemes = list(iter_graphemes(text, widths))
    assert "".join(text[start:end] for start, end, _ in graphemes) == text
    assert sum(cells for _, _, cells in graphemes) == widths.cells(text)
    assert all(cells <= 2 for _, _, cells in graphemes)
    assert all(widths.cells(text[start:end]) == cells for start, end, cells in graphemes)


@given(tricky)
def test_the_grapheme_at_an_offset_is_one_of_those_of_the_text(text: str) -> None:
    for start, end, _ in iter_graphemes(text):
        assert all(grapheme_span(text, offset) == (start, end) for offset in range(start, end))


@pytest.mark.parametrize("character", "“”‘’—…·①■│─℃α")
def test_ambiguous_characters_follow_the_setting(character: str) -> None:
    assert (NARROW.of(character), WIDE.of(character)) == (1, 2)


def test_the_setting_changes_ambiguous_characters_only() -> None:
    ambiguous = {
        code_point for first, last in AMBIGUOUS_RANGES for code_point in range(first, last + 1)
    }
    changed = {
        code_point
        for code_point in range(0x110000)
        if NARROW.of(chr(code_point)) != WIDE.of(chr(code_point))
    }
    assert changed == ambiguous


@pytest.mark.parametrize("widths", [NARROW, WIDE])
def test_the_ranges_for_richs_table_ascend_without_overlap(widths: Widths) -> None:
    ranges = widths.ranges()
    assert all(first <= last for first, last, _ in ranges)
    assert all(left[1] < right[0] for left, right in pairwise(ranges))


@pytest.mark.parametrize(
    ("text", "graphemes"),
    [
        (FAMILY + "文", [FAMILY, "文"]),
        (FLAGS, [FLAGS[:2], FLAGS[2:]]),
        ("e\u0301t", ["e\u0301", "t"]),
        ("❤\ufe0f好", ["❤\ufe0f", "好"]),
        ("\U0001f44d\U0001f3fb!", ["\U0001f44d\U0001f3fb", "!"]),
    ],
)
def test_clusters_stay_whole(text: str, graphemes: list[str]) -> None:
    assert [text[start:end] for start, end, _ in iter_graphemes(text)] == graphemes


@pytest.mark.parametrize(
    ("text", "room", "clipped"),
    [
        ("年度工作报告", 12, "年度工作报告"),
        ("年度工作报告", 11, "年度工作报…"),
        ("年度工作报告", 10, "年度工作…"),
        (FAMILY * 2, 3, FAMILY + "…"),
        ("报告", 0, ""),
    ],
)
def test_clipping_keeps_whole_graphemes(text: str, room: int, clipped: str) -> None:
    assert clip_cells(text, room) == clipped


@given(tricky, st.integers(0, 12), st.sampled_from([NARROW, WIDE]))
def test_clipped_text_always_fits(text: str, room: int, widths: Widths) -> None:
    assert widths.cells(clip_cells(text, room, widths)) <= room
