"""Reading the file again from within the report, by keys: encodings, whole page, place, notes."""

from pathlib import Path

import pytest
from tests.tui.conftest import Program, Start, annotate

from reportreader.ingest.manner import Manner
from reportreader.library.standing import current_encoding, current_version
from reportreader.notes.annotation import ReportId
from reportreader.services.adding import add_paths
from reportreader.services.opening import Library

TEXT = "柳溪镇河道清淤报告\n\n" + "".join(
    f"第{number}段河道清淤三百米，两岸新修步道，沿河住户参加了验收。\n\n" for number in range(1, 41)
)
PAGE = (
    "<html><head><title>青坪小学食堂通报</title></head><body><nav>首页　校务　家校</nav><div>"
    + "".join(
        f"<p>第{number}周食堂菜谱公布在校门口，家长委员会派人留样检查，孩子们都说好吃。</p>"
        for number in range(1, 30)
    )
    + "</div><footer>青坪小学办公室主办</footer></body></html>"
)


@pytest.fixture
def garbled(library: Library, tmp_path: Path) -> Path:
    """A report that was read in the wrong encoding."""
    path = tmp_path / "清淤.txt"
    path.write_bytes(TEXT.encode("gb18030"))
    (added,) = add_paths(library, [path], manner=Manner(encoding="latin-1")).files
    assert added.report_id is not None
    return path


@pytest.fixture
def page(library: Library, tmp_path: Path) -> Path:
    """A report that is a web page."""
    path = tmp_path / "食堂.html"
    path.write_text(PAGE, encoding="utf-8")
    assert add_paths(library, [path]).added == 1
    return path


@pytest.fixture
def misread(library: Library, tmp_path: Path) -> ReportId:
    """A web page whose bytes speak for UTF-8, in which it was not to be read."""
    path = tmp_path / "旧页.html"
    path.write_text(PAGE, encoding="utf-8")
    (added,) = add_paths(library, [path], manner=Manner(encoding="latin-1")).files
    assert added.report_id is not None
    return added.report_id


@pytest.fixture
def gone(page: Path) -> Path:
    """The file of the web page has been deleted."""
    page.unlink()
    return page


def shows(program: Program, words: str) -> bool:
    return words in program.text


async def open_newest(program: Program) -> None:
    await program.press("enter")


async def test_a_garbled_report_is_read_in_another_encoding(start: Start, garbled: Path) -> None:
    async with start() as program:
        await open_newest(program)
        await program.press("R")
        assert shows(program, "GB18030")
        await program.type("GB")
        await program.press("enter")
        await program.until(lambda: shows(program, "河道清淤报告"))
        assert shows(program, "已重新读取")


async def test_the_same_text_is_said_to_be_the_same(start: Start, page: Path) -> None:
    async with start() as program:
        await open_newest(program)
        await program.press("R", "enter")
        await program.until(lambda: shows(program, "与现在的相同"))


async def test_the_whole_page_comes_and_goes_at_the_same_place(
    start: Start, library: Library, page: Path
) -> None:
    annotate(library, "食堂", "第20周食堂菜谱")
    async with start() as program:
        await open_newest(program)
        await program.press("G")
        await program.until(lambda: shows(program, "第29周"))
        top = next(row.split("周")[0] for row in program.rows if "周食堂" in row)
        await program.press("P")
        await program.until(lambda: shows(program, "已重新读取，1 条批注"))
        assert shows(program, top)
        await program.press("G")
        assert shows(program, "青坪小学办公室主办")
        await program.press("P")
        await program.until(lambda: not shows(program, "青坪小学办公室主办"))


async def test_the_article_comes_back_in_the_encoding_chosen_by_hand(
    start: Start, library: Library, misread: ReportId
) -> None:
    article = current_version(library, misread)
    async with start() as program:
        await open_newest(program)
        await program.press("P")
        await program.until(lambda: current_version(library, misread) != article)
        await program.press("P")
        await program.until(lambda: current_version(library, misread) == article)
        assert not shows(program, "食堂")


async def test_the_whole_page_is_chosen_from_the_list_in_the_encoding_chosen_by_hand(
    start: Start, library: Library, misread: ReportId
) -> None:
    article = current_version(library, misread)
    async with start() as program:
        await open_newest(program)
        await program.press("R")
        await program.type("整页")
        await program.press("enter")
        await program.until(lambda: current_version(library, misread) != article)
        assert current_encoding(library, misread) == "iso8859-1"


async def test_a_file_that_is_gone_is_told(start: Start, gone: Path) -> None:
    async with start() as program:
        await open_newest(program)
        await program.press("P")
        await program.until(lambda: shows(program, "已不在原处"))


async def test_only_a_page_has_a_whole_page(start: Start, garbled: Path) -> None:
    async with start() as program:
        await open_newest(program)
        before = program.text
        await program.press("P")
        assert program.text == before
