"""Searches narrowed, saved and done again, by keys."""

import pytest
from tests.tui.conftest import Start, annotate
from textual import events

from reportreader.services.opening import Library
from reportreader.services.saved_searches import list_saved_searches, list_search_history
from reportreader.tui.widgets.line_input import LineInput


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


@pytest.mark.parametrize(
    ("key", "shown"),
    [("w", "整词  "), ("t", "检索哪些报告"), ("r", "以前的检索")],
    ids=["words", "filter", "recall"],
)
async def test_keys_with_alt_work_while_the_query_is_typed(
    start: Start, key: str, shown: str
) -> None:
    async with start(size=(110, 30)) as program:
        await program.press("s")
        await program.type("供水")
        await program.shows("2 篇报告")
        # A terminal sends ESC and the letter, which Textual gives as this key with its character.
        program.app.post_message(events.Key(f"alt+{key}", key))
        await program.pilot.pause()
        await program.shows(shown)
        assert program.app.screen_stack[1].query_one(LineInput).value == "供水"
