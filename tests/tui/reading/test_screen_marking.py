"""What is marked is on disk before the screen says so, exact to the character, and can be undone."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import TextArea

from reportreader.notes.annotation import AnnotationKind, Colour
from reportreader.services.annotating import AnnotationDraft, add_annotation
from reportreader.services.opening import open_library
from reportreader.services.unsaved import list_unsaved
from reportreader.tui.dialogs.choice import Choice
from reportreader.tui.dialogs.note_editor import NoteEditor
from reportreader.tui.reading.state import Mode
from reportreader.tui.screens.saving_editor import SavingNoteEditor
from reportreader.tui.widgets.line_input import LineInput

Open = Callable[..., AbstractAsyncContextManager[Any]]


@pytest.mark.parametrize(
    ("key", "colour"),
    [
        ("enter", Colour.YELLOW),
        ("1", Colour.YELLOW),
        ("2", Colour.GREEN),
        ("3", Colour.BLUE),
        ("4", Colour.RED),
        ("5", Colour.PURPLE),
    ],
)
async def test_a_selection_is_highlighted_and_stored(
    key: str, colour: Colour, open_reader: Open
) -> None:
    async with open_reader() as reader:
        await reader.select("本报告说明")
        await reader.press(key)
        assert reader.state.mode is Mode.READING
        (placed,) = reader.stored
        assert (placed.annotation.quote, placed.annotation.colour) == ("本报告说明", colour)
        assert placed.placement.start == reader.text.index("本报告说明")
        assert "已存盘" in reader.status


async def test_the_colour_used_last_is_the_one_of_enter(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.select("本报告")
        await reader.press("3")
        await reader.select("全镇")
        await reader.press("enter")
        assert [one.annotation.colour for one in reader.stored] == [Colour.BLUE, Colour.BLUE]


async def test_a_count_chooses_the_colour_of_enter(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.click("本报告")
        await reader.press("v", "4", "enter")
        (placed,) = reader.stored
        assert (placed.annotation.quote, placed.annotation.colour) == ("本", Colour.RED)


async def test_a_digit_before_a_motion_is_a_count_until_something_is_selected(
    open_reader: Open,
) -> None:
    async with open_reader() as reader:
        await reader.click("本报告")
        await reader.press("v", "4", "l")
        assert reader.selected == "本报告说明"
        await reader.press("2")
        assert reader.stored[0].annotation.colour is Colour.GREEN


async def test_a_note_is_written_on_a_selection(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.select("全镇供水改造")
        await reader.press("a")
        assert isinstance(reader.app.screen, NoteEditor)
        await reader.type("要核对户数")
        reader.app.screen.query_one("#note-tags", LineInput).focus()
        await reader.type("民生/饮水")
        await reader.press("ctrl+s")
        (placed,) = reader.stored
        annotation = placed.annotation
        assert (annotation.quote, annotation.body, annotation.tags) == (
            "全镇供水改造",
            "要核对户数",
            ("民生/饮水",),
        )
        assert "批注已存盘" in reader.status
        assert any("*" in row for row in reader.rows)


async def test_a_refused_save_keeps_the_editor_open_with_the_text(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.select("全镇供水改造")
        await reader.press("a")
        await reader.type("不能丢")
        writable = reader.app.library
        with open_library(writable.path, read_only=True) as read_only:
            reader.app.library = read_only
            await reader.press("ctrl+s")
            assert isinstance(reader.app.screen, SavingNoteEditor)
            assert reader.app.screen.query_one(TextArea).text == "不能丢"
            assert reader.stored == ()
        (kept,) = list_unsaved(writable.path)
        assert kept.body == "不能丢"
        assert str(writable.path.parent / "unsaved") in reader.status
        reader.app.library = writable
        await reader.press("ctrl+s")
        assert [one.annotation.body for one in reader.stored] == ["不能丢"]
        assert list_unsaved(writable.path) == ()


async def test_a_note_that_was_being_written_when_the_program_ended_is_kept(
    open_reader: Open,
) -> None:
    async with open_reader() as reader:
        path = reader.app.library.path
        await reader.select("全镇供水改造")
        await reader.press("a")
        await reader.type("写到一半")
    assert [(kept.quote, kept.body) for kept in list_unsaved(path)] == [
        ("全镇供水改造", "写到一半")
    ]


async def test_a_note_that_was_thrown_away_is_not_kept(open_reader: Open) -> None:
    async with open_reader() as reader:
        path = reader.app.library.path
        await reader.select("全镇供水改造")
        await reader.press("a")
        await reader.type("不要了")
        await reader.press("escape", "y")
    assert list_unsaved(path) == ()


async def test_without_a_selection_the_note_goes_on_the_section(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.press("]", "]", "a")
        await reader.type("这一节要补数据")
        await reader.press("ctrl+s")
        (placed,) = reader.stored
        assert placed.annotation.quote == "管网铺设"


async def test_an_annotation_under_the_pointer_is_edited(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.select("本报告说明")
        await reader.press("1")
        await reader.click("报告说明")
        await reader.press("a")
        await reader.type("改过")
        await reader.press("ctrl+s")
        (placed,) = reader.stored
        assert (placed.annotation.body, placed.annotation.quote) == ("改过", "本报告说明")


async def test_overlapping_annotations_are_asked_about(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.select("本报告说明")
        await reader.press("1")
        await reader.select("说明全镇")
        await reader.press("2")
        await reader.click("说明全镇")
        await reader.press("x")
        assert isinstance(reader.app.screen, Choice)
        await reader.press("down", "enter")
        (placed,) = reader.stored
        assert placed.annotation.quote == "本报告说明"


async def test_deleting_is_undone_and_redone(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.select("本报告说明")
        await reader.press("1")
        await reader.click("本报告")
        await reader.press("x")
        assert reader.stored == ()
        await reader.press("U")
        await reader.settle()
        assert len(reader.stored) == 1
        assert len(reader.pane.annotations.placed) == 1
        await reader.press("ctrl+r")
        await reader.settle()
        assert reader.stored == ()
        assert reader.pane.annotations.placed == ()


async def test_a_tag_is_put_on_a_selection_and_on_an_annotation(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.select("本报告")
        await reader.press("#")
        await reader.type("民生")
        await reader.press("enter")
        await reader.click("报告说明")
        await reader.press("#")
        await reader.type("饮水")
        await reader.press("enter")
        (placed,) = reader.stored
        assert placed.annotation.tags == ("民生", "饮水")


async def test_bookmarks_have_labels_and_are_listed(open_reader: Open) -> None:
    async with open_reader() as reader:
        place = await reader.go_to("水质检测")
        await reader.press("B")
        reader.app.screen.query_one(LineInput).value = "水质"
        await reader.press("enter")
        (placed,) = reader.stored
        assert placed.annotation.kind is AnnotationKind.BOOKMARK
        assert (placed.annotation.body, placed.placement.start) == ("水质", place)
        assert any(row.lstrip().startswith("»") for row in reader.rows)
        await reader.press("g", "M", "enter")
        assert reader.state.place == place


async def test_marks_are_set_and_gone_to(open_reader: Open) -> None:
    async with open_reader() as reader:
        place = await reader.go_to("入户走访")
        await reader.press("m", "a", "g", "'", "a")
        assert reader.state.place == place
        await reader.press("G", "m", "a")
        assert [one.annotation.body for one in reader.stored] == ["a"]
        await reader.press("'", "z")
        assert "没有标记" in reader.status


async def test_copying_tells_the_way(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.select("本报告说明")
        await reader.press("y")
        assert reader.app.clipboard == "本报告说明"
        assert reader.state.mode is Mode.READING


async def test_export_says_where(open_reader: Open, tmp_path: Path) -> None:
    async with open_reader() as reader:
        await reader.select("本报告说明")
        await reader.press("1", "E", "enter", "enter")
        await reader.settle()
        (exported,) = _exported(tmp_path)
        assert "本报告说明" in exported
        assert "已导出" in reader.status


async def test_marks_of_another_window_appear(open_reader: Open) -> None:
    async with open_reader() as reader:
        with open_library(reader.app.library.path, create=False) as other:
            draft = AnnotationDraft(kind=AnnotationKind.HIGHLIGHT, start=0, end=4)
            add_annotation(other, reader.pane.opened, draft)
        reader.app.notice_changes()
        await reader.settle()
        assert len(reader.pane.annotations.placed) == 1


async def test_the_mouse_selects_words_sentences_and_drags(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.go_to("村民说")
        await reader.click("龙头", times=2)
        assert reader.selected == "龙头"
        await reader.click("心里", times=3)
        assert reader.selected == "村民说：“拧开龙头就有水，心里踏实。”"
        view = reader.pane.view
        start, end = reader.cell_of("拧开"), reader.cell_of("踏实")
        await reader.pilot.mouse_down(view, offset=start)
        await reader.pilot.hover(view, offset=end)
        await reader.pilot.mouse_up(view, offset=end)
        await reader.pilot.pause()
        assert reader.selected == "拧开龙头就有水，心里踏"
        await reader.click("踏实", shift=True)
        assert "v 用键盘改选区" in reader.status
        await reader.press("v", "l")
        assert reader.selected == "拧开龙头就有水，心里踏实"


async def test_without_colours_the_margin_names_the_colours_that_begin_in_a_line(
    open_reader: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_reader(size=(80, 24)) as reader:
        for words, colour in (("本报告", "1"), ("全镇供水", "4")):
            await reader.select(words)
            await reader.press(colour)
        (row,) = [row for row in reader.rows if "本报告说明" in row]
        assert row.startswith("14")
        await reader.select("下一步")
        await reader.press("3")
        (row,) = [row for row in reader.rows if "本报告说明" in row]
        assert row.startswith("1+")


async def test_a_click_selects_nothing(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.click("本报告")
        assert reader.selected == ""
        await reader.press("v")
        assert reader.selected == "本"


async def test_a_selection_survives_a_resize(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.go_to("村民说")
        await reader.click("心里", times=3)
        before = reader.selected
        await reader.pilot.resize_terminal(50, 20)
        await reader.pilot.pause()
        assert reader.selected == before


def _exported(folder: Path) -> list[str]:
    return [
        path.read_text(encoding="utf-8")
        for path in sorted(folder.glob("*.md"))
        if path.name != "report.md"
    ]


async def test_one_key_gives_the_tag_used_last_and_choosing_it_again_takes_it_away(
    open_reader: Open,
) -> None:
    async with open_reader() as reader:
        await reader.select("本报告")
        await reader.press("#")
        await reader.type("民生/饮水")
        await reader.press("enter")
        await reader.select("说明")
        await reader.press(".")
        assert [placed.annotation.tags for placed in reader.stored] == [("民生/饮水",)] * 2
        # A click where the last one was would be a double click, and select the word.
        await reader.click("本报告")
        await reader.press("#")
        await reader.settle()
        await reader.press("1")
        await reader.settle()
        tags = {placed.annotation.quote: placed.annotation.tags for placed in reader.stored}
        assert tags == {"本报告": (), "说明": ("民生/饮水",)}
        await reader.press("U")
        await reader.settle()
        assert all(placed.annotation.tags for placed in reader.stored)


async def test_without_any_tag_the_key_says_how_to_begin(open_reader: Open) -> None:
    async with open_reader() as reader:
        await reader.select("本报告")
        await reader.press(".")
        assert "还没有用过标签" in reader.status
        assert reader.stored == ()
