"""All notes by keys: what is on the screen, and what is in the library file."""

from pathlib import Path

import pytest
from tests.tui.conftest import Program, Start, annotate

from reportreader.notes.annotation import Colour
from reportreader.services.annotating import list_tags
from reportreader.services.noting import AnnotationFilter, list_annotations
from reportreader.services.opening import Library
from reportreader.tui.screens.reading import ReadingScreen


@pytest.fixture(autouse=True)
def notes(library: Library) -> None:
    """Three highlights over two reports."""
    annotate(library, "柳溪镇", "上柳村先通水", body="先后次序值得一问。", tags=("民生/饮水",))
    annotate(library, "柳溪镇", "更换全部老旧水表")
    annotate(library, "青坪", "家长代表参加了验收", body="验收有没有记录？")


def listed(library: Library, **conditions: object) -> list[str]:
    wanted = AnnotationFilter(**conditions)  # type: ignore[arg-type]
    return [one.placed.annotation.quote for one in list_annotations(library, wanted)]


def only_file(folder: Path, pattern: str) -> str:
    (found,) = folder.glob(pattern)
    return found.read_text(encoding="utf-8")


async def show(program: Program) -> None:
    await program.press("A")


async def test_every_note_is_listed_with_its_report_and_section(start: Start) -> None:
    async with start(size=(90, 24)) as program:
        await show(program)
        assert "上柳村先通水" in program.text
        assert "先后次序值得一问。" in program.text
        assert "柳溪镇供水改造报告 > " in program.text
        assert "#民生/饮水" in program.text
        assert "全部 3" in program.text


async def test_typing_filters_by_passage_and_note(start: Start) -> None:
    async with start(size=(90, 24)) as program:
        await show(program)
        await program.press("slash")
        await program.type("验收")
        assert "家长代表" in program.text
        assert "上柳村" not in program.text
        await program.press("escape")
        assert "上柳村" in program.text


async def test_notes_are_chosen_by_tag(start: Start) -> None:
    async with start(size=(90, 24)) as program:
        await show(program)
        await program.press("t")
        await program.type("民生")
        await program.press("enter")
        assert "上柳村" in program.text
        assert "家长代表" not in program.text
        await program.press("escape")
        assert "家长代表" in program.text


async def test_enter_opens_the_report_at_the_passage(start: Start) -> None:
    async with start(size=(90, 24)) as program:
        await show(program)
        await program.press("slash")
        await program.type("验收")
        await program.press("enter", "enter")
        assert isinstance(program.app.screen, ReadingScreen)
        assert "家长代表参加了验收" in program.text


async def test_a_note_is_edited_and_saved(start: Start, library: Library) -> None:
    async with start(size=(90, 24)) as program:
        await show(program)
        await program.press("slash")
        await program.type("次序")
        await program.press("enter", "e", "o", "k", "ctrl+s")
        assert "已保存" in program.text
        (changed,) = list_annotations(library, AnnotationFilter(text="次序"))
        assert changed.placed.annotation.body == "先后次序值得一问。ok"
        assert changed.placed.annotation.tags == ("民生/饮水",)


async def test_leaving_the_editor_asks_before_text_is_lost(start: Start, library: Library) -> None:
    async with start(size=(90, 24)) as program:
        await show(program)
        await program.press("e", "z", "escape")
        assert "放弃修改？" in program.text
        await program.press("n")
        assert "编辑批注" in program.text
        await program.press("escape", "y")
        assert "编辑批注" not in program.text
        assert not any(
            "z" in one.placed.annotation.body
            for one in list_annotations(library, AnnotationFilter())
        )


async def test_an_editor_left_as_it_was_closes_at_once(start: Start) -> None:
    async with start(size=(90, 24)) as program:
        await show(program)
        await program.press("e", "escape")
        assert "编辑批注" not in program.text
        assert "放弃修改" not in program.text


async def test_the_colour_is_chosen_by_number(start: Start, library: Library) -> None:
    async with start(size=(90, 30)) as program:
        await show(program)
        await program.press("e", "tab", "tab", "4", "ctrl+s")
        assert len(listed(library, colour=Colour.RED)) == 1


async def test_several_notes_are_tagged_at_once_and_untagged(
    start: Start, library: Library
) -> None:
    async with start(size=(90, 24)) as program:
        await show(program)
        await program.press("V", "number_sign")
        await program.type("待核实")
        await program.press("enter")
        assert dict(list_tags(library))["待核实"] == 3
        await program.press("minus")
        await program.type("待核实")
        await program.press("enter")
        assert dict(list_tags(library))["待核实"] == 2


async def test_deleted_notes_lie_in_the_trash_until_restored(
    start: Start, library: Library
) -> None:
    async with start(size=(90, 24)) as program:
        await show(program)
        await program.press("x")
        assert len(listed(library)) == 2
        assert "U 撤销" in program.text
        await program.press("left", "R")
        assert len(listed(library)) == 3
        await program.press("right", "x", "U")
        assert len(listed(library)) == 3


async def test_what_is_shown_is_exported_and_the_file_is_named(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with start(size=(160, 24)) as program:
        await show(program)
        await program.press("slash")
        await program.type("验收")
        await program.press("enter", "E", "enter", "enter")
        assert "已导出到" in program.text
    text = only_file(tmp_path, "reportreader-*.md")
    assert "家长代表参加了验收" in text
    assert "上柳村先通水" not in text


async def test_filters_are_laid_over_one_another_and_escape_takes_them_away(start: Start) -> None:
    async with start(size=(90, 24)) as program:
        await show(program)
        await program.press("t")
        await program.type("今天")
        await program.press("enter", "t")
        await program.type("柳溪镇")
        await program.press("enter")
        assert "上柳村" in program.text
        assert "家长代表" not in program.text
        assert "以来  《柳溪镇供水改造报告》" in program.text
        await program.press("t")
        await program.type("民生/饮水")
        await program.press("enter")
        assert "老旧水表" not in program.text
        await program.press("escape")
        assert "家长代表" in program.text


async def test_an_earlier_text_is_brought_back_from_the_history(
    start: Start, library: Library
) -> None:
    async with start(size=(110, 24)) as program:
        await show(program)
        await program.press("slash")
        await program.type("次序")
        await program.press("enter", "e", "o", "k", "ctrl+s", "H")
        assert "原为：先后次序值得一问。" in program.text
        await program.press("enter")
        assert "恢复为那次改动之前的文字？" in program.text
        await program.press("y")
        (back,) = list_annotations(library, AnnotationFilter(text="次序"))
        assert back.placed.annotation.body == "先后次序值得一问。"


async def test_the_tag_used_last_is_given_again_by_one_key(start: Start, library: Library) -> None:
    async with start(size=(90, 24)) as program:
        await show(program)
        await program.press("slash")
        await program.type("验收")
        await program.press("enter", ".")
        assert dict(list_tags(library))["民生/饮水"] == 2


async def test_copying_takes_the_citation_along(start: Start) -> None:
    async with start(size=(90, 24)) as program:
        await show(program)
        await program.press("slash")
        await program.type("次序")
        await program.press("enter", "y")
        assert "—— 《柳溪镇供水改造报告》，一、进展" in program.app.clipboard
