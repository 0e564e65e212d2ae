"""Trends by keys: bars, units, and the lines behind a bar."""

import pytest
from tests.tui.conftest import Start

from reportreader.analysis.terms import Term, TermGroup
from reportreader.services.adding import add_bytes
from reportreader.services.keywords import save_term_group
from reportreader.services.opening import Library
from reportreader.tui.screens.concordance import ConcordanceScreen
from reportreader.tui.screens.trend import TrendScreen

_DATED = {
    "来源：青坪镇　2021年3月2日": "村道修路三处，修路用石料。",
    "来源：青坪镇　2022年5月8日": "今年修路一处。",
}


@pytest.fixture
def dated(library: Library) -> Library:
    for number, (source, body) in enumerate(_DATED.items()):
        text = f"第{number}次小结\n{source}\n\n{body}\n"
        assert add_bytes(library, text.encode(), str(number)).report_id is not None
    return library


@pytest.mark.usefixtures("dated")
async def test_t_draws_a_bar_for_each_year_and_enter_lists_its_lines(start: Start) -> None:
    async with start(size=(100, 24)) as program:
        await program.press("L")
        await program.type("修路")
        await program.shows("3 处，2 篇报告")
        await program.press("enter", "t")
        await program.shows("共 3 次")
        bars = {row.split()[0]: row.count("█") for row in program.rows if "█" in row}
        assert set(bars) == {"2021", "2022"}
        assert bars["2021"] > bars["2022"] > 0
        assert "无年份" in program.text
        await program.press("g", "enter")
        await program.shows("2 处，1 篇报告")
        assert isinstance(program.app.screen, ConcordanceScreen)
        await program.press("q")
        assert isinstance(program.app.screen, TrendScreen)


@pytest.mark.usefixtures("dated")
async def test_o_switches_between_years_and_months(start: Start) -> None:
    async with start(size=(100, 24)) as program:
        await program.press("L")
        await program.type("修路")
        await program.shows("3 处")
        await program.press("enter", "t")
        await program.shows("按年")
        await program.press("o")
        await program.shows("2021-03")
        assert "按月" in program.text


async def test_a_group_of_terms_has_a_trend(start: Start, dated: Library) -> None:
    terms = (Term(text="修路"), Term(text="石料"))
    save_term_group(dated, TermGroup(name="交通", terms=terms))
    async with start(size=(100, 24)) as program:
        await program.press("W", "t")
        await program.shows("“交通”的趋势")
        await program.shows("共 4 次")
        await program.press("g", "enter")
        await program.shows("3 处，1 篇报告")


async def test_a_period_without_hits_has_no_lines_to_list(start: Start) -> None:
    async with start(size=(100, 24)) as program:
        await program.press("L")
        await program.type("供水")
        await program.shows("2 处")
        await program.press("enter", "t")
        await program.shows("无年份")
        await program.press("enter")
        assert isinstance(program.app.screen, TrendScreen)
