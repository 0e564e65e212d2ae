"""Two reports side by side: each pane has a place, a search and an outline of its own."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest
from tests.tui.reading.conftest import report_text
from textual.events import MouseScrollDown

from reportreader.notes.annotation import ReportId
from reportreader.services.adding import add_paths
from reportreader.services.browsing import ReportFilter, list_reports
from reportreader.services.opening import Library
from reportreader.services.reading import open_first_part, reading_jumps
from reportreader.tui.reading.state import Mode
from reportreader.tui.screens.reading_pane import ReadingPane

Open = Callable[..., AbstractAsyncContextManager[Any]]

_OTHER = "# 北坡林场防火通报\n\n" + "".join(
    f"## 第{number}段林道\n\n瞭望员{number}人轮换，护林道{number * 3}公里，已清理枯枝。\n\n"
    for number in range(1, 30)
)


@pytest.fixture
def other(library: Library, tmp_path: Path) -> ReportId:
    """A second report in the library."""
    path = tmp_path / "林场.md"
    path.write_text(_OTHER, encoding="utf-8")
    report_id = add_paths(library, [path]).files[0].report_id
    assert report_id is not None
    return report_id


async def split(reader: Any, typed: str) -> tuple[ReadingPane, ReadingPane]:
    """Open what `typed` finds beside the report; both panes."""
    await reader.press("|")
    await reader.type(typed)
    await reader.press("enter")
    await reader.settle()
    first, second = reader.screen.panes
    return first, second


@pytest.mark.usefixtures("other")
async def test_another_report_opens_beside_and_has_the_keys(open_reader: Open) -> None:
    async with open_reader() as reader:
        first, second = await split(reader, "北坡")
        assert reader.pane is second
        assert second.document.text.startswith("北坡林场防火通报")
        assert second.region.x == first.region.right
        assert second.region.y == first.region.y
        await reader.press("space")
        assert second.state.place > 0
        assert first.state.place == 0
        await reader.press("\\", "j")
        assert reader.pane is first
        assert first.state.place > 0


@pytest.mark.usefixtures("other")
async def test_each_pane_searches_for_itself(open_reader: Open) -> None:
    async with open_reader() as reader:
        first, second = await split(reader, "北坡")
        await reader.press("/")
        await reader.type("枯枝")
        await reader.press("enter")
        await reader.press("ctrl+w", "/")
        await reader.type("水表")
        await reader.press("enter")
        assert first.state.search.query == "水表"
        assert second.state.search.query == "枯枝"
        assert len(second.state.search.hits) == 29
        hit = first.state.search.current_hit
        await reader.press("n")
        assert first.state.search.current_hit != hit
        assert second.state.search.current == 0
        await reader.press("escape")
        assert not first.state.search.query
        assert second.state.search.query == "枯枝"


@pytest.mark.usefixtures("other")
async def test_each_pane_goes_back_its_own_way(open_reader: Open) -> None:
    async with open_reader() as reader:
        first, second = await split(reader, "北坡")
        await reader.press("G", "\\", "]", "]", "\\")
        section = first.state.place
        await reader.press("ctrl+o")
        assert second.state.place == 0
        assert first.state.place == section > 0


async def test_one_report_in_two_places_shares_what_is_marked(open_reader: Open) -> None:
    async with open_reader(size=(120, 30)) as reader:
        await reader.go_to("主要做法")
        first, second = await split(reader, "本篇")
        assert second.opened.report_id == first.opened.report_id
        assert second.state.place == first.state.place
        await reader.press("g", "g")
        await reader.select("本报告说明")
        await reader.press("2")
        await reader.settle()
        assert second.annotations.placed
        assert first.annotations.placed == second.annotations.placed
        await reader.press("U")
        await reader.settle()
        assert not first.annotations.placed
        assert not second.annotations.placed


async def test_a_correction_in_one_pane_is_seen_in_the_other(open_reader: Open) -> None:
    async with open_reader(size=(120, 30)) as reader:
        first, second = await split(reader, "本篇")
        before = len(first.document.sections)
        await reader.select("本报告说明")
        await reader.press("H")
        await reader.settle()
        assert len(second.document.sections) == before + 1
        assert len(first.document.sections) == before + 1


@pytest.mark.usefixtures("other")
async def test_a_pane_closes_and_the_other_has_the_screen(open_reader: Open) -> None:
    async with open_reader() as reader:
        first, _ = await split(reader, "北坡")
        await reader.press("Q")
        await reader.settle()
        assert reader.screen.panes == (first,)
        assert first.region.width == 80
        assert reader.screen.focused is first.view
        assert not reader.screen.query(".pane-title")
        await reader.press("j")
        assert first.state.place > 0


async def test_the_outline_makes_room_and_comes_back(open_reader: Open, other: ReportId) -> None:
    async with open_reader(size=(120, 30)) as reader:
        first, _ = await split(reader, "北坡")
        assert first.outline is None
        await reader.press("Q")
        await reader.settle()
        assert first.outline is not None
        assert reader.screen.focused is first.view


@pytest.mark.usefixtures("other")
async def test_each_pane_has_an_outline_of_its_own(open_reader: Open) -> None:
    async with open_reader(size=(120, 30)) as reader:
        first, second = await split(reader, "北坡")
        await reader.press("t")
        assert second.outline is not None
        assert first.outline is None
        assert second.outline.region.x >= second.region.x
        await reader.press("j", "j", "enter")
        assert second.state.place == second.document.sections[2].start
        assert first.state.place == 0


@pytest.mark.usefixtures("other")
async def test_both_places_are_on_disk_when_the_reader_leaves(
    open_reader: Open, library: Library, other: ReportId
) -> None:
    async with open_reader() as reader:
        first, second = await split(reader, "北坡")
        await reader.press("]", "]", "\\", "G")
        places = {first.opened.report_id: first.state.place, other: second.state.place}
        await reader.press("q")
        await reader.settle()
    for report_id, place in places.items():
        assert place > 0
        assert open_first_part(library, report_id).place.offset == place
        assert reading_jumps(library, report_id)


async def test_of_one_report_the_place_used_last_is_kept(
    open_reader: Open, library: Library
) -> None:
    async with open_reader() as reader:
        first, second = await split(reader, "本篇")
        await reader.press("G", "\\", "]", "]")
        place = first.state.place
        assert second.state.place > place > 0
        report_id = reader.report_id
        await reader.press("q")
        await reader.settle()
    assert open_first_part(library, report_id).place.offset == place


@pytest.mark.usefixtures("other")
async def test_a_click_gives_the_keys_to_the_pane(open_reader: Open) -> None:
    async with open_reader() as reader:
        first, _ = await split(reader, "北坡")
        await reader.pilot.click(first.view, offset=(10, 5))
        await reader.pilot.pause()
        assert reader.pane is first
        await reader.press("v")
        assert first.state.mode is Mode.CARET or first.state.mode is Mode.VISUAL


@pytest.mark.usefixtures("other")
async def test_panes_lie_above_each_other_or_come_in_turn_where_there_is_less_room(
    open_reader: Open,
) -> None:
    async with open_reader(size=(100, 30)) as reader:
        first, second = await split(reader, "北坡")
        await reader.pilot.resize_terminal(60, 30)
        await reader.settle()
        assert first.region.x == second.region.x == 0
        assert second.region.y == first.region.bottom
        await reader.pilot.resize_terminal(40, 12)
        await reader.settle()
        assert second.region.size == (40, 11)
        assert not first.display
        assert "\\ 换栏 2/2" in reader.screen.query_one(".pane-title.-active").plain_text
        await reader.press("\\")
        await reader.settle()
        assert first.display
        assert not second.display
        await reader.press("j")
        assert first.state.place > 0
        await reader.pilot.resize_terminal(100, 30)
        await reader.settle()
        assert second.region.x == first.region.right


async def test_keys_of_the_second_pane_are_offered_only_while_there_is_one(
    open_reader: Open, other: ReportId
) -> None:
    async with open_reader() as reader:
        offered = {action.id for action in reader.screen.offered_actions()}
        assert "open_beside" in offered
        assert not {"other_pane", "close_pane"} & offered
        await split(reader, "北坡")
        offered = {action.id for action in reader.screen.offered_actions()}
        assert "open_beside" not in offered
        assert {"other_pane", "close_pane"} <= offered


async def test_the_list_of_reports_is_narrowed_by_typing(
    open_reader: Open, library: Library, other: ReportId
) -> None:
    async with open_reader() as reader:
        await reader.press("|")
        assert "北坡林场防火通报" in screen_text(reader)
        await reader.type("没有这篇")
        assert "北坡林场防火通报" not in screen_text(reader)
        await reader.press("escape")
        await reader.settle()
        assert len(reader.screen.panes) == 1
    assert len(list_reports(library, ReportFilter())) == 2


def screen_text(reader: Any) -> str:
    return "\n".join(strip.text for strip in reader.app.screen._compositor.render_strips())


async def test_panes_scroll_together_where_they_are_locked(open_reader: Open) -> None:
    async with open_reader() as reader:
        first, second = await split(reader, "本篇")
        await reader.press("]", "S")
        assert "一起滚动" in reader.status
        apart = second.state.place - first.state.place
        assert apart > 0
        await reader.press("5", "j", "space")
        assert first.state.place > 0
        assert first.state.search == second.state.search
        before = first.state.place
        await reader.press("S", "j")
        assert first.state.place == before
        await reader.press("S", "\\")
        place = second.state.place
        await reader.pilot._post_mouse_events([MouseScrollDown], first.view, offset=(5, 5))
        await reader.settle()
        assert second.state.place > place


async def test_versions_of_a_report_show_the_same_paragraph_where_they_are_locked(
    open_reader: Open, library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "修订稿.md"
    added = "修订稿新添的说明，逐条列出缘由，供各村讨论。\n\n" * 40
    path.write_text(report_text().replace("## 二、", f"{added}## 二、"), encoding="utf-8")
    path.write_text("# 修订稿\n\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert add_paths(library, [path]).added == 1
    async with open_reader() as reader:
        first, second = await split(reader, "修订稿")
        await reader.press("\\", "S")
        assert "对齐" in reader.status
        for wanted in ("主要做法", "资金筹措", "长效管护"):
            await reader.press("g", "/")
            await reader.type(wanted)
            await reader.press("enter", "escape")
            await reader.press("]", "[")
            await reader.settle()
            here = first.document.text[first.state.place :][:30]
            assert second.document.text[second.state.place :][:30] == here
        await reader.press("\\", "[", "[")
        await reader.settle()
        here = second.document.text[second.state.place :][:30]
        assert first.document.text[first.state.place :][:30] == here


@pytest.mark.usefixtures("other")
async def test_reports_unlike_reach_their_ends_together_where_they_are_locked(
    open_reader: Open,
) -> None:
    async with open_reader() as reader:
        first, second = await split(reader, "北坡")
        await reader.press("S")
        assert "各按自己的篇幅" in reader.status
        await reader.press("G")
        await reader.settle()
        assert first.seen_to == len(first.document.text)
        assert second.seen_to == len(second.document.text)
        await reader.press("g")
        await reader.settle()
        assert first.state.place == 0


async def test_a_dialog_over_the_screen_does_not_change_its_line_of_keys(open_reader: Open) -> None:
    async with open_reader(size=(120, 30)) as reader:
        keys = reader.screen.query_one("#keys")
        before = keys.plain_text
        assert "大纲" in before
        await reader.press("|")
        await reader.settle()
        assert keys.plain_text == before
        await reader.press("escape", "v", "l")
        await reader.settle()
        assert "标亮" in keys.plain_text
        await reader.press("a")
        await reader.settle()
        assert "标亮" in keys.plain_text
        await reader.press("escape", "escape")
        await reader.settle()
        assert keys.plain_text == before
