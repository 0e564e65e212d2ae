"""The review queue by keys: candidates, decisions, undo, and placing by hand."""

from pathlib import Path

import pytest
from tests.tui.conftest import REPORTS, Program, Start, annotate

from reportreader.notes.annotation import PlacedAnnotation, PlacedBy
from reportreader.services.adding import add_paths
from reportreader.services.noting import AnnotationFilter, list_annotations
from reportreader.services.opening import Library
from reportreader.services.reviewing import list_reviews
from reportreader.tui.screens.placing import PlacingScreen

QUOTE = "全镇铺设管网三十公里，上柳村先通水。"
GONE = "年底前更换全部老旧水表。"


@pytest.fixture(autouse=True)
def changed(library: Library, tmp_path: Path) -> None:
    """One annotated passage was reworded, another taken out."""
    annotate(library, "柳溪镇", QUOTE)
    annotate(library, "柳溪镇", GONE)
    path = tmp_path / "reports" / "供水.md"
    text = REPORTS["供水.md"].replace("三十公里", "三十二公里").replace(GONE, "已全部办结。")
    path.write_text(text, encoding="utf-8")
    assert add_paths(library, [path]).new_versions == 1


async def show(program: Program) -> None:
    await program.press("C")
    await program.shows("候选 1/")


def placed(library: Library, quote: str) -> PlacedAnnotation:
    (found,) = [
        one.placed
        for one in list_annotations(library, AnnotationFilter())
        if one.placed.annotation.quote == quote
    ]
    return found


def style_of(program: Program, text: str) -> set[str]:
    """Names of the text styles of the first piece on the screen that is `text`."""
    for strip in program.strips:
        for segment in strip:
            style = segment.style
            if segment.text == text and style is not None:
                named = {"strike": style.strike, "underline": style.underline, "bold": style.bold}
                return {name for name, is_on in named.items() if is_on}
    return set()


async def test_old_and_new_stand_side_by_side_with_the_difference_marked(start: Start) -> None:
    async with start(size=(100, 30)) as program:
        await show(program)
        assert "待核对批注 2 条" in program.text
        assert "原来的文字" in program.text
        assert "underline" in style_of(program, "二")
        await program.press("j")
        await program.until(
            lambda: "strike" in style_of(program, GONE) or "没有相近" in program.text
        )


async def test_an_accepted_candidate_leaves_the_queue_and_undo_brings_it_back(
    start: Start, library: Library
) -> None:
    async with start(size=(100, 30)) as program:
        await show(program)
        await program.press("enter")
        assert "待核对批注 1 条" in program.text
        assert "位置已定" in program.text
        assert placed(library, QUOTE).placement.placed_by is PlacedBy.PERSON
        await program.press("U")
        await program.shows("待核对批注 2 条")
        assert len(list_reviews(library)) == 2


async def test_kept_without_a_place(start: Start, library: Library) -> None:
    async with start(size=(100, 30)) as program:
        await show(program)
        await program.press("j", "-")
        assert "待核对批注 1 条" in program.text
        assert placed(library, GONE).placement.placed_by is PlacedBy.PERSON
        assert placed(library, GONE).placement.start is None


async def test_a_place_is_selected_by_hand_in_the_report(start: Start, library: Library) -> None:
    async with start(size=(100, 30)) as program:
        await show(program)
        await program.press("p")
        assert isinstance(program.app.screen, PlacingScreen)
        await program.shows("再按 Enter 把批注放在这里")
        await program.press("V", "enter")
        await program.shows("待核对批注 1 条")
        placement = placed(library, QUOTE).placement
        assert placement.placed_by is PlacedBy.PERSON
        assert len(list_annotations(library, AnnotationFilter())) == 2


async def test_going_back_from_the_report_decides_nothing(start: Start, library: Library) -> None:
    async with start(size=(100, 30)) as program:
        await show(program)
        await program.press("p", "1", "q")
        assert "待核对批注 2 条" in program.text
        assert len(list_reviews(library)) == 2


async def test_an_empty_queue_says_so(start: Start, library: Library) -> None:
    async with start(size=(100, 30)) as program:
        await show(program)
        await program.press("-", "-")
        assert "没有待核对的批注" in program.text
        assert not program.app.screen.query_one("#comparison").display
        await program.press("enter", "p", "-", "n")
        assert len(list_annotations(library, AnnotationFilter())) == 2


async def test_an_import_that_leaves_something_says_so(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "reports" / "供水.md"
    async with start(size=(160, 30)) as program:
        path.write_text(REPORTS["供水.md"].replace("三十公里", "四十公里"), encoding="utf-8")
        await program.press("a")
        await program.type(str(path))
        await program.press("enter")
        await program.shows("条批注待核对（C）")


async def test_the_notes_screen_counts_the_same_queue(start: Start) -> None:
    async with start(size=(100, 30)) as program:
        await program.press("A")
        assert "待核对 2" in program.text
        await program.press("C")
        await program.shows("候选 1/")
        await program.press("enter", "q")
        assert "待核对 1" in program.text
