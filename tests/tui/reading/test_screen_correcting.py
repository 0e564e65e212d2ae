"""The reader corrects headings, their levels and names, title and date; each with one key."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest

from reportreader.library.partpacking import NOTHING
from reportreader.services.browsing import get_report
from reportreader.services.correcting import list_corrections
from reportreader.services.opening import Library, open_library
from reportreader.services.reading import open_report

Open = Callable[..., AbstractAsyncContextManager[Any]]

WIDE = (120, 40)


def outline(reader: Any) -> list[tuple[int, str]]:
    """What the outline of the screen lists: depth and title."""
    return [(row.depth, row.title) for row in reader.pane.outline.rows]


def on_disk(reader: Any) -> list[tuple[int, str]]:
    """Level and title of every section, read by a connection of its own."""
    with open_library(reader.app.library.path, create=False) as library:
        sections = open_report(library, reader.report_id).document.sections
    return [(section.level, section.title) for section in sections]


async def to_outline(reader: Any, title: str) -> None:
    """Focus the outline with its cursor on a section."""
    await reader.press("tab")
    pane = reader.pane.outline
    while pane is not reader.screen.focused:
        await reader.press("tab")
    pane.cursor = [row.title for row in pane.rows].index(title)


async def test_a_section_moves_a_level_with_its_subsections_and_back(open_reader: Open) -> None:
    async with open_reader(size=WIDE) as reader:
        before = on_disk(reader)
        await to_outline(reader, "二、主要做法")
        await reader.press(">")
        assert on_disk(reader)[3:6] == [(2, "二、主要做法"), (3, "入户走访"), (3, "资金筹措")]
        assert (1, "二、主要做法") in outline(reader)
        assert reader.pane.outline.cursor_row.title == "二、主要做法"
        assert "按 U 撤销" in reader.status
        await reader.press("<")
        assert on_disk(reader) == before


async def test_level_one_is_the_outermost(open_reader: Open) -> None:
    async with open_reader(size=WIDE) as reader:
        before = on_disk(reader)
        await to_outline(reader, "二、主要做法")
        await reader.press("<")
        assert "已经是第 1 级" in reader.status
        assert on_disk(reader) == before


async def test_what_is_no_heading_leaves_outline_and_page_and_is_undone(
    open_reader: Open,
) -> None:
    async with open_reader(size=WIDE) as reader:
        before = on_disk(reader)
        await to_outline(reader, "水质检测")
        await reader.press("x")
        assert "水质检测" not in [title for _, title in outline(reader)]
        assert len(on_disk(reader)) == len(before) - 1
        await reader.press("U")
        assert on_disk(reader) == before
        assert [title for _, title in outline(reader)] == [title for _, title in before]


async def test_a_section_is_renamed_and_gets_its_own_name_back(open_reader: Open) -> None:
    async with open_reader(size=WIDE) as reader:
        await to_outline(reader, "入户走访")
        await reader.press("r")
        await reader.type("（四月）")
        await reader.press("enter")
        assert (1, "入户走访（四月）") in outline(reader)
        await reader.press("r", "ctrl+u", "enter")
        assert (1, "入户走访") in outline(reader)


async def test_headings_that_touch_are_joined(open_reader: Open) -> None:
    async with open_reader(size=WIDE) as reader:
        await to_outline(reader, "一、进展情况")
        await reader.press("J")
        assert outline(reader)[0] == (0, "一、进展情况管网铺设")
        assert any("一、进展情况管网铺设" in row for row in reader.rows)


async def test_joining_with_a_heading_behind_text_makes_that_one_text(open_reader: Open) -> None:
    async with open_reader(size=WIDE) as reader:
        await to_outline(reader, "管网铺设")
        await reader.press("J")
        titles = [title for _, title in outline(reader)]
        assert titles[:3] == ["一、进展情况", "管网铺设", "二、主要做法"]


async def test_the_outline_says_why_and_how_sure(open_reader: Open) -> None:
    async with open_reader(size=WIDE) as reader:
        await to_outline(reader, "入户走访")
        await reader.press("i")
        assert "把握 100%" in reader.status
        assert "标题格式" in reader.status


async def test_a_selection_becomes_a_heading_of_its_section(open_reader: Open) -> None:
    async with open_reader(size=WIDE) as reader:
        await reader.select("本报告说明全镇")
        await reader.press("H")
        assert reader.selected == ""
        assert (1, "本报告说明全镇") in on_disk(reader)
        assert "定为标题" in reader.status
        await reader.press("U")
        assert (1, "本报告说明全镇") not in on_disk(reader)


async def test_the_place_stays_while_the_structure_changes(open_reader: Open) -> None:
    async with open_reader(size=WIDE) as reader:
        await reader.go_to("松林村的水质检测")
        place = reader.state.place
        await to_outline(reader, "管网铺设")
        await reader.press("x")
        assert reader.state.place == place


@pytest.mark.parametrize(
    ("key", "typed", "field"), [("D", "2024-07-01", "date"), ("O", "柳溪供水", "title")]
)
@pytest.mark.parametrize("in_outline", [False, True])
async def test_title_and_date_are_corrected_in_the_text_and_in_the_outline(
    open_reader: Open, key: str, typed: str, field: str, *, in_outline: bool
) -> None:
    async with open_reader(size=WIDE) as reader:
        if in_outline:
            await to_outline(reader, "管网铺设")
        await reader.press(key, "ctrl+u")
        await reader.type(typed)
        await reader.press("enter")
        with open_library(reader.app.library.path, create=False) as library:
            assert getattr(get_report(library, reader.report_id), field) == typed


async def test_what_is_no_date_is_refused_with_an_example(open_reader: Open) -> None:
    async with open_reader(size=WIDE) as reader:
        await reader.screen.run_action("correct_date")
        await reader.pilot.pause()
        await reader.type("去年")
        await reader.press("enter")
        assert "2021-03" in reader.status
        assert list_corrections(reader.app.library, reader.report_id) == ()


async def test_another_window_s_correction_appears(open_reader: Open, library: Library) -> None:
    async with open_reader(size=WIDE) as reader:
        await to_outline(reader, "水质检测")
        await reader.press("x")
        with open_library(library.path, create=False) as other:
            from reportreader.services.annotating import undo

            undo(other)
        reader.app.notice_changes()
        await reader.settle()
        assert "水质检测" in [title for _, title in outline(reader)]


async def test_reports_of_an_older_program_are_read_anew_behind_the_first_page(
    open_reader: Open, library: Library
) -> None:
    async with open_reader(size=WIDE) as reader:
        await to_outline(reader, "水质检测")
        await reader.press("x")
        expected = on_disk(reader)
    with library.transaction():
        library.execute("UPDATE block_pack SET sections = ?", (NOTHING,))
        library.execute("UPDATE report_version SET structure_version = 1")
        library.execute("DELETE FROM meta WHERE name = 'structure_version'")
    async with open_reader(size=WIDE) as reader:
        await reader.settle()
        await reader.settle()
        assert on_disk(reader) == expected
        reader.app.notice_changes()
        await reader.settle()
        await reader.press("t")
        assert [title for _, title in outline(reader)] == [title for _, title in expected]
