"""Versions by keys: what was added, splitting off, merging, former texts, undo."""

from pathlib import Path

import pytest
from tests.tui.conftest import REPORTS, Program, Start, annotate

from reportreader.services.adding import add_paths
from reportreader.services.browsing import ReportFilter, count_reports, list_reports
from reportreader.services.noting import AnnotationFilter, list_annotations
from reportreader.services.opening import Library
from reportreader.services.regrouping import list_versions

FORMER = "全镇铺设管网三十公里"
PRESENT = "全镇铺设管网五十公里"


@pytest.fixture(autouse=True)
def changed(library: Library, tmp_path: Path) -> None:
    """One report has two versions, with a note made on the first."""
    annotate(library, "柳溪镇", "上柳村先通水")
    path = tmp_path / "reports" / "供水.md"
    path.write_text(REPORTS["供水.md"].replace("三十公里", "五十公里"), encoding="utf-8")
    assert add_paths(library, [path]).new_versions == 1


def version_count(library: Library, title: str) -> int:
    (summary,) = list_reports(library, ReportFilter(text=title))
    return len(list_versions(library, summary.report_id))


async def go_to(program: Program, title: str) -> None:
    await program.press("slash")
    await program.type(title)
    await program.press("enter")


async def test_versions_are_listed_and_a_former_one_is_read(start: Start) -> None:
    async with start() as program:
        await go_to(program, "柳溪镇")
        await program.press("i")
        assert "第 2 版（现用）" in program.text
        assert "第 1 版" in program.text
        await program.press("down", "enter", "enter")
        assert FORMER in program.text
        await program.press("q", "i", "enter", "enter")
        assert PRESENT in program.text


async def test_a_version_is_split_off_and_undo_puts_it_back(start: Start, library: Library) -> None:
    async with start() as program:
        await go_to(program, "柳溪镇")
        await program.press("i", "enter", "down", "enter")
        assert "拆成单独的报告？" in program.text
        await program.press("n")
        assert count_reports(library, ReportFilter()) == 4
        await program.press("i", "enter", "down", "enter", "y")
        assert "已拆成单独的报告" in program.text
        assert count_reports(library, ReportFilter()) == 5
        await program.press("U")
        assert count_reports(library, ReportFilter()) == 4
        assert version_count(library, "柳溪镇") == 2


async def test_two_selected_reports_become_versions_of_one(start: Start, library: Library) -> None:
    async with start() as program:
        await go_to(program, "青坪")
        await program.press("v", "escape")
        await go_to(program, "青坪")
        await program.press("m")
        await program.type("东沟")
        await program.press("enter")
        assert "哪一篇是现在的文字" in program.text
        await program.type("青坪")
        await program.press("enter", "y")
        assert "已合并为一篇报告" in program.text
        assert version_count(library, "青坪") == 2
        await program.press("U")
        assert version_count(library, "青坪") == 1
        assert count_reports(library, ReportFilter()) == 4


async def test_more_than_two_cannot_be_merged_at_once(start: Start, library: Library) -> None:
    async with start() as program:
        await program.press("V", "m")
        assert "选中两篇报告" in program.text
        assert count_reports(library, ReportFilter()) == 4


async def test_what_was_added_says_what_it_was_taken_for_and_that_is_changed(
    start: Start, library: Library
) -> None:
    async with start() as program:
        await program.press("D")
        assert "第 2 版  《柳溪镇供水改造报告》" in program.text
        assert "新报告  《青坪小学搬迁工作总结》" in program.text
        await program.press("enter")
        await program.type("另一篇报告")
        await program.press("enter", "y")
        assert count_reports(library, ReportFilter()) == 5
        assert len(list_annotations(library, AnnotationFilter())) == 1
