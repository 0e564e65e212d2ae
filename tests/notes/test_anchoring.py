import pytest

from reportreader.notes.anchoring import make_anchor, resolve
from reportreader.notes.annotation import CONTEXT_LENGTH, PlacementState

TEXT = "第一段讲渠道清淤。\n第二段讲灯光球场。\n第三段讲渠道清淤。\n"


def test_an_anchor_keeps_quote_and_surroundings() -> None:
    anchor = make_anchor(TEXT, 10, 18)

    assert anchor.exact == TEXT[10:18]
    assert anchor.prefix == TEXT[:10]
    assert anchor.suffix == TEXT[18 : 18 + CONTEXT_LENGTH]


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (5, 4), (0, len(TEXT) + 1)])
def test_a_passage_outside_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no passage"):
        make_anchor(TEXT, start, end)


def test_the_same_text_keeps_every_anchor_in_place() -> None:
    anchors = [make_anchor(TEXT, 3, 8), make_anchor(TEXT, 23, 28), make_anchor(TEXT, 0, len(TEXT))]

    found = resolve(TEXT, TEXT, anchors)

    assert [(one.start, one.end, one.state) for one in found] == [
        (anchor.start, anchor.end, PlacementState.EXACT) for anchor in anchors
    ]
