"""From the results into the reports and on through them: preview, whole words, notes, filters."""

from pathlib import Path

from tests.tui.conftest import Program, Start, annotate

from reportreader.services.adding import add_paths
from reportreader.services.opening import Library
from reportreader.services.saved_searches import remember_search
from reportreader.tui.screens.reading import ReadingScreen
from reportreader.tui.screens.search import SearchScreen
from reportreader.tui.widgets.hit_list import HitList

DATED = {
    "旧.md": "# 河湾乡路灯安装情况\n\n来源：河湾日报　2019年3月2日\n\n路灯装了四十盏，夜路亮了。\n",
    "新.md": "# 岭上乡路灯维护情况\n\n来源：岭上日报　2023年8月9日\n\n路灯坏了三盏，当天修好。\n",
}


def add(library: Library, folder: Path, texts: dict[str, str]) -> None:
    folder.mkdir()
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    assert add_paths(library, [folder]).added == len(texts)


async def look_for(program: Program, query: str, shown: str) -> None:
    """Search the library; the better answer behind the first one has come too."""
    await program.press("s")
    await program.type(query)
    await program.shows(shown)
    workers = program.app.workers
    screen = program.app.screen
    await workers.wait_for_complete([worker for worker in workers if worker.node is screen])
    await program.pilot.pause()


async def test_the_text_around_the_hit_is_shown_beside_the_list(start: Start) -> None:
    async with start(size=(120, 30)) as program:
        await look_for(program, "中央厨房", "1 篇报告")
        await program.shows("新校舍九月启用")
        row = next(row for row in program.rows if "新校舍九月启用" in row)
        assert row.index("新校舍九月启用") > 40


async def test_the_preview_follows_the_cursor_to_another_hit(start: Start) -> None:
    async with start(size=(120, 24)) as program:
        await look_for(program, "第30排 OR 第50排", "1 篇报告")
        await program.shows("第28排")
        await program.press("down", "down", "down")
        await program.shows("第48排")
        assert "第28排" not in program.text


async def test_a_narrow_screen_keeps_its_room_for_the_list(start: Start) -> None:
    async with start(size=(80, 24)) as program:
        await look_for(program, "中央厨房", "1 篇报告")
        await program.press("down")
        assert not program.app.screen.query("#hit-preview")


async def test_a_report_opens_at_the_hit_under_the_cursor_not_at_the_first(start: Start) -> None:
    async with start(size=(90, 24)) as program:
        await look_for(program, "商户签了", "59 处")
        await program.press("down", *["down"] * 5)
        row = program.app.screen.query_one(HitList).cursor_row
        await program.press("enter")
        screen = program.app.screen
        assert isinstance(screen, ReadingScreen)
        await program.until(lambda: bool(screen.pane.state.search.hits))
        hit = screen.pane.state.search.current_hit
        assert row is not None
        assert hit is not None
        assert hit[0] == row.offset
        assert hit != screen.pane.state.search.hits[0]


async def test_n_leads_on_into_the_next_report_and_back(start: Start) -> None:
    async with start(size=(90, 24)) as program:
        await look_for(program, "供水", "2 篇报告")
        await program.press("down", "enter")
        screen = program.app.screen
        assert isinstance(screen, ReadingScreen)
        first = screen.pane.opened.summary.title
        await program.until(lambda: bool(screen.pane.state.search.hits))
        hits = len(screen.pane.state.search.hits)
        await program.press(*["n"] * hits)
        await program.until(lambda: screen.pane.opened.summary.title != first)
        await program.shows("第 1/")
        second = screen.pane.opened.summary.title
        assert f"《{second}》" in program.text
        await program.press("N")
        await program.until(lambda: screen.pane.opened.summary.title == first)
        await program.shows(f"第 {hits}/{hits} 处")
        await program.press("q")
        assert isinstance(program.app.screen, SearchScreen)


async def test_behind_the_last_report_is_the_end(start: Start) -> None:
    async with start(size=(90, 24)) as program:
        await look_for(program, "中央厨房", "1 篇报告")
        await program.press("down", "enter")
        screen = program.app.screen
        assert isinstance(screen, ReadingScreen)
        await program.until(lambda: bool(screen.pane.state.search.hits))
        await program.press("n")
        await program.shows("后面没有含这些词的报告了")
        await program.press("N")
        await program.shows("前面没有含这些词的报告了")


async def test_whole_words_leave_out_parts_of_words(
    start: Start, library: Library, tmp_path: Path
) -> None:
    texts = {
        "甲.md": "# 劳动党建设\n\n工会组织劳动党建设座谈。\n",
        "乙.md": "# 党建联席会\n\n镇里召开党建联席会，研究路灯问题。\n",
    }
    add(library, tmp_path / "more", texts)
    async with start(size=(100, 24)) as program:
        await look_for(program, "联席", "1 篇报告")
        await program.press("down", "w")
        assert "整词" in program.rows[0]
        await program.until(lambda: "没有找到“联席”" in program.text or "1 篇报告" in program.text)
        await program.press("w")
        await program.shows("1 篇报告")
        assert "整词" not in program.rows[0]


async def test_notes_are_found_on_the_same_screen(start: Start, library: Library) -> None:
    annotate(library, "集市", "市场管理员早晚各巡查一遍", body="供水点要核实")
    async with start(size=(100, 24)) as program:
        await look_for(program, "核实", "批注 1 条")
        assert "供水点要核实" in program.text
        await program.press("down", "enter")
        assert isinstance(program.app.screen, ReadingScreen)
        assert "市场管理员早晚各巡查一遍" in program.text


async def test_dates_and_other_conditions_narrow_together(
    start: Start, library: Library, tmp_path: Path
) -> None:
    add(library, tmp_path / "more", DATED)
    async with start(size=(110, 24)) as program:
        await look_for(program, "路灯", "2 篇报告")
        await program.press("down", "t")
        await program.type("日期")
        await program.press("enter")
        await program.type("2020..2024")
        await program.press("enter")
        await program.shows("1 篇报告")
        assert "岭上乡" in program.text
        await program.press("t")
        await program.type("已读完")
        await program.press("escape", "t")
        await program.type("未读")
        await program.press("enter")
        await program.until(lambda: "未读" in program.rows[0])
        assert "2020..2024" in program.rows[0]
        await program.press("t", "enter")
        await program.shows("2 篇报告")
        assert "2020..2024" not in program.rows[0]


async def test_what_are_no_dates_is_said(start: Start) -> None:
    async with start(size=(110, 24)) as program:
        await look_for(program, "供水", "2 篇报告")
        await program.press("down", "t")
        await program.type("日期")
        await program.press("enter")
        await program.type("去年")
        await program.press("enter")
        await program.shows("“去年”不是日期范围")


async def test_the_arrow_up_offers_earlier_queries(start: Start, library: Library) -> None:
    remember_search(library, "中央厨房")
    async with start(size=(100, 24)) as program:
        await program.press("s", "up", "enter")
        await program.shows("1 篇报告")


async def test_a_passage_that_stands_nowhere_is_looked_for_by_its_words(start: Start) -> None:
    async with start(size=(100, 24)) as program:
        await program.press("s")
        await program.until(lambda: program.app.segmenter.is_ready)
        await program.type("家长验收供水")
        await program.shows("任一词语")
        assert program.app.screen.query_one(HitList).rows
