"""Long stretches of very short lines are listings: paragraphs, and no pass looks for more."""

from reportreader.document.block import Block, BlockKind, Blocks
from reportreader.document.document import Document
from reportreader.structure import find_structure, refine_structure

REPORT = (
    "一、基本情况\n县档案馆认真做好各项工作，全年接待查档群众，按时完成上级交办的任务。\n"
    "二、主要做法\n坚持每周集中学习一次，深入乡镇开展业务指导，帮助整理历年档案。\n"
)


def test_cells_of_a_long_table_are_paragraphs_and_no_headings() -> None:
    text = "".join(f"{number % 9 + 1}.{number % 7}\n" for number in range(3000))
    document = find_structure(text)
    assert document.sections == ()
    assert {block.kind for block in document.blocks} == {BlockKind.PARAGRAPH}
    assert len(document.blocks) == 3000


def test_report_above_a_long_table_keeps_its_headings() -> None:
    padding = "各乡镇按照统一部署，逐村逐户核对数据，及时上报，没有发现漏报和重报的情况。\n" * 1000
    document = find_structure(REPORT + padding + "甲村\n乙村\n" * 2000)
    assert [section.title for section in document.sections] == ["一、基本情况", "二、主要做法"]


def test_short_table_is_no_listing() -> None:
    document = find_structure(REPORT + "甲村\n乙村\n丙村\n" * 20)
    assert [section.title for section in document.sections] == ["一、基本情况", "二、主要做法"]


def test_paragraphs_of_an_office_file_can_be_a_listing() -> None:
    text = "".join(f"一、{number % 7}\n" for number in range(2500))
    blocks, start = [], 0
    for line in text.split("\n")[:-1]:
        blocks.append(Block(start=start, end=start + len(line)))
        start += len(line) + 1
    assert refine_structure(Document(text=text, blocks=Blocks(blocks))).sections == ()
