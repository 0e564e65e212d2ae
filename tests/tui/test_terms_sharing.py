"""Term groups read from files and written to them, and kept to a report, by keys."""

from pathlib import Path

from tests.tui.conftest import Start

from reportreader.analysis.terms import Term, TermGroup, TermScope
from reportreader.services.keywords import list_term_groups, save_term_group
from reportreader.services.opening import Library


async def test_groups_are_read_from_a_file(start: Start, library: Library, tmp_path: Path) -> None:
    source = tmp_path / "饮水.txt"
    source.write_text("饮用水, 放心水\n管?网\n", encoding="utf-8")
    async with start(size=(100, 24)) as program:
        await program.press("W", "i")
        await program.type(str(source))
        await program.press("enter")
        await program.shows("已读入 1 组，2 个词")
        assert "饮用水 = 放心水" in program.text
    (group,) = list_term_groups(library)
    assert (group.name, group.patterns) == ("饮水", ("管?网",))


async def test_a_file_that_is_not_there_is_said(start: Start, tmp_path: Path) -> None:
    async with start(size=(100, 24)) as program:
        await program.press("W", "i")
        await program.type(str(tmp_path / "没有.toml"))
        await program.press("enter")
        await program.shows("没有.toml")


async def test_groups_are_written_to_a_file_and_read_back(
    start: Start, library: Library, tmp_path: Path
) -> None:
    group = TermGroup(name="饮水", colour="blue", terms=(Term(text="水表", aliases=("表具",)),))
    save_term_group(library, group)
    path = tmp_path / "共享.toml"
    async with start(size=(100, 24)) as program:
        await program.press("W", "E")
        await program.press("ctrl+u")
        await program.type(str(path))
        await program.press("enter")
        await program.shows("导出到")
        await program.press("x", "i")
        await program.type(str(path))
        await program.press("enter")
        await program.shows("已读入 1 组，1 个词")
    assert list_term_groups(library) == (group,)


async def test_a_group_is_kept_to_a_report(start: Start, library: Library) -> None:
    async with start(size=(90, 30)) as program:
        await program.press("W", "a")
        await program.type("基层")
        await program.press("tab", "tab")
        await program.type("2")
        await program.press("ctrl+s")
        await program.until(lambda: bool(list_term_groups(library)))
        (group,) = list_term_groups(library)
        assert (group.scope, group.scope_value) == (TermScope.REPORT, "2")
        assert "只用于报告 2" in program.text
        await program.press("e", "tab", "tab", "backspace", "ctrl+s")
        await program.until(lambda: list_term_groups(library)[0].scope is TermScope.EVERYWHERE)
