"""Anchors under random edits: whatever happens to a text, no anchor is dropped or put astray."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reportreader.notes.anchoring import make_anchor, resolve
from reportreader.notes.annotation import PlacementState
from reportreader.notes.folding import fold_text

TEXTS = st.text(alphabet="水渠清淤井修田\n,。 ", max_size=120)
SETTLED = {PlacementState.EXACT, PlacementState.MOVED, PlacementState.CHANGED}


@st.composite
def _texts_and_places(draw: st.DrawFn) -> tuple[str, str, list[tuple[int, int]]]:
    old, new = draw(TEXTS), draw(TEXTS)
    places = draw(
        st.lists(
            st.tuples(st.integers(0, len(old)), st.integers(0, len(old))).map(
                lambda pair: (min(pair), max(pair))
            ),
            max_size=4,
        )
    )
    return old, new, places


@given(_texts_and_places())
def test_every_anchor_gets_one_verdict_inside_the_text(
    case: tuple[str, str, list[tuple[int, int]]],
) -> None:
    old, new, places = case

    found = resolve(old, new, [make_anchor(old, start, end) for start, end in places])

    assert len(found) == len(places)
    for one in found:
        assert 0.0 <= one.confidence <= 1.0
        if one.state is PlacementState.LOST:
            assert one.start is None
            assert one.end is None
        else:
            assert one.start is not None
            assert one.end is not None
            assert 0 <= one.start <= one.end <= len(new)


@given(_texts_and_places())
def test_exact_and_moved_passages_read_as_before(
    case: tuple[str, str, list[tuple[int, int]]],
) -> None:
    old, new, places = case

    for (start, end), one in zip(
        places,
        resolve(old, new, [make_anchor(old, start, end) for start, end in places]),
        strict=True,
    ):
        if start < end and one.state in (PlacementState.EXACT, PlacementState.MOVED):
            assert fold_text(new[one.start : one.end]).text == fold_text(old[start:end]).text


@settings(max_examples=50)
@given(st.integers(0, 400), st.integers(0, 40), st.integers(0, 9))
def test_what_surrounds_a_small_insertion_stays(at: int, length: int, salt: int) -> None:
    old = "".join(chr(0x4E00 + (number * 7919 + salt) % 6000) for number in range(400))
    new = old[:at] + "。增补。" + old[at:]
    anchors = [
        make_anchor(old, start, start + length + 1) for start in range(0, 400 - length - 1, 37)
    ]

    for anchor, one in zip(anchors, resolve(old, new, anchors), strict=True):
        assert one.state in SETTLED
        if not anchor.start < at < anchor.end:
            assert one.start is not None
            assert new[one.start : one.end] == anchor.exact
            assert one.state is PlacementState.EXACT
