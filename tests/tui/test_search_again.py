"""Searches narrowed, saved and done again, by keys."""

from tests.tui.conftest import Start, annotate

from reportreader.services.opening import Library
from reportreader.services.saved_searches import list_saved_searches, list_search_history


async def test_a_search_is_narrowed_to_reports_with_notes(start: Start, library: Library) -> None:
    annotate(library, "柳溪镇", "上柳村")
    async with start(size=(110, 24)) as program:
        await program.press("s")
        await program.type("供水")
        await program.shows("2 篇报告")
        await program.press("down", "t")
        await program.type("有批注")
        await program.press("enter")
        await program.shows("1 篇报告")
        assert "有批注" in program.rows[0]
        assert "东沟集市" not in program.text


async def test_a_search_is_saved_recalled_and_forgotten(start: Start, library: Library) -> None:
    async with start(size=(110, 24)) as program:
        await program.press("s")
        await program.type("中央厨房")
        await program.shows("1 篇报告")
        await program.press("enter", "S")
        assert list_saved_searches(library) == ("中央厨房",)
        assert list_search_history(library) == ("中央厨房",)
        await program.press("q", "s")
        await program.type("供水")
        await program.shows("2 篇报告")
        await program.press("enter", "r")
        assert "已保存" in program.text
        await program.press("enter")
        await program.shows("1 篇报告")
        assert "中央厨房" in program.rows[1]
        await program.press("S")
        assert list_saved_searches(library) == ()
        await program.press("U")
        assert list_saved_searches(library) == ("中央厨房",)
