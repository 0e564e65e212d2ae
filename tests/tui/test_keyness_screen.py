"""Two sets of reports compared on the screen, by keys."""

from pathlib import Path

import pytest
from tests.tui.conftest import Program, Start

from reportreader.services.adding import add_paths
from reportreader.services.opening import Library
from reportreader.settings.values import Settings
from reportreader.tui.screens.concordance import ConcordanceScreen
from reportreader.tui.screens.keyness import KeynessScreen
from reportreader.tui.widgets.keyness_list import KeynessList


@pytest.fixture
def two_years(library: Library, tmp_path: Path) -> None:
    """Reports of 2019 about wells, of 2023 about lamps, twenty each."""
    folder = tmp_path / "years"
    folder.mkdir()
    for number in range(20):
        (folder / f"井{number}.md").write_text(
            f"# 第{number}村打井情况\n\n来源：甲地日报　2019年3月2日\n\n"
            + f"村里打了机井，机井水质合格，机井由专人看管，{number}户用上了水。\n" * 3,
            encoding="utf-8",
        )
        (folder / f"灯{number}.md").write_text(
            f"# 第{number}村路灯情况\n\n来源：乙地日报　2023年3月2日\n\n"
            + f"村里装了路灯，路灯亮化主街，路灯坏了当天修，{number}户夜里出门方便了。\n" * 3,
            encoding="utf-8",
        )
    assert add_paths(library, [folder]).added == 40


async def compare_years(program: Program) -> None:
    """2019 on the left, 2023 on the right."""
    await program.press("Y")
    await program.type("2019")
    await program.press("enter")
    await program.type("2023")
    await program.press("enter")
    await program.shows("左组多用")


@pytest.mark.usefixtures("two_years")
async def test_phrases_of_either_set_are_listed_with_their_counts(start: Start) -> None:
    async with start(size=(120, 30)) as program:
        await compare_years(program)
        wells = next(row for row in program.rows if row.lstrip().startswith("机井"))
        lamps = next(row for row in program.rows if row.lstrip().startswith("路灯"))
        assert "左" in wells
        assert "右" in lamps
        assert "20 篇" in program.rows[1]


@pytest.mark.usefixtures("two_years")
async def test_the_list_is_sorted_by_count(start: Start) -> None:
    async with start(size=(120, 30)) as program:
        await compare_years(program)
        await program.press("o", "o")
        assert "按右组次数" in program.rows[-2]
        assert "右" in program.rows[3]
        rows = program.app.screen.query_one(KeynessList).rows
        counts = [int(row.right.replace(",", "")) for row in rows]
        assert counts == sorted(counts, reverse=True)


@pytest.mark.usefixtures("two_years")
async def test_enter_lists_where_the_phrase_stands(start: Start) -> None:
    async with start(size=(120, 30)) as program:
        await compare_years(program)
        phrase = program.app.screen.query_one(KeynessList).rows[0].phrase
        await program.press("enter")
        assert isinstance(program.app.screen, ConcordanceScreen)
        await program.shows("20 篇报告")
        assert phrase in program.rows[1]


@pytest.mark.usefixtures("two_years")
async def test_selected_reports_are_compared_with_all(start: Start) -> None:
    async with start(size=(120, 30)) as program:
        await program.press("/")
        await program.type("打井")
        await program.press("enter", "V", "Y")
        assert isinstance(program.app.screen, KeynessScreen)
        await program.shows("左组多用")
        assert "选中的 20 篇" in program.rows[1]
        assert "机井" in program.text


@pytest.mark.usefixtures("two_years")
async def test_a_set_is_chosen_by_a_search(start: Start) -> None:
    async with start(size=(120, 30)) as program:
        await program.press("Y")
        await program.type("按检索")
        await program.press("enter")
        await program.type("机井")
        await program.press("enter")
        await program.type("2023")
        await program.press("enter")
        await program.shows("左组多用")
        assert "机井" in program.rows[1]


@pytest.mark.usefixtures("two_years")
async def test_phrases_are_written_to_a_file(start: Start, tmp_path: Path) -> None:
    folder = tmp_path / "exports"
    async with start(size=(120, 30), settings=Settings(export_folder=str(folder))) as program:
        await compare_years(program)
        await program.press("E")
        await program.shows("已导出到")
    (path,) = folder.iterdir()
    assert path.suffix == ".csv"
    assert "机井" in path.read_text(encoding="utf-8")


@pytest.mark.usefixtures("two_years")
async def test_a_narrow_screen_shows_phrase_counts_and_score(start: Start) -> None:
    async with start(size=(80, 24)) as program:
        await compare_years(program)
        wells = next(row for row in program.rows if row.lstrip().startswith("机井"))
        assert "180" in wells
