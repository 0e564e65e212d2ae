"""Rows and layer of the figures, without a screen."""

from reportreader.analysis.figures import find_figures
from reportreader.structure import find_structure
from reportreader.tui.reading.figures import FigureLayer, FigureRow, figure_rows

TEXT = (
    "柳溪镇用水情况\n\n全镇投入40万元，又借20万元，惠及六个村。5月7日抽查，三类水样比例为1:2:3。\n"
)
FIGURES = find_figures(find_structure(TEXT))


def rows(*, by_unit: bool) -> tuple[FigureRow, ...]:
    return figure_rows(FIGURES, by_unit=by_unit, name_of=lambda dimension: f"<{dimension}>")


def test_figures_are_listed_in_the_order_of_the_text() -> None:
    listed = rows(by_unit=False)
    assert [row.text for row in listed] == ["40万元", "20万元", "六个", "5月7日", "三类", "1:2:3"]
    assert [TEXT[row.offset : row.end] for row in listed] == [row.text for row in listed]
    assert listed[2].counts == "村"


def test_figures_by_unit_stand_under_heads_the_most_frequent_first() -> None:
    listed = rows(by_unit=True)
    heads = [(row.text, row.counts) for row in listed if row.is_head]
    assert heads[0] == ("元", "2")
    assert ("<date>", "1") in heads
    assert ("<ratio>", "1") in heads
    assert [row.text for row in listed[:3]] == ["元", "40万元", "20万元"]
    assert listed[0].offset == listed[1].offset


def test_a_layer_finds_what_lies_over_a_line_and_steps_both_ways() -> None:
    layer = FigureLayer(FIGURES)
    start = TEXT.index("20万元")
    assert [(one.start, one.end) for one in layer.overlapping(start, start + 1)] == [
        (start, start + 4)
    ]
    assert layer.step(start) == TEXT.index("六个")
    assert layer.step(start, backwards=True) == TEXT.index("40万元")
    assert layer.step(0, backwards=True) is None
    assert layer.step(len(TEXT)) is None
    assert FigureLayer(()).step(0) is None
