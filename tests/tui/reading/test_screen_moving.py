"""Keys move page and caret; the place is a character and survives whatever the screen does."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest

from reportreader.services.opening import Library
from reportreader.services.reading import open_report
from reportreader.tui.reading.state import Mode

Open = Callable[..., AbstractAsyncContextManager[Any]]


async def test_the_first_page_shows_title_and_text(open_reader: Open) -> None:
    async with open_reader() as reader:
        assert reader.rows[0].strip() == "柳溪镇供水改造情况报告"
        assert any("本报告说明全镇供水改造" in row for row in reader.rows)


async def test_pages_turn_row_by_row_without_loss(open_reader: Open) -> None:
    async with open_reader() as reader:
        first = reader.rows
        await reader.press("space")
        second = reader.rows
        assert second[0] == first[-1]
        await reader.press("j", "j")
        assert reader.rows[:-2] == second[2:]
        await reader.press("k", "k", "b")
        assert reader.rows == first


@pytest.mark.parametrize(
    ("there", "back"),
    [("pagedown", "pageup"), ("ctrl+f", "ctrl+b"), ("d", "u"), ("down", "up"), ("f", "b")],
)
async def test_every_key_of_less_has_its_counterpart(
    there: str, back: str, open_reader: Open
) -> None:
    async with open_reader() as reader:
        first = reader.rows
        await reader.press(there)
        assert reader.rows != first
        await reader.press(back)
        assert reader.rows == first


async def test_the_end_and_the_beginning(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("G")
        assert reader.rows[-1].endswith("只。")
        assert "100%" in reader.status
        await reader.press("space")
        assert reader.rows[-1].endswith("只。")
        await reader.press("g")
        assert reader.state.place == 0


async def test_counts_repeat_and_percent_jumps(open_reader: Open) -> None:
    async with open_reader() as reader:
        first = reader.rows
        await reader.press("5")
        assert reader.status.split()[-3].startswith("5") or "5" in reader.status
        await reader.press("j")
        assert reader.rows[0] == first[5]
        await reader.press("5", "0", "%")
        half = len(reader.text) // 2
        page = reader.pane.page
        assert page.flow.anchor_of(half) == page.top(reader.state)


async def test_sections_are_walked_and_named(open_reader: Open) -> None:
    async with open_reader() as reader:
        titles = []
        for _ in range(4):
            await reader.press("]")
            titles.append(reader.rows[0].strip())
        assert titles == ["一、进展情况", "管网铺设", "水质检测", "二、主要做法"]
        await reader.press("[")
        assert reader.rows[0].strip() == "水质检测"
        assert "一、进展情况 > 水质检测" in reader.status
        await reader.press("^")
        assert reader.rows[0].strip() == "一、进展情况"
        await reader.press("}")
        assert reader.rows[0].strip() == "二、主要做法"


async def test_jumps_are_gone_back_and_forth(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("j", "j", "]", "}")
        there = reader.state.place
        await reader.press("ctrl+o", "ctrl+o")
        assert reader.state.place not in {0, there}
        await reader.press("alt+right", "alt+right")
        assert reader.state.place == there
        await reader.press("'", "'")
        assert reader.state.place != there


@pytest.mark.parametrize("sizes", [[(60, 20), (120, 40), (80, 24)], [(40, 12), (200, 50)]])
async def test_resizing_keeps_the_character_at_the_top(
    sizes: list[tuple[int, int]], open_reader: Open
) -> None:
    async with open_reader() as reader:
        place = await reader.go_to("拧开龙头")
        for size in sizes:
            await reader.pilot.resize_terminal(*size)
            await reader.pilot.pause()
            assert reader.state.place == place
            assert "拧开龙头"[:2] in "".join(reader.rows[:2])


async def test_measure_and_theme_keep_the_character(open_reader: Open) -> None:
    async with open_reader() as reader:
        place = await reader.go_to("心里踏实")
        before = reader.pane.view.page.flow.style.measure
        await reader.press("-", "-", "c")
        assert reader.state.place == place
        assert reader.pane.view.page.flow.style.measure < before
        await reader.press("+", "+", "c")
        assert reader.pane.view.page.flow.style.measure == before
        assert reader.state.place == place


async def test_the_place_is_on_disk_when_the_reader_leaves(
    open_reader: Open, library: Library
) -> None:
    async with open_reader() as reader:
        place = await reader.go_to("每周三下午")
        report_id = reader.report_id
        await reader.press("q")
        assert not any(type(one).__name__ == "ReadingScreen" for one in reader.app.screen_stack)
    assert open_report(library, report_id).place.offset == place
    async with open_reader() as reader:
        assert reader.state.place == place


async def test_the_end_of_the_page_counts_as_read(open_reader: Open, library: Library) -> None:
    async with open_reader() as reader:
        await reader.press("G", "q")
        report_id = reader.report_id
    place = open_report(library, report_id).place
    assert place.furthest == len(open_report(library, report_id).document.text.rstrip())


async def test_the_caret_comes_with_v_and_goes_with_escape(open_reader: Open) -> None:
    async with open_reader() as reader:
        modes = []
        for _ in range(2):
            await reader.press("v")
            modes.append(reader.state.mode)
        assert modes == [Mode.VISUAL, Mode.CARET]
        await reader.press("3", "l", "v", "l")
        assert reader.selected == reader.text[3:5]
        await reader.press("escape")
        assert (reader.state.mode, reader.selected) == (Mode.READING, "")


@pytest.mark.parametrize(
    ("keys", "selected"),
    [
        ("iw", "村民"),
        ("is", "村民说：“拧开龙头就有水，心里踏实。”"),
        ("wh", "村民"),
        ("e", "村民"),
        ("f。", "村民说：“拧开龙头就有水，心里踏实。"),
        ("t，", "村民说：“拧开龙头就有水"),
        ("f水;", "村民说：“拧开龙头就有水，心里踏实。”下一季度还要更换老旧水"),
        (")h", "村民说：“拧开龙头就有水，心里踏实。”"),
        ("lloh", "！村民说"),
    ],
)
async def test_motions_select_to_the_punctuation_mark(
    keys: str, selected: str, open_reader: Open
) -> None:
    async with open_reader() as reader:
        offset = await reader.go_to("村民说")
        page = reader.pane.page
        while page.line_of(reader.state.place).start < offset:
            reader.pane.become(reader.state)
            break
        await reader.press("v", "v")
        while reader.state.caret != offset:
            await reader.press("l")
        await reader.press("v")
        await reader.type(keys)
        assert reader.selected == selected


async def test_going_down_keeps_the_column(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.go_to("上柳村")
        await reader.press("v", "v", "1", "0", "l")
        view = reader.pane.view
        column = view.caret_offset().x
        for _ in range(6):
            await reader.press("j")
            assert (
                abs(view.caret_offset().x - column) <= 1
                or not reader.rows[view.caret_offset().y][column // 2 :]
            )
        await reader.press("6", "k")
        assert view.caret_offset().x == column


async def test_a_whole_paragraph_is_selected_by_capital_v(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.go_to("石桥村的管网铺设")
        await reader.press("V")
        assert reader.selected.startswith("石桥村的管网铺设")
        assert reader.selected.endswith("只。")
        await reader.press("}")
        assert "东沟村的管网铺设" in reader.selected


async def test_an_empty_report_is_no_trouble(open_reader: Open) -> None:
    async with open_reader("空\n", name="short.txt") as reader:
        await reader.press("v", "l", "w", "j", "escape", "space", "G", "n", "]", "x", "y")
        assert "空" in reader.rows[0]


async def test_a_huge_report_shows_its_place_at_once_and_then_the_rest(open_reader: Open) -> None:
    line = "第{}段，全镇一百二十户用上了自来水，村民心里踏实，下一步要管好用好，防止重建轻管。"
    text = "\n".join(line.format(number) for number in range(9000))
    async with open_reader(text, name="huge.txt", offset=100_000) as reader:
        screen = reader.pane
        assert screen.opened.is_complete
        assert len(screen.document.text) == len(text)
        assert reader.state.place == 100_000
        page = screen.page
        assert page.top(reader.state) == page.flow.anchor_of(100_000)
        await reader.press("G")
        assert "第8999段" in "".join(reader.rows[-3:])


async def test_a_drag_beyond_the_edge_goes_on_scrolling(open_reader: Open) -> None:
    async with open_reader() as reader:
        view = reader.pane.view
        bottom = view.size.height - 1
        start = reader.cell_of("本报告说明")
        await reader.pilot.mouse_down(view, offset=start)
        await reader.pilot.hover(view, offset=(start[0], bottom))
        for _ in range(100):
            await reader.pilot.pause(0.02)
            if reader.state.place > reader.text.index("每周三下午"):
                break
        await reader.pilot.mouse_up(view, offset=(start[0], bottom))
        await reader.pilot.pause()
        assert reader.state.place > reader.text.index("每周三下午")
        assert reader.selected.startswith("本报告说明")
        span = reader.pane.selected
        assert span is not None
        assert span[1] > view.seen[0]
        place = reader.state.place
        await reader.pilot.pause()
        assert reader.state.place == place
