"""The library by keys: what is on the screen, and what is in the library file."""

from pathlib import Path

import pytest
from tests.tui.conftest import Start

from reportreader.services.adding import add_paths
from reportreader.services.browsing import ReportFilter, Shelf, count_reports, list_reports
from reportreader.services.opening import Library, open_library
from reportreader.settings.messages import Language
from reportreader.tui.screens.library import LibraryScreen
from reportreader.tui.screens.reading import ReadingScreen


async def test_every_report_is_listed_with_its_length(start: Start) -> None:
    async with start() as program:
        assert "柳溪镇供水改造报告" in program.text
        assert "青坪小学搬迁工作总结" in program.text
        assert "4/4" in program.text or "1/4" in program.text


async def test_the_preview_keeps_the_cells_of_a_table_apart(
    start: Start, library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "水表.md"
    path.write_text("# 水表台账\n\n| 年份 | 只数 |\n|---|---|\n| 2021 | 130 |\n", encoding="utf-8")
    assert add_paths(library, [path]).added == 1
    async with start(size=(120, 30)) as program:
        await program.press("slash")
        await program.type("水表台账")
        await program.press("enter")
        await program.shows("年份  只数")
        assert "2021  130" in program.text


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (Language.CHINESE, ("书库", "标题", "日期", "打开", "筛选", "帮助")),
        (Language.ENGLISH, ("Library", "Title", "Date", "Open", "Filter", "Help")),
    ],
)
async def test_the_frame_speaks_the_readers_language(
    start: Start, language: Language, words: tuple[str, ...]
) -> None:
    async with start(language=language) as program:
        await program.shows(words[-1])
        for word in words:
            assert word in program.text


async def test_the_cursor_stays_on_its_report_while_many_are_added(
    start: Start, library: Library, tmp_path: Path
) -> None:
    for number in range(260):
        (tmp_path / f"{number}.txt").write_text(f"新增第{number}号简报\n正文。\n", encoding="utf-8")
    async with start(size=(80, 24)) as program:
        await program.press("j")
        screen = program.app.screen
        assert isinstance(screen, LibraryScreen)
        before = screen.current_summary()
        with library.transaction():
            assert add_paths(library, [tmp_path]).added == 260
        program.app.notice_changes()
        await program.shows("262/264")
        assert before is not None
        assert screen.current_id() == before.report_id
        assert before.title in program.text


async def test_typing_filters_and_escape_lists_everything_again(start: Start) -> None:
    async with start() as program:
        await program.press("slash")
        await program.type("小学")
        assert "青坪小学" in program.text
        assert "柳溪镇" not in program.text
        await program.press("escape")
        assert "柳溪镇" in program.text


async def test_a_filter_that_nothing_fits_says_how_to_clear_it(start: Start) -> None:
    async with start() as program:
        await program.press("slash")
        await program.type("没有这样的报告")
        assert "没有符合筛选的报告。按 Esc 取消筛选。" in program.text


async def test_pinyin_initials_filter_too(start: Start) -> None:
    async with start() as program:
        await program.press("slash", "d", "g", "j", "s", "enter")
        assert "东沟集市" in program.text
        assert "青坪小学" not in program.text


async def test_enter_opens_and_q_comes_back_with_progress(start: Start) -> None:
    async with start() as program:
        await program.press("enter")
        assert isinstance(program.app.screen, ReadingScreen)
        await program.press("q")
        assert isinstance(program.app.screen, LibraryScreen)
        await program.shows("%")


async def test_the_report_read_last_is_offered_on_top(start: Start) -> None:
    async with start(size=(60, 12)) as program:
        assert "继续阅读" not in program.text
        await program.press("slash")
        await program.type("集市")
        await program.press("enter", "enter", "q")
        await program.shows("继续阅读《东沟集市整治情况通报》")
        await program.press("escape", "r")
        assert isinstance(program.app.screen, ReadingScreen)


async def test_the_order_is_chosen_and_turned_around(start: Start) -> None:
    def first() -> str:
        return next(row for row in program.rows if "报告" in row or "通报" in row or "总结" in row)

    async with start(size=(80, 24)) as program:
        await program.press("o")
        await program.type("标题")
        await program.press("enter")
        ascending = first()
        await program.press("O")
        assert first() != ascending


async def test_removed_reports_lie_in_the_trash_until_restored(
    start: Start, library: Library
) -> None:
    async with start(size=(80, 24)) as program:
        await program.press("x")
        assert count_reports(library, ReportFilter(shelf=Shelf.TRASH)) == 1
        assert "已将 1 篇移到回收站" in program.text
        await program.press("left")
        assert "回收站" in program.text
        await program.press("R")
        assert count_reports(library, ReportFilter(shelf=Shelf.TRASH)) == 0


async def test_a_removal_is_undone_and_redone(start: Start, library: Library) -> None:
    async with start(size=(80, 24)) as program:
        await program.press("x", "U")
        assert count_reports(library, ReportFilter(shelf=Shelf.TRASH)) == 0
        assert "已撤销" in program.text
        await program.press("ctrl+r")
        assert count_reports(library, ReportFilter(shelf=Shelf.TRASH)) == 1


async def test_several_reports_are_selected_and_tagged_at_once(
    start: Start, library: Library
) -> None:
    async with start(size=(80, 24)) as program:
        await program.press("v", "v")
        assert "已选中 2 篇" in program.text
        await program.press("number_sign")
        await program.type("民生/饮水")
        await program.press("enter")
        assert count_reports(library, ReportFilter(tag="民生")) == 2


