"""Reports added while the program is used: told on every screen, stopped, summed up."""

from pathlib import Path

import pytest
from tests.tui.conftest import Program, Start

from reportreader.services.browsing import count_reports
from reportreader.services.opening import Library
from reportreader.tui.screens.reading import ReadingScreen
from reportreader.tui.screens.search import SearchScreen

COUNT = 120


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "many"
    made.mkdir()
    for number in range(COUNT):
        text = f"# 第{number}号水渠情况\n\n" + f"第{number}村的水渠修好了，长{number}里。\n\n" * 20
        (made / f"{number:03}.md").write_text(text, encoding="utf-8")
    return made


async def add(program: Program, folder: Path) -> None:
    await program.press("a")
    await program.type(str(folder))
    await program.press("enter")


async def test_the_library_says_how_far_it_is_and_what_came_of_it(
    start: Start, folder: Path
) -> None:
    async with start(size=(100, 24)) as program:
        await add(program, folder)
        await program.shows("正在添加")
        assert "每秒" in program.rows[-2]
        assert "还需" in program.rows[-2]
        await program.shows(f"新增 {COUNT}")
        await program.shows("第0号水渠情况")


async def test_other_screens_say_it_too(start: Start, folder: Path) -> None:
    async with start(size=(100, 24)) as program:
        await add(program, folder)
        await program.press("enter")
        assert isinstance(program.app.screen, ReadingScreen)
        await program.until(lambda: f"/{COUNT}" in program.rows[-2])
        await program.press("s")
        assert isinstance(program.app.screen, SearchScreen)
        await program.until(lambda: f"新增 {COUNT}" in program.rows[-2])


async def test_adding_is_stopped_by_esc(start: Start, folder: Path, library: Library) -> None:
    async with start(size=(100, 24)) as program:
        before = count_reports(library)
        await add(program, folder)
        await program.shows("正在添加")
        await program.press("escape")
        await program.shows("已停止添加")
        assert before < count_reports(library) < before + COUNT


async def test_leaving_the_program_ends_the_adding(
    start: Start, folder: Path, library: Library
) -> None:
    before = count_reports(library)
    async with start(size=(100, 24)) as program:
        await add(program, folder)
        await program.shows("正在添加")
    assert count_reports(library) < before + COUNT


async def test_every_file_that_was_not_read_whole_is_listed_with_its_reason(
    start: Start, tmp_path: Path
) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "水渠.txt").write_text("水渠情况\n\n村里的水渠修好了。\n", encoding="utf-8")
    (folder / "空.txt").write_bytes(b"")
    (folder / "坏.docx").write_bytes(b"PK\x03\x04 none")
    broken = bytearray(("水库情况\n\n村里的水库修好了，灌溉不愁。\n" * 9).encode("gb18030"))
    broken[80] = 0xFF
    (folder / "缺.txt").write_bytes(broken)
    async with start(size=(110, 24)) as program:
        await add(program, folder)
        await program.shows("未能读取 2")
        await program.press("!")
        await program.shows("没有读入或没有读全的文件：3 个")
        shown = "\n".join(program.rows)
        assert all(name in shown for name in ("空.txt", "坏.docx", "缺.txt"))
        await program.type("缺")
        await program.press("enter")
        await program.until(lambda: "读不出来" in program.rows[-2])


async def test_with_nothing_to_tell_it_says_so(start: Start) -> None:
    async with start(size=(100, 24)) as program:
        await program.press("!")
        await program.shows("都已读全")
