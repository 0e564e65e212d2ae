"""The interval store and the composition of layers against the plainest way to say the same."""

from hypothesis import given
from hypothesis import strategies as st

from reportreader.tui.reading.intervals import Interval, IntervalStore
from reportreader.tui.reading.layers import OVERLAP_KEY, Layer, compose

_LENGTH = 200_000
_KEYS = ("highlight-yellow", "highlight-green", "highlight-blue")


@st.composite
def intervals(draw: st.DrawFn, longest: int = _LENGTH) -> list[Interval]:
    starts = draw(st.lists(st.integers(0, _LENGTH), max_size=40))
    return [
        Interval(start, start + draw(st.integers(0, longest)), draw(st.sampled_from(_KEYS)), number)
        for number, start in enumerate(starts)
    ]


@given(intervals(), st.integers(0, _LENGTH), st.integers(1, 5000))
def test_a_window_shows_each_interval_that_touches_it_once(
    made: list[Interval], start: int, length: int
) -> None:
    end = start + length
    expected = {one for one in made if one.start < end and one.end > start and one.end > one.start}
    found = IntervalStore(made).overlapping(start, end)
    assert set(found) == expected
    assert len(found) == len(expected)
    assert found == sorted(found, key=lambda one: (one.start, -one.end, one.number))


@given(st.lists(intervals(longest=30), min_size=1, max_size=7), st.integers(0, _LENGTH))
def test_runs_tile_the_line_and_carry_every_key_in_layer_order(
    layers: list[list[Interval]], start: int
) -> None:
    end = start + 40
    runs = compose(start, end, layers)
    assert [run.start for run in runs] == [start, *(run.end for run in runs[:-1])]
    assert runs[-1].end == end
    for run in runs:
        for offset in range(run.start, run.end):
            expected = [
                one.key for layer in layers for one in layer if one.start <= offset < one.end
            ]
            assert [key for key in run.keys if key != OVERLAP_KEY] == expected


@given(intervals(longest=30), st.integers(0, _LENGTH))
def test_overlapping_annotations_are_marked_as_such(made: list[Interval], start: int) -> None:
    layers: list[list[Interval]] = [[] for _ in Layer]
    layers[Layer.ANNOTATIONS] = made
    for run in compose(start, start + 40, layers):
        over = sum(one.start <= run.start and one.end >= run.end for one in made)
        assert (OVERLAP_KEY in run.keys) == (over > 1)
