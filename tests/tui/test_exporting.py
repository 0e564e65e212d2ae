"""Exporting by keys: forms, targets, merging into a file of ours, and files that are not ours."""

from pathlib import Path

import pytest
from tests.tui.conftest import Program, Start, annotate

from reportreader.services.opening import Library


@pytest.fixture(autouse=True)
def here(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two notes in two reports, and an empty folder as the current one."""
    annotate(library, "柳溪镇", "上柳村先通水", tags=("民生/饮水",))
    annotate(library, "东沟", "供水点增加到六处", tags=("民生/饮水",))
    (tmp_path / "out").mkdir()
    monkeypatch.chdir(tmp_path / "out")


async def export(program: Program, form: str, *keys: str) -> None:
    """From the notes screen, in the form whose name holds `form`."""
    await program.press("E")
    await program.type(form)
    await program.press("enter", *keys)


async def test_passages_of_a_tag_go_to_a_file_with_their_citations(
    start: Start, tmp_path: Path
) -> None:
    async with start(size=(140, 30)) as program:
        await program.press("T", "enter")
        await export(program, "按标签", "enter")
        assert "已导出到" in program.text
    (written,) = (tmp_path / "out").iterdir()
    assert written.name == "民生-tag.md"
    text = written.read_text(encoding="utf-8")
    assert "民生/饮水" in text
    assert "—— 《柳溪镇供水改造报告》" in text
    assert "供水点增加到六处" in text


async def test_exporting_again_keeps_what_was_written_into_the_file(
    start: Start, library: Library, tmp_path: Path
) -> None:
    async with start(size=(140, 30)) as program:
        await program.press("A")
        await export(program, "按章节", "enter")
        (written,) = (tmp_path / "out").iterdir()
        text = written.read_text(encoding="utf-8")
        written.write_text(text + "\n我自己的结论。\n", encoding="utf-8")
        annotate(library, "青坪", "家长代表参加了验收")
        await export(program, "按章节", "enter")
        assert "并入原有文件" in program.text
    merged = written.read_text(encoding="utf-8")
    assert "我自己的结论。" in merged
    assert "家长代表参加了验收" in merged


async def test_a_file_of_others_is_replaced_only_after_a_question(
    start: Start, tmp_path: Path
) -> None:
    other = tmp_path / "out" / "mine.md"
    other.write_text("别人的文件", encoding="utf-8")
    async with start(size=(140, 30)) as program:
        await program.press("A")
        await export(program, "按章节", "down", "enter", "end", "ctrl+u")
        await program.type(str(other))
        await program.press("enter")
        assert "覆盖已有的文件？" in program.text
        await program.press("n")
        assert other.read_text(encoding="utf-8") == "别人的文件"
        await export(program, "按章节", "down", "enter", "end", "ctrl+u")
        await program.type(str(other))
        await program.press("enter", "y")
        assert "上柳村先通水" in other.read_text(encoding="utf-8")


async def test_a_folder_gets_one_file_a_report(start: Start, tmp_path: Path) -> None:
    async with start(size=(140, 30)) as program:
        await program.press("A")
        await export(program, "Obsidian", "enter", "enter")
        assert "已导出 2 个文件到" in program.text
    assert len(list((tmp_path / "out" / "notes").iterdir())) == 2


async def test_the_clipboard_is_a_target(start: Start, tmp_path: Path) -> None:
    async with start(size=(140, 30)) as program:
        await program.press("A")
        await export(program, "按章节")
        await program.type("剪贴板")
        await program.press("enter")
        assert "复制" in program.text
    assert list((tmp_path / "out").iterdir()) == []


async def test_only_what_the_filter_shows_is_exported(start: Start, tmp_path: Path) -> None:
    async with start(size=(140, 30)) as program:
        await program.press("A", "slash")
        await program.type("六处")
        await program.press("enter")
        await export(program, "CSV", "enter")
    (written,) = (tmp_path / "out").iterdir()
    text = written.read_text(encoding="utf-8-sig")
    assert "供水点增加到六处" in text
    assert "上柳村" not in text


async def test_one_report_goes_to_a_file_with_its_name(start: Start, tmp_path: Path) -> None:
    async with start(size=(140, 30)) as program:
        await program.press("slash")
        await program.type("东沟")
        await program.press("enter", "E", "enter", "enter")
        assert "已导出到" in program.text
    (written,) = (tmp_path / "out").iterdir()
    assert written.name.startswith("东沟集市整治情况通报")