async def test_all_are_selected_and_then_none(start: Start) -> None:
    async with start(size=(80, 24)) as program:
        await program.press("V")
        assert "已选中 4 篇" in program.text
        await program.press("V")
        assert "已选中" not in program.text


async def test_a_folder_is_added_from_within(
    start: Start, tmp_path: Path, library: Library
) -> None:
    folder = tmp_path / "more"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(f"第{number}号通知\n请各村按时报送。\n", "utf-8")
    async with start(size=(100, 24)) as program:
        await program.press("a")
        await program.type(str(folder))
        await program.press("enter")
        await program.shows("添加完毕：新增 3")
        assert count_reports(library) == 7
        await program.shows("第2号通知")


async def test_a_path_that_does_not_exist_is_told_and_changes_nothing(
    start: Start, library: Library
) -> None:
    async with start(size=(100, 24)) as program:
        await program.press("a")
        await program.type("/没有这个文件夹")
        await program.press("enter")
        await program.until(lambda: "没有这个文件夹" in program.text)
        assert count_reports(library) == 4


async def test_the_path_prompt_completes_on_tab(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "年度报告汇编").mkdir()
    monkeypatch.chdir(tmp_path)
    async with start(size=(100, 24)) as program:
        await program.press("a")
        await program.type("./年度")
        await program.shows("年度报告汇编/")
        await program.press("tab")
        assert program.app.focused is not None
        assert getattr(program.app.focused, "value", "").endswith("年度报告汇编/")


async def test_another_window_adds_a_report_and_this_one_shows_it(
    start: Start, tmp_path: Path, library_path: Path
) -> None:
    path = tmp_path / "别处.txt"
    path.write_text("另一个窗口添加的简报\n内容。\n", encoding="utf-8")
    async with start(size=(80, 24)) as program:
        with open_library(library_path) as other:
            add_paths(other, [path])
        await program.shows("另一个窗口添加的简报")


async def test_the_preview_tells_what_the_report_is_about(start: Start) -> None:
    async with start(size=(120, 30)) as program:
        await program.press("slash")
        await program.type("柳溪镇")
        await program.press("enter")
        await program.shows("大纲")
        assert "一、进展" in program.text
        assert "开头" in program.text


async def test_there_is_no_preview_where_there_is_no_room(start: Start) -> None:
    async with start(size=(80, 24)) as program:
        await program.press("j", "k")
        assert not program.app.screen.query("#preview")
        await program.pilot.resize_terminal(120, 30)
        await program.until(lambda: bool(program.app.screen.query("#preview")))
        await program.press("p")
        assert not program.app.screen.query("#preview")


async def test_a_tag_is_a_shelf(start: Start, library: Library) -> None:
    (summary,) = list_reports(library, ReportFilter(text="东沟"))
    async with start(size=(80, 24)) as program:
        await program.press("slash")
        await program.type("东沟")
        await program.press("enter", "number_sign")
        await program.type("集市")
        await program.press("enter", "escape", "t")
        await program.type("标签：集市")
        await program.press("enter")
        assert summary.title in program.text
        assert "青坪小学" not in program.text


async def test_titles_are_never_read_as_markup(start: Start) -> None:
    async with start(size=(120, 30)) as program:
        assert "表3[/]与[@click=app.quit]按钮" in program.text
        await program.press("slash")
        await program.type("表3[/]")
        await program.press("enter", "ctrl+p")
        await program.type("表3[/]")
        assert "打开《表3[/]与[@click=app.quit]按钮》" in program.text


async def test_the_theme_and_the_language_change_at_once_and_are_remembered(
    start: Start, sealed_machine: Path
) -> None:
    async with start() as program:
        await program.press("c")
        assert program.app.theme == "reportreader-light"
        program.app.action_switch_language()
        await program.shows("Library")
    config = sealed_machine / "config" / "reportreader" / "config.toml"
    assert 'theme = "light"' in config.read_text("utf-8")
    assert 'language = "en"' in config.read_text("utf-8")


async def test_a_library_that_can_only_be_read_says_so_and_goes_on(
    start: Start, library: Library
) -> None:
    async with start(size=(100, 24), read_only=True) as program:
        await program.press("x")
        await program.shows("只能读取")
        assert count_reports(library) == 4
        await program.press("enter")
        assert isinstance(program.app.screen, ReadingScreen)


async def test_a_prompt_that_is_left_changes_nothing(start: Start, library: Library) -> None:
    async with start(size=(100, 24)) as program:
        await program.press("V")
        await program.press("number_sign")
        await program.type("党建")
        await program.press("escape")
        assert count_reports(library, ReportFilter(tag="党建")) == 0
        assert "已选中 4 篇" in program.text


async def test_two_selected_reports_open_side_by_side(start: Start) -> None:
    async with start() as program:
        assert "并排读" not in program.text
        await program.press("v", "v")
        await program.shows("| 并排读")
        library_screen = program.app.screen
        assert isinstance(library_screen, LibraryScreen)
        chosen = sorted(library_screen.chosen_ids())
        await program.press("|")
        await program.until(lambda: len(getattr(program.app.screen, "panes", ())) == 2)
        screen = program.app.screen
        assert isinstance(screen, ReadingScreen)
        assert sorted(pane.opened.report_id for pane in screen.panes) == chosen
