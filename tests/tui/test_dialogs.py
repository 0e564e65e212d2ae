"""Dialogs that are asked from several screens, and what they are made of."""

from pathlib import Path

import pytest
from tests.tui.conftest import Start
from textual.binding import Binding

from reportreader.analysis.terms import Term, TermGroup
from reportreader.notes.annotation import Colour
from reportreader.settings.values import Settings
from reportreader.tui.dialogs.choice import Choice, fitting_options
from reportreader.tui.dialogs.note_editor import NoteDraft, NoteEditor, parse_tags
from reportreader.tui.dialogs.option import Option
from reportreader.tui.dialogs.suggestions import complete_path
from reportreader.tui.dialogs.term_editor import TermEditor, parse_terms, terms_text
from reportreader.tui.dialogs.text_prompt import TextPrompt
from reportreader.tui.external_editor import editor_command
from reportreader.tui.widgets.cells import clip, fit
from reportreader.tui.widgets.colour_picker import ColourPicker


def test_options_fit_by_every_word_and_beginnings_come_first() -> None:
    options = [
        Option("发布日期", 1),
        Option("日期", 2),
        Option("标题", 3, "日期之外"),
        Option("字数", 4, keywords="日期 length"),
    ]
    assert [one.value for one in fitting_options(options, "日期")] == [2, 1, 3, 4]
    assert [one.value for one in fitting_options(options, "LENGTH 日")] == [4]
    assert [one.value for one in fitting_options(options, "")] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("typed", "tags"),
    [
        ("", ()),
        ("民生/饮水 党建", ("民生/饮水", "党建")),
        ("#民生，#民生、党建;治理", ("民生", "党建", "治理")),
        ("/ 民生/", ("民生",)),
        ("需要\u00a0核对 民生", ("需要 核对", "民生")),
    ],
)
def test_tags_are_divided_by_blanks_and_commas(typed: str, tags: tuple[str, ...]) -> None:
    assert parse_tags(typed) == tags


@pytest.mark.parametrize(
    ("typed", "tags"),
    [
        ("教育,医疗 民生", ("教育,医疗", "民生")),
        ("教育,医疗 民生 饮水", ("教育,医疗", "民生", "饮水")),
        ("民生", ("民生",)),
        ("教育，医疗 民生", ("教育", "医疗", "民生")),
    ],
)
def test_a_tag_that_holds_a_comma_stays_whole_while_it_stands_there(
    typed: str, tags: tuple[str, ...]
) -> None:
    assert parse_tags(typed, ("教育,医疗", "民生")) == tags


async def test_tab_takes_the_tag_that_initials_mean_and_down_marks_another(start: Start) -> None:
    async with start(size=(100, 30)) as program:
        known = ("民生/饮水", "民生/用电", "营商")
        editor = NoteEditor("批注", "原文", NoteDraft(tags=("带 空格",)), known)
        program.app.push_screen(editor)
        await program.pilot.pause()
        await program.press("tab", "end", "space", "m", "s")
        assert "Tab 采用" in program.text
        await program.press("down", "tab", "y", "s", "tab", "tab")
        assert editor.draft.tags == ("带 空格", "民生/用电", "营商")
        assert program.app.focused is editor.query_one(ColourPicker)


async def test_tags_used_last_are_offered_before_anything_is_typed(start: Start) -> None:
    async with start(size=(100, 30)) as program:
        editor = NoteEditor("批注", "原文", NoteDraft(), ("民生/饮水", "营商"))
        program.app.push_screen(editor)
        await program.pilot.pause()
        await program.press("tab", "down", "down", "tab")
        assert editor.draft.tags == ("营商",)


async def test_the_caret_stands_behind_a_first_value_longer_than_its_field(start: Start) -> None:
    async with start(size=(40, 12)) as program:
        program.app.push_screen(TextPrompt("书签名称", "头" + "中" * 40 + "尾"))
        await program.pilot.pause()
        await program.pilot.pause()
        assert "中尾" in program.text
        assert "头" not in program.text


async def test_a_dialog_is_as_high_as_what_it_asks_and_leaves_the_line_of_keys(
    start: Start,
) -> None:
    async with start(size=(80, 24)) as program:
        program.app.push_screen(TextPrompt("书签名称", "甲"))
        await program.pilot.pause()
        assert program.app.screen.query_one("#dialog").size.height <= 6
        await program.press("escape")
        program.app.push_screen(
            TermEditor("新增关注词", TermGroup(name="", terms=(), colour=Colour.RED))
        )
        await program.pilot.pause()
        assert program.app.screen.query_one("#dialog").region.bottom < 24


@pytest.mark.parametrize("columns", [40, 80])
async def test_a_label_is_not_cut_for_a_long_hint_nor_a_short_hint_for_a_label(
    start: Start, columns: int
) -> None:
    options = [Option("本篇（看另一处）", 1, "题" * 60), Option("目" * 60, 2, "2021-03-05")]
    async with start(size=(columns, 24)) as program:
        program.app.push_screen(Choice[int]("选一个", options))
        await program.pilot.pause()
        assert "本篇（看另一处）" in program.text
        assert "题题题题…" in program.text
        assert "2021-03-05" in program.text


