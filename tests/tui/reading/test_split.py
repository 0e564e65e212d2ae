"""How two panes share a screen."""

import pytest

from reportreader.tui.reading.split import Arrangement, arrangement, pane_width


@pytest.mark.parametrize(
    ("count", "width", "height", "expected"),
    [
        (1, 200, 50, Arrangement.WHOLE),
        (1, 40, 12, Arrangement.WHOLE),
        (2, 200, 50, Arrangement.BESIDE),
        (2, 80, 12, Arrangement.BESIDE),
        (2, 79, 24, Arrangement.STACKED),
        (2, 60, 20, Arrangement.STACKED),
        (2, 60, 19, Arrangement.IN_TURN),
        (2, 40, 12, Arrangement.IN_TURN),
    ],
)
def test_panes_stand_beside_each_other_where_both_can_be_read(
    count: int, width: int, height: int, expected: Arrangement
) -> None:
    assert arrangement(count, width=width, height=height) is expected


def test_each_pane_has_half_the_width_only_beside_the_other() -> None:
    assert pane_width(Arrangement.BESIDE, 121) == 60
    assert pane_width(Arrangement.STACKED, 70) == 70
    assert pane_width(Arrangement.IN_TURN, 40) == 40
