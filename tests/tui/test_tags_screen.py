"""The tags by keys: the tree, what is done with tags, their passages, and undo."""

from pathlib import Path

import pytest
from tests.tui.conftest import Program, Start, annotate

from reportreader.notes.annotation import Colour
from reportreader.services.noting import AnnotationFilter, list_annotations
from reportreader.services.opening import Library
from reportreader.services.tag_tree import TagEntry, list_tag_tree
from reportreader.tui.screens.passages import PassagesScreen
from reportreader.tui.screens.reading import ReadingScreen
from reportreader.tui.screens.tags import TagsScreen
from reportreader.tui.widgets.option_list import OptionRows


@pytest.fixture(autouse=True)
def notes(library: Library) -> None:
    """Four tagged highlights over three reports."""
    annotate(library, "柳溪镇", "上柳村先通水", tags=("民生/饮水", "进度"))
    annotate(library, "柳溪镇", "更换全部老旧水表", tags=("民生/饮水",))
    annotate(library, "青坪", "家长代表参加了验收", tags=("民生/教育", "进度"))
    annotate(library, "东沟", "供水点增加到六处", tags=("饮水",))


def tree(library: Library) -> dict[str, TagEntry]:
    return {entry.name: entry for entry in list_tag_tree(library)}


async def show(program: Program, tag: str = "") -> None:
    await program.press("T")
    screen = program.app.screen
    assert isinstance(screen, TagsScreen)
    while tag and screen.current_name() != tag:
        await program.press("j")


async def test_tags_stand_as_a_tree_with_their_counts(start: Start) -> None:
    async with start(size=(80, 24)) as program:
        await show(program)
        rows = [row.split() for row in program.rows if "饮水" in row or "民生" in row]
        assert rows == [["-", "民生", "3", "2"], ["饮水", "2", "1"], ["饮水", "1", "1"]]


async def test_a_wide_screen_shows_reports_and_companions(start: Start) -> None:
    async with start(size=(140, 30)) as program:
        await show(program, "民生")
        await program.shows("各报告条数")
        assert "2  柳溪镇供水改造报告" in program.text
        assert "2  #进度" in program.text


async def test_enter_lists_all_passages_with_citations_and_jumps(start: Start) -> None:
    async with start(size=(120, 30)) as program:
        await show(program, "民生")
        await program.press("enter")
        assert isinstance(program.app.screen, PassagesScreen)
        assert "#民生：3 处，2 篇报告" in program.text
        assert "《柳溪镇供水改造报告》，一、进展" in program.text
        assert "供水点增加到六处" not in program.text
        await program.press("enter")
        assert isinstance(program.app.screen, ReadingScreen)
        await program.press("q")
        assert isinstance(program.app.screen, PassagesScreen)
        await program.press("escape")
        assert isinstance(program.app.screen, TagsScreen)


async def test_a_tag_is_made_and_unmade_by_undo(start: Start, library: Library) -> None:
    async with start() as program:
        await show(program)
        await program.press("a")
        await program.type("营商/税费")
        await program.press("enter")
        assert "税费" in program.text
        assert "营商/税费" in tree(library)
        await program.press("U")
        assert "营商/税费" not in tree(library)


async def test_renaming_takes_the_tags_below_along(start: Start, library: Library) -> None:
    async with start() as program:
        await show(program, "民生")
        await program.press("r", "end", "ctrl+u")
        await program.type("百姓")
        await program.press("enter")
        assert {"百姓", "百姓/饮水", "百姓/教育"} <= set(tree(library))
        await program.press("U")
        assert "民生/饮水" in tree(library)


async def test_renaming_to_a_tag_that_is_there_asks_before_they_become_one(
    start: Start, library: Library
) -> None:
    async with start() as program:
        await show(program, "饮水")
        await program.press("r", "end", "ctrl+u")
        await program.type("民生/饮水")
        await program.press("enter")
        assert "合并标签？" in program.text
        await program.press("n")
        assert "饮水" in tree(library)
        await program.press("r", "end", "ctrl+u")
        await program.type("民生/饮水")
        await program.press("enter", "y")
        assert tree(library)["民生/饮水"].passage_count == 3
        await program.press("U")
        assert tree(library)["民生/饮水"].passage_count == 2


async def test_selected_tags_are_merged_in_one_change(start: Start, library: Library) -> None:
    async with start() as program:
        await show(program, "民生/饮水")
        await program.press("v")
        await program.press("slash")
        await program.type("yinshui")
        await program.press("escape")
        await show_cursor(program, "饮水")
        await program.press("v", "M")
        await program.type("民生/饮水")
        await program.press("enter")
        assert "饮水" not in tree(library)
        assert tree(library)["民生/饮水"].passage_count == 3
        await program.press("U")
        assert tree(library)["饮水"].passage_count == 1


