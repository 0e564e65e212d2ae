"""Tables of contents are furniture: their headings stand in the text once more."""

import pytest
from tests.ingest.packages import make_docx, paragraph
from tests.ingest.pdfs import Placed, make_pdf

from reportreader.document.block import BlockKind
from reportreader.document.document import Document
from reportreader.ingest.contents_lines import is_contents_line
from reportreader.ingest.reading import read_bytes

ENTRIES = ["一、总体情况", "二、存在问题", "三、下步打算"]
DETAIL = "柳溪县坚持问题导向，逐村摸排，逐项整改，群众喝上了放心水，村里的老人都说好。"


@pytest.mark.parametrize(
    "line",
    [
        "目　录",
        "目次",
        "一、总体情况………………1",
        "总体情况 ........................ 12",
        "附表 · · · · · ".replace(" ", "") + "(3)",
        "第一章 总则\t1",
        "2.1 水源\t14",
    ],
)
def test_heads_and_entries_are_known(line: str) -> None:
    assert is_contents_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "录",
        "目录编制工作已经完成",
        "话没有说完……12",
        "合计\t320",
        "一、总体情况",
        "2021年7月5日",
    ],
)
def test_other_lines_are_none(line: str) -> None:
    assert not is_contents_line(line)


def _furniture(document: Document) -> list[str]:
    return [
        document.text[block.start : block.end]
        for block in document.blocks
        if block.kind is BlockKind.FURNITURE
    ]


def test_the_contents_of_a_word_document_are_no_outline() -> None:
    contents = [f"{entry}………………{number}" for number, entry in enumerate(ENTRIES, 1)]
    text = [line for entry in ENTRIES for line in (entry, DETAIL)]
    body = "".join(map(paragraph, ["柳溪县水务发展报告", "目　录", *contents, *text]))
    document = read_bytes(make_docx(body), "甲.docx").document
    assert document.title == "柳溪县水务发展报告"
    assert _furniture(document) == ["目　录", *contents]
    assert [section.title for section in document.sections] == ENTRIES


def test_entries_of_a_pdf_that_fill_their_lines_are_not_joined() -> None:
    contents = [f"{entry}{'…' * 18}{number}" for number, entry in enumerate(ENTRIES, 1)]
    lines = [*contents, *(line for entry in ENTRIES for line in (entry, DETAIL[:25], DETAIL[25:]))]
    page = [Placed(72, 780 - 20 * number, line) for number, line in enumerate(lines)]
    document = read_bytes(make_pdf([page]), "甲.pdf").document
    assert _furniture(document) == contents
    assert [section.title for section in document.sections] == ENTRIES