@pytest.mark.parametrize("environment", [{}, {"NO_COLOR": "1"}])
async def test_a_choice_shows_which_option_enter_takes_and_where_text_is_typed(
    start: Start, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str]
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    async with start(size=(80, 24)) as program:
        program.app.push_screen(Choice[int]("选一个", [("甲", 1), ("乙", 2), ("丙", 3)]))
        await program.pilot.pause()
        await program.press("down")
        styles = {
            segment.text.strip(): segment.style
            for strip in program.strips
            for segment in strip
            if segment.text.strip() in {"甲", "乙", "丙", "输"}
        }
        assert styles["乙"] != styles["甲"] == styles["丙"]
        if environment:
            assert styles["乙"] is not None
            assert styles["乙"].reverse
            assert styles["输"] is not None
            assert styles["输"].reverse


def test_paths_are_completed_and_folders_end_in_a_slash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "报告集").mkdir()
    (tmp_path / "报告集" / "甲.txt").write_text("甲", encoding="utf-8")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert complete_path(f"{tmp_path}/报") == f"{tmp_path}/报告集/"
    assert complete_path("~/报告集/") == "~/报告集/甲.txt"
    assert complete_path(f"{tmp_path}/没有") is None
    assert complete_path("/没有这个文件夹/甲") is None
    assert complete_path("") is None


def test_terms_are_written_and_read_line_by_line() -> None:
    terms, patterns = parse_terms("网格员 = 网格长\n\n一网统管\n供水*管网\n = \n")
    assert terms == (Term(text="网格员", aliases=("网格长",)), Term(text="一网统管"))
    assert patterns == ("供水*管网",)
    group = TermGroup(name="治理", terms=terms, patterns=patterns)
    assert parse_terms(terms_text(group)) == (terms, patterns)


@pytest.mark.parametrize(
    ("text", "cells", "fitted"),
    [
        ("通水", 6, "通水  "),
        ("上柳村通水", 6, "上柳… "),
        ("上柳村通水", 7, "上柳村…"),
        ("通水", 4, "通水"),
        ("通水", 1, " "),
        ("通水", 0, ""),
    ],
)
def test_text_is_fitted_to_cells(text: str, cells: int, fitted: str) -> None:
    assert fit(text, cells) == fitted


def test_text_keeps_to_the_right_if_asked() -> None:
    assert fit("12", 5, right=True) == "   12"
    assert clip("上柳村", 6) == "上柳村"


def test_the_editor_of_the_settings_comes_first() -> None:
    environment = {"VISUAL": "vim", "EDITOR": "nano"}
    assert editor_command("micro", environment) == "micro"
    assert editor_command("", environment) == "vim"
    assert editor_command("", {"EDITOR": "nano"}) == "nano"
    assert editor_command("", {}) == ""


async def test_without_an_editor_the_text_stays_and_the_reason_is_told(start: Start) -> None:
    async with start(size=(100, 30)) as program:
        editor = NoteEditor("批注", "原文", NoteDraft(body="已经写下的话"))
        program.app.push_screen(editor)
        await program.pilot.pause()
        await program.press("ctrl+e")
        assert "没有指定编辑器" in program.text
        assert editor.draft.body == "已经写下的话"


async def test_an_editor_that_cannot_be_run_is_named_and_the_text_stays(start: Start) -> None:
    async with start(size=(100, 30), settings=Settings(editor="/没有/这个编辑器")) as program:
        editor = NoteEditor("批注", "原文", NoteDraft(body="已经写下的话"))
        program.app.push_screen(editor)
        await program.pilot.pause()
        await program.press("ctrl+e")
        await program.shows("/没有/这个编辑器")
        assert editor.draft.body == "已经写下的话"


async def test_chinese_typed_into_a_note_is_kept_to_the_character(start: Start) -> None:
    drafts: list[NoteDraft | None] = []
    async with start(size=(100, 30)) as program:
        editor = NoteEditor("批注", "", NoteDraft(), ["民生/饮水"])
        program.app.push_screen(editor, drafts.append)
        await program.pilot.pause()
        await program.press("enter")
        await program.type("“最后一公里”，打通了！")
        await program.press("enter", *"第二行", "tab")
        await program.press(*"民")
        await program.shows("民生/饮水")
        await program.press("tab", "tab", "right", "ctrl+s")
    (draft,) = drafts
    assert draft == NoteDraft(
        body="\n“最后一公里”，打通了！\n第二行", tags=("民生/饮水",), colour=Colour.GREEN
    )


async def test_the_terminal_cursor_stands_at_the_caret(start: Start) -> None:
    async with start(size=(80, 24)) as program:
        await program.press("slash", *"供水")
        assert program.app.focused is not None
        field = program.app.focused.content_region
        assert program.app.cursor_position == (field.x + 4, field.y)


async def test_a_choice_can_be_made_by_mouse(start: Start) -> None:
    async with start(size=(80, 24), settings=Settings()) as program:
        await program.press("o")
        await program.pilot.click("#choice-list", offset=(5, 2), times=2)
        await program.pilot.pause()
        assert "排列方式" not in program.text
        assert "按标题排列" in program.text


def test_bindings_of_dialogs_are_plain_keys() -> None:
    keys = [one.key for one in NoteEditor.BINDINGS if isinstance(one, Binding)]
    assert {"ctrl+s", "ctrl+e", "escape"} <= set(keys)
