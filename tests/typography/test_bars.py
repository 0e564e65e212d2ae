"""Bars made of characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportreader.typography.bars import bar
from reportreader.typography.widths import NARROW, WIDE


@pytest.mark.parametrize(
    ("value", "drawn"),
    [(0, ""), (8, "████"), (4, "██"), (1, "▌"), (3, "█▌"), (0.01, "▏"), (99, "████")],
)
def test_a_bar_is_as_long_as_its_share(value: float, drawn: str) -> None:
    assert bar(value, 8, 4) == drawn


def test_where_blocks_are_two_cells_wide_the_bar_is_plain() -> None:
    assert bar(4, 8, 4, WIDE) == "##"


@given(st.floats(0, 1e6), st.floats(0, 1e6), st.integers(0, 80), st.sampled_from([NARROW, WIDE]))
def test_no_bar_is_longer_than_its_room(
    value: float, most: float, room: int, widths: object
) -> None:
    assert isinstance(widths, type(NARROW))
    assert widths.cells(bar(value, most, room, widths)) <= room
