"""The panel of figures: listed, grouped, jumped to, lit; the layer of figures."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

from reportreader.services.figures import needs_figures, report_figures
from reportreader.services.opening import Library
from reportreader.tui.reading.layers import CURRENT_HIT_KEY, FIGURE_KEY, Layer
from reportreader.tui.reading.state import SidePanel, Walked
from reportreader.tui.widgets.bar import Bar

Open = Callable[..., AbstractAsyncContextManager[Any]]

WIDE = (120, 40)


def head(reader: Any) -> str:
    return str(reader.screen.query_one(".pane-head", Bar).plain_text)


def styled_words(reader: Any, key: str) -> set[str]:
    """What the page paints in the style of a key, over the plain text."""
    view = reader.pane.view
    style = view.get_component_rich_style(f"report-view--{key}", partial=True)
    return {
        segment.text
        for y in range(view.size.height)
        for segment in view.render_line(y)
        if segment.style is not None
        and segment.style.color == style.color
        and (style.bgcolor is None or segment.style.bgcolor == style.bgcolor)
    }


async def test_the_panel_lists_figures_with_what_they_count_and_stores_them(
    open_reader: Open, library: Library
) -> None:
    async with open_reader(size=WIDE) as reader:
        assert needs_figures(library, reader.report_id)
        await reader.press("f4")
        await reader.settle()
        assert not needs_figures(library, reader.report_id)
        stored = report_figures(library, reader.report_id)
        rows = reader.pane.side.row_list.rows
        assert [row.text for row in rows] == [figure.text for figure in stored]
        assert "数字" in head(reader)
        assert "原文顺序" in head(reader)
        assert f"{len(stored)}" in head(reader)
        shown = [reader.pane.side.row_list.render_line(y).text for y in range(8)]
        assert any("127户" in line for line in shown)
        counted = next(figure for figure in stored if figure.counts)
        assert any(counted.counts[:2] in line for line in shown)
        await reader.press("f4")
        assert reader.pane.side is None


async def test_enter_jumps_and_lights_the_figure_and_escape_puts_it_out(open_reader: Open) -> None:
    async with open_reader(size=WIDE) as reader:
        await reader.press("f4")
        await reader.settle()
        rows = reader.pane.side.row_list
        rows.cursor = [row.text for row in rows.rows].index("33只")
        row = rows.cursor_row
        await reader.press("enter")
        assert reader.state.lit == (row.offset, row.end)
        assert styled_words(reader, CURRENT_HIT_KEY) == {"33只"}
        assert reader.screen.focused is rows
        assert reader.state.walked is Walked.FIGURES
        await reader.press("n")
        assert reader.state.lit is None
        await reader.press("enter", "escape")
        assert reader.pane.side is None
        assert reader.state.lit is not None
        await reader.press("escape")
        assert reader.state.lit is None


async def test_o_groups_by_unit_and_back(open_reader: Open) -> None:
    async with open_reader(size=WIDE) as reader:
        await reader.press("f4")
        await reader.settle()
        in_order = reader.pane.side.row_list.rows
        await reader.press("o")
        rows = reader.pane.side.row_list.rows
        heads = [row.text for row in rows if row.is_head]
        assert {"户", "只"} <= set(heads)
        assert len(rows) == len(in_order) + len(heads)
        assert "按单位" in head(reader)
        await reader.press("o")
        assert reader.pane.side.row_list.rows == in_order


async def test_the_layer_of_figures_is_off_until_it_is_switched_on(open_reader: Open) -> None:
    async with open_reader(size=WIDE) as reader:
        await reader.go_to("上柳村的管网铺设")
        assert not reader.state.shows(Layer.FIGURES)
        await reader.press("K")
        await reader.type("显示数字")
        await reader.press("enter")
        await reader.settle()
        assert reader.state.shows(Layer.FIGURES)
        assert "127户" in styled_words(reader, FIGURE_KEY)
        await reader.press("K")
        await reader.type("隐藏数字")
        await reader.press("enter")
        assert not reader.state.shows(Layer.FIGURES)


async def test_n_walks_the_figures(open_reader: Open) -> None:
    async with open_reader(size=WIDE) as reader:
        await reader.press("K")
        await reader.type("走数字")
        await reader.press("enter")
        await reader.settle()
        await reader.press("n")
        first = reader.pane.walked_from
        await reader.press("n")
        starts = [figure.start for figure in reader.pane.overlays.figures.figures]
        assert starts.index(reader.pane.walked_from) == starts.index(first) + 1


async def test_a_report_without_figures_says_so(open_reader: Open) -> None:
    async with open_reader("# 题目\n\n这里没有什么可数的东西。\n", size=WIDE) as reader:
        await reader.press("f4")
        await reader.settle()
        assert reader.pane.side.kind is SidePanel.FIGURES
        assert "没有找到数字" in reader.pane.side.row_list.render_line(1).text
