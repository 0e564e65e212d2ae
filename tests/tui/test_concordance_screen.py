"""The concordance by keys: lines, orders, places, files."""

from pathlib import Path

import pytest
from tests.tui.conftest import Start

from reportreader.settings.values import Settings
from reportreader.tui.screens.concordance import ConcordanceScreen
from reportreader.tui.screens.library import LibraryScreen
from reportreader.tui.screens.reading import ReadingScreen
from reportreader.tui.screens.search import SearchScreen
from reportreader.typography.widths import NARROW


async def test_a_word_is_listed_with_its_context_the_word_at_one_cell(start: Start) -> None:
    async with start(size=(100, 24)) as program:
        await program.press("L")
        await program.type("供水")
        await program.shows("2 处，2 篇报告")
        lines = [row for row in program.rows[2:-2] if "供水" in row]
        cells = {NARROW.cells(row[: row.index("供水")]) for row in lines}
        assert len(lines) == 2
        assert len(cells) == 1
        assert any("点增加到六处" in row for row in lines)


async def test_enter_opens_the_report_at_the_line(start: Start) -> None:
    async with start(size=(100, 24)) as program:
        await program.press("L")
        await program.type("中央厨房")
        await program.shows("1 处")
        await program.press("enter", "enter")
        assert isinstance(program.app.screen, ReadingScreen)
        assert "中央厨房" in program.text
        await program.press("q")
        assert isinstance(program.app.screen, ConcordanceScreen)
        await program.press("escape")
        assert isinstance(program.app.screen, LibraryScreen)


async def test_a_line_opens_its_own_place_and_not_the_first(start: Start) -> None:
    async with start(size=(100, 24)) as program:
        await program.press("L")
        await program.type("商户签了")
        await program.shows("59 处")
        await program.press("enter", *["down"] * 40, "enter")
        screen = program.app.screen
        assert isinstance(screen, ReadingScreen)
        await program.until(lambda: bool(screen.pane.state.search.hits))
        assert screen.pane.state.search.current == 40


async def test_o_goes_through_the_orders(start: Start) -> None:
    async with start(size=(100, 24)) as program:
        await program.press("L")
        await program.type("供水 OR 管网 OR 水表")
        await program.shows("4 处")
        await program.press("enter")
        for name in ("按上文", "按下文", "按日期", "按位置"):
            await program.press("o")
            await program.shows(name)


async def test_the_query_of_a_search_goes_along(start: Start) -> None:
    async with start(size=(100, 24)) as program:
        await program.press("s")
        await program.type("中央厨房")
        await program.shows("1 篇报告")
        await program.press("down", "L")
        await program.shows("1 处，1 篇报告")
        await program.press("q")
        assert isinstance(program.app.screen, SearchScreen)


async def test_the_selection_of_the_reader_goes_along(start: Start) -> None:
    async with start(size=(100, 24)) as program:
        await program.press("L")
        await program.type("供水点")
        await program.shows("1 处")
        await program.press("enter", "enter", "slash")
        await program.type("商户")
        await program.press("enter", "L")
        await program.shows("59 处，1 篇报告")
        await program.press("q", "v", "l", "L")
        await program.until(lambda: isinstance(program.app.screen, ConcordanceScreen))
        assert "商户" in program.rows[1]


async def test_what_is_found_nowhere_is_said(start: Start) -> None:
    async with start(size=(100, 24)) as program:
        await program.press("L")
        await program.type("航天")
        await program.shows("没有找到“航天”")


@pytest.mark.parametrize(("ending", "downs"), [("md", 0), ("csv", 1)])
async def test_lines_are_written_to_a_file(
    start: Start, tmp_path: Path, ending: str, downs: int
) -> None:
    folder = tmp_path / "exports"
    async with start(size=(100, 24), settings=Settings(export_folder=str(folder))) as program:
        await program.press("L")
        await program.type("供水")
        await program.shows("2 处")
        for _ in range(2):
            program.app.screen.set_focus(program.app.screen.query_one("#lines"))
            await program.press("E", *["down"] * downs, "enter")
            await program.shows("已导出到")
    files = sorted(folder.iterdir())
    assert [path.suffix for path in files] == [f".{ending}"] * 2
    text = files[0].read_text(encoding="utf-8")
    assert text.count("供水点") == 0
    assert "点增加到六处" in text
    assert "东沟集市整治情况通报" in text