async def show_cursor(program: Program, tag: str) -> None:
    screen = program.app.screen
    assert isinstance(screen, TagsScreen)
    while screen.current_name() != tag:
        await program.press("j")


async def test_a_tag_is_moved_below_another(start: Start, library: Library) -> None:
    async with start() as program:
        await show(program, "进度")
        await program.press("m")
        await program.type("民生")
        await program.press("enter")
        assert "民生/进度" in tree(library)
        await program.press("U")
        assert "进度" in tree(library)


async def test_deleting_keeps_the_notes(start: Start, library: Library) -> None:
    async with start() as program:
        await show(program, "民生")
        await program.press("x")
        assert set(tree(library)) == {"进度", "饮水"}
        assert len(list_annotations(library, AnnotationFilter())) == 4
        await program.press("U")
        assert "民生/饮水" in tree(library)


async def test_colour_and_description_are_given_and_shown(start: Start, library: Library) -> None:
    async with start() as program:
        await show(program, "进度")
        await program.press("4")
        assert tree(library)["进度"].colour is Colour.RED
        await program.press("e")
        await program.type("写明完成多少的句子")
        await program.press("ctrl+s")
        assert "写明完成多少的句子" in program.text
        await program.press("0")
        assert tree(library)["进度"].colour is None
        await program.press("U", "U", "U")
        assert tree(library)["进度"].description == ""


async def test_tags_are_folded_and_unfolded(start: Start) -> None:
    async with start() as program:
        await show(program, "民生/教育")
        await program.press("left", "left")
        assert "教育" not in program.text
        await program.press("right")
        assert "教育" in program.text


async def test_the_filter_takes_initials_and_keeps_the_tags_above(start: Start) -> None:
    async with start() as program:
        await show(program)
        await program.press("slash", "j", "y")
        assert "教育" in program.text
        assert "民生" in program.text
        assert "饮水" not in program.text
        await program.press("escape")
        assert "饮水" in program.text


async def test_the_passages_of_one_report_are_listed(start: Start) -> None:
    async with start() as program:
        await show(program, "民生")
        await program.press("t")
        assert "#民生" in program.text or "民生 出现在 2 篇报告" in program.text
        await program.type("青坪")
        await program.press("enter")
        assert "1 处，1 篇报告" in program.text
        assert "家长代表" in program.text


async def test_pairs_of_tags_lead_to_the_passages_that_bear_both(start: Start) -> None:
    async with start() as program:
        await show(program)
        await program.press("p")
        assert "#民生/教育  +  #进度" in program.text
        await program.press("enter")
        assert "#民生/教育 + #进度：1 处" in program.text
        assert "家长代表" in program.text
        assert "上柳村" not in program.text


async def test_the_codebook_goes_to_a_file_and_comes_back(
    start: Start, library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "codes.qdc"
    async with start() as program:
        await show(program, "进度")
        await program.press("3", "E", "end", "ctrl+u")
        await program.type(str(path))
        await program.press("enter")
        assert "标签表已导出到" in program.text
        await program.press("0", "i")
        await program.type(str(path))
        await program.press("enter")
        assert tree(library)["进度"].colour is Colour.BLUE


async def test_a_file_that_is_there_is_replaced_only_after_a_question(
    start: Start, tmp_path: Path
) -> None:
    path = tmp_path / "codes.csv"
    path.write_text("mine", encoding="utf-8")
    async with start() as program:
        await show(program)
        await program.press("E", "end", "ctrl+u")
        await program.type(str(path))
        await program.press("enter")
        assert "覆盖已有的文件？" in program.text
        await program.press("n")
        assert path.read_text(encoding="utf-8") == "mine"


async def test_a_library_without_tags_says_what_to_do(start: Start, library: Library) -> None:
    async with start() as program:
        await show(program)
        await program.press("V", "x")
        assert "还没有标签。阅读时选中文字后按 # 加标签" in program.text
        await program.press("enter", "r", "m", "x", "t", "1")
        assert isinstance(program.app.screen, TagsScreen)


async def test_a_tag_used_lately_is_chosen_by_its_number(start: Start, library: Library) -> None:
    async with start() as program:
        await program.press("A", "slash")
        await program.type("老旧水表")
        await program.press("enter", "number_sign")
        assert "1  " in program.text
        await program.press("1")
        assert "选定" not in program.text
        assert len(list_annotations(library, AnnotationFilter(tag="饮水"))) == 2


def shown_options(program: Program) -> list[str]:
    return [row.label for row in program.app.screen.query_one(OptionRows).rows]


async def test_a_new_tag_stands_behind_the_likeliest_but_initials_come_last(start: Start) -> None:
    async with start() as program:
        await program.press("A", "number_sign")
        await program.type("水")
        offered = shown_options(program)
        assert offered.index("新建 #水") == 1
        await program.press("backspace")
        await program.type("ys")
        assert shown_options(program)[-1] == "新建 #ys"
        assert len(shown_options(program)) > 1
