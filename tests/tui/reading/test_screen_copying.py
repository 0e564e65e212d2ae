"""What is selected leaves the program exactly: to the clipboard, the register, a file."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest

Open = Callable[..., AbstractAsyncContextManager[Any]]


@pytest.fixture(autouse=True)
def _no_clipboard(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal without desktop and tmux: OSC 52 is what is left."""
    for name in ("TMUX", "DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)


async def test_a_copy_is_exact_and_can_be_pasted_within_the_program(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.click("户用上了自来水")
        await reader.press("v", "i", "s", "y")
        copied = reader.app.clipboard
        assert copied.startswith("截至六月底")
        assert copied.endswith("基本打通！")
        assert f"{len(copied)} 个字符" in reader.status
        assert "粘贴不出时按 Y 写入文件" in reader.status
        await reader.press("/", "ctrl+v")
        assert reader.screen.focused.value == copied


async def test_a_program_takes_the_copy_and_the_register_holds_it_too(
    open_reader: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tmux = tmp_path / "bin" / "tmux"
    tmux.parent.mkdir()
    tmux.write_text(f"#!/bin/sh\ncat > {tmp_path}/buffer\n", encoding="utf-8")
    tmux.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmux.parent), prepend=":")
    monkeypatch.setenv("TMUX", f"{tmp_path}/socket,1,0")
    async with open_reader() as reader:
        await reader.select("本报告说明")
        await reader.press("y")
        assert "tmux" in reader.status
        assert (tmp_path / "buffer").read_text(encoding="utf-8") == "本报告说明"
        assert reader.app.clipboard == "本报告说明"


async def test_the_selection_is_written_to_a_file(open_reader: Open, tmp_path: Path) -> None:
    async with open_reader() as reader:
        await reader.select("本报告说明")
        await reader.press("Y", "enter")
        written = tmp_path / "柳溪镇供水改造情况报告 摘录.txt"
        assert written.read_text(encoding="utf-8") == "本报告说明\n"
        assert "已把 5 个字符写入" in reader.status
        assert reader.selected == ""


async def test_what_was_copied_last_is_written_to_a_file_of_its_own(
    open_reader: Open, tmp_path: Path
) -> None:
    async with open_reader() as reader:
        await reader.press("Y")
        assert "没有可写的文字" in reader.status
        for words in ("本报告", "全镇"):
            await reader.select(words)
            await reader.press("y", "Y", "enter")
        first = tmp_path / "柳溪镇供水改造情况报告 摘录.txt"
        assert first.read_text(encoding="utf-8") == "本报告\n"
        second = first.with_stem(f"{first.stem} 2")
        assert second.read_text(encoding="utf-8") == "全镇\n"


async def test_a_file_that_exists_is_not_written_over(open_reader: Open, tmp_path: Path) -> None:
    async with open_reader() as reader:
        await reader.select("本报告")
        await reader.press("Y")
        reader.screen.app.focused.value = str(tmp_path / "report.md")
        await reader.press("enter")
        assert (tmp_path / "report.md").read_text(encoding="utf-8").startswith("# 柳溪镇")
        assert "report.md" in reader.status
        assert "写入" not in reader.status


@pytest.mark.parametrize("keys", [("/",), ("t", "/"), ("|",), ("*",), ("B",), ("a",)])
async def test_the_terminals_cursor_waits_in_every_field_before_the_first_key(
    keys: tuple[str, ...], open_reader: Open
) -> None:
    async with open_reader() as reader:
        await reader.press(*keys)
        field = reader.app.focused.content_region
        x, y = reader.app.cursor_position
        assert (x, y) in field
        assert y > 0
        await reader.type("供水")
        assert reader.app.cursor_position == (x + 4, y)


async def test_the_terminals_cursor_stands_under_the_caret(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.click("本报告说明")
        await reader.press("v", "l")
        column, row = reader.cell_of("报告说明")
        assert reader.app.cursor_position == (column, row)
        await reader.pilot.resize_terminal(61, 20)
        await reader.settle()
        column, row = reader.cell_of("报告说明")
        assert reader.app.cursor_position == (column, row)
