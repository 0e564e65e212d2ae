"""Searching, walking along layers, outline and panels."""

import itertools
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

from textual.widgets import Input

from reportreader.services.keywords import list_term_groups
from reportreader.services.opening import Library
from reportreader.tui.reading.layers import Layer
from reportreader.tui.reading.state import SidePanel

Open = Callable[..., AbstractAsyncContextManager[Any]]


async def test_hits_appear_as_the_search_is_typed(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("/")
        await reader.type("老旧")
        assert len(reader.state.search.hits) == 36
        assert "第 1 处，共 36 处" in reader.status
        await reader.type("水表3")
        assert len(reader.state.search.hits) == 36
        await reader.press("enter")
        assert not reader.screen.query(Input)
        await reader.press("n", "n")
        assert "第 3 处" in reader.status
        await reader.press("N")
        assert reader.state.search.current == 1
        start, end = reader.state.search.current_hit
        assert reader.text[start:end] == "老旧水表3"


async def test_the_walk_over_hits_goes_around_the_end(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("/")
        await reader.type("资金筹措")
        await reader.press("enter", "N")
        assert "绕回" in reader.status
        await reader.press("n")
        assert "绕回" in reader.status


async def test_escape_goes_back_to_where_the_search_began(open_reader: Open) -> None:
    async with open_reader() as reader:
        place = await reader.go_to("每周三下午")
        await reader.press("/")
        await reader.type("长效管护")
        assert reader.state.place != place
        await reader.press("escape")
        assert reader.state.place == place
        assert reader.state.search.hits == ()


async def test_a_search_backwards_finds_what_lies_before(open_reader: Open) -> None:
    async with open_reader() as reader:
        place = await reader.go_to("下步打算")
        await reader.press("?")
        await reader.type("碰头")
        await reader.press("enter")
        assert reader.state.search.current_hit[0] < place
        before = reader.state.search.current
        await reader.press("n")
        assert reader.state.search.current == before - 1


async def test_nothing_found_is_said(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("/")
        await reader.type("没有这个词")
        assert "没有找到“没有这个词”" in reader.status


async def test_traditional_and_full_width_forms_are_found(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("/")
        await reader.type("水質檢測")
        assert len(reader.state.search.hits) > 0


async def test_keyphrases_are_painted_counted_and_walked(open_reader: Open) -> None:
    async with open_reader(size=(120, 40)) as reader:
        await reader.settle()
        layer = reader.pane.overlays.keyphrases
        assert layer is not None
        place = reader.state.place
        await reader.press("n")
        assert layer.overlapping(0, len(reader.text))
        await reader.press("f3")
        await reader.settle()
        rows = reader.pane.side.row_list.rows
        counted = [row for row in rows if row.count]
        assert counted
        assert all(
            row.count == sum(one.number == row.number for one in layer.overlapping(0, 10**6))
            for row in counted
        )
        await reader.press("enter")
        assert reader.state.jumps.behind or reader.state.place >= place


async def test_a_term_of_the_readers_own_is_kept_and_painted(
    open_reader: Open, library: Library
) -> None:
    async with open_reader() as reader:
        await reader.press("*")
        await reader.type("水管站")
        await reader.press("enter", "enter")
        await reader.settle()
        (group,) = list_term_groups(library)
        assert (group.name, group.colour) == ("水管站", "yellow")
        at = reader.text.index("水管站")
        assert reader.pane.overlays.terms.overlapping(at, at + 3)[0].key == "term-1"


async def test_layers_are_switched(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("K", "enter")
        assert not reader.state.shows(Layer.KEYPHRASES)
        await reader.press("K", "enter")
        assert reader.state.shows(Layer.KEYPHRASES)


async def test_the_outline_follows_folds_filters_and_jumps(open_reader: Open) -> None:
    async with open_reader(size=(120, 40)) as reader:
        outline = reader.pane.outline
        assert [row.title for row in outline.rows][:3] == ["一、进展情况", "管网铺设", "水质检测"]
        await reader.go_to("水质检测")
        assert outline.cursor_row.title == "水质检测"
        await reader.press("tab")
        assert reader.screen.focused is outline
        await reader.press("g", "h")
        assert [row.title for row in outline.rows][:2] == ["一、进展情况", "二、主要做法"]
        await reader.press("l", "/")
        await reader.type("rhzf")
        assert [row.title for row in outline.rows] == ["二、主要做法", "入户走访"]
        await reader.press("enter", "j", "enter")
        assert reader.rows[0].strip() == "入户走访"
        assert reader.screen.focused is reader.pane.view


async def test_the_outline_counts_hits_and_notes(open_reader: Open) -> None:
    async with open_reader(size=(120, 40)) as reader:
        await reader.press("/")
        await reader.type("每周三")
        await reader.press("enter")
        row = reader.pane.outline.rows[0]
        assert (row.hits, row.notes) == (12, 0)
        await reader.press("]", "v", "l", "1")
        assert sum(row.notes for row in reader.pane.outline.rows if row.depth == 0) == 1


async def test_narrow_screens_lay_the_outline_over_the_text(open_reader: Open) -> None:
    async with open_reader(size=(59, 20)) as reader:
        width = reader.pane.view.size.width
        await reader.press("t")
        await reader.settle()
        outline = reader.pane.outline
        assert outline.has_class("-over")
        assert outline.size.width == 30
        assert reader.pane.view.size.width == width
        await reader.press("escape")
        assert reader.pane.outline is None
        assert reader.screen.focused is reader.pane.view


async def test_from_sixty_columns_on_no_text_lies_under_a_pane(open_reader: Open) -> None:
    for columns, key in itertools.product((60, 80), ("t", "f2")):
        async with open_reader(size=(columns, 20)) as reader:
            place = reader.pane.state.place
            await reader.press(key)
            await reader.settle()
            pane = reader.pane.outline if key == "t" else reader.pane.side
            assert not pane.has_class("-over")
            assert pane.size.width + reader.pane.view.size.width + 1 == columns
            assert reader.pane.view.size.width >= 34
            assert reader.pane.state.place == place


async def test_the_notes_panel_lists_follows_and_jumps(open_reader: Open) -> None:
    async with open_reader(size=(120, 40)) as reader:
        for words in ("本报告说明", "每周三下午"):
            await reader.select(words)
            await reader.press("1")
        await reader.press("f2")
        await reader.settle()
        side = reader.pane.side
        assert side.kind is SidePanel.NOTES
        assert [row.quote for row in side.row_list.rows] == ["本报告说明", "每周三下午"]
        await reader.press("j", "x")
        assert [one.annotation.quote for one in reader.stored] == ["本报告说明"]
        await reader.press("f2")
        assert reader.pane.side is None


async def test_all_hits_are_listed_with_their_context(open_reader: Open) -> None:
    async with open_reader(size=(120, 40)) as reader:
        await reader.press("/")
        await reader.type("碰头")
        await reader.press("enter", "&")
        await reader.settle()
        rows = reader.pane.side.row_list.rows
        assert len(rows) == 36
        assert rows[0].text[rows[0].start : rows[0].end] == "碰头"
        assert rows[0].section == "管网铺设"
        await reader.press("j", "j", "enter")
        assert reader.state.search.current == 2


async def test_opening_with_a_query_goes_to_its_hit(open_reader: Open) -> None:
    async with open_reader() as reader:
        reader.app.open_report(reader.report_id, query="长效管护")
        await reader.settle()
        screen = reader.app.screen.pane
        start, end = screen.state.search.current_hit
        assert screen.document.text[start:end] == "长效管护"


async def test_only_the_text_is_left_when_asked(open_reader: Open) -> None:
    async with open_reader(size=(120, 40)) as reader:
        await reader.press("z")
        await reader.settle()
        assert not reader.screen.query_one("#status").display
        assert reader.pane.view.size.height == 40
        await reader.press("escape")
        await reader.settle()
        assert reader.screen.query_one("#status").display


async def test_the_map_is_clicked(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.pilot.click("#map", offset=(0, 12))
        await reader.pilot.pause()
        length = len(reader.text)
        assert length * 0.4 < reader.state.place < length * 0.65
