"""Search in all reports, and the reader's own terms, by keys."""

from tests.tui.conftest import Start

from reportreader.services.keywords import list_term_groups
from reportreader.services.opening import Library
from reportreader.tui.screens.library import LibraryScreen
from reportreader.tui.screens.reading import ReadingScreen
from reportreader.tui.screens.search import SearchScreen


async def test_results_come_while_typing_grouped_by_report(start: Start) -> None:
    async with start(size=(90, 24)) as program:
        await program.press("s")
        await program.type("供水")
        await program.shows("2 篇报告")
        assert "柳溪镇供水改造报告" in program.text
        assert "供水点增加到六处" in program.text
        await program.type("点")
        await program.shows("1 篇报告")
        assert "柳溪镇" not in program.text


async def test_what_is_found_nowhere_is_said(start: Start) -> None:
    async with start(size=(90, 24)) as program:
        await program.press("s")
        await program.type("航天")
        await program.shows("没有找到“航天”")


async def test_enter_opens_the_report_at_the_hit(start: Start) -> None:
    async with start(size=(90, 24)) as program:
        await program.press("s")
        await program.type("中央厨房")
        await program.shows("1 篇报告")
        await program.press("down", "enter")
        assert isinstance(program.app.screen, ReadingScreen)
        assert "中央厨房" in program.text
        await program.press("q")
        assert isinstance(program.app.screen, SearchScreen)


async def test_the_next_report_is_one_key_away(start: Start) -> None:
    async with start(size=(90, 24)) as program:
        await program.press("s")
        await program.type("供水")
        await program.shows("2 篇报告")
        await program.press("down", "right_square_bracket", "enter")
        assert isinstance(program.app.screen, ReadingScreen)


async def test_escape_goes_back_to_the_query_and_then_away(start: Start) -> None:
    async with start(size=(90, 24)) as program:
        await program.press("s")
        await program.type("供水")
        await program.shows("2 篇报告")
        await program.press("down", "escape")
        assert program.app.focused is not None
        assert program.app.focused.id == "search-query"
        await program.press("escape")
        assert isinstance(program.app.screen, LibraryScreen)


async def test_term_groups_are_added_switched_and_deleted(start: Start, library: Library) -> None:
    async with start(size=(90, 24)) as program:
        await program.press("W")
        assert "还没有关注词" in program.text
        await program.press("a")
        await program.type("饮水安全")
        await program.press("tab")
        await program.pilot.app.screen.query_one("#note-body").run_action("select_all")
        program.app.screen.query_one("#note-body").insert("水表 = 水表具\n供水*管网")  # type: ignore[attr-defined]
        await program.press("ctrl+s")
        (group,) = list_term_groups(library)
        assert group.name == "饮水安全"
        assert [term.spellings for term in group.terms] == [("水表", "水表具")]
        assert group.patterns == ("供水*管网",)
        assert "水表 = 水表具" in program.text
        await program.press("K")
        assert not list_term_groups(library)[0].enabled
        await program.press("x")
        assert list_term_groups(library) == ()
        await program.press("U")
        assert len(list_term_groups(library)) == 1


async def test_a_group_is_kept_to_a_tag(start: Start, library: Library) -> None:
    async with start(size=(90, 30)) as program:
        await program.press("W", "a")
        await program.type("基层")
        await program.press("tab", "tab")
        await program.type("#党建")
        await program.press("ctrl+s")
        (group,) = list_term_groups(library)
        assert (group.scope.value, group.scope_value) == ("tag", "党建")
