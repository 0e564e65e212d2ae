"""Cells that cover several columns or rows keep the others in their columns."""

import pytest

from reportreader.document.block import BlockKind
from reportreader.ingest.formats.html import read_page
from reportreader.ingest.formats.html_tables import MOST_COLUMNS

WORDS = "全县新建水厂十二座，惠及三万二千人，群众喝上了放心水。"


def rows(table: str) -> list[str]:
    page = f"<html><body><p>{WORDS}</p><table>{table}</table><p>{WORDS}</p></body></html>"
    document = read_page(page, whole=True)
    blocks = [block for block in document.blocks if block.kind is BlockKind.TABLE_ROW]
    return [document.text[block.start : block.end] for block in blocks]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("<tr><td>甲<td>乙<tr><td>丙<td>丁", ["甲\t乙", "丙\t丁"]),
        ("<tr><td colspan=2>合计<td>三", ["合计\t\t三"]),
        ("<tr><td>三<td colspan=2>合计", ["三\t合计\t"]),
        ("<tr><td rowspan=2>东乡<td>甲<tr><td>乙<tr><td>丙<td>丁", ["东乡\t甲", "\t乙", "丙\t丁"]),
        ("<tr><td>甲<td rowspan=2>乙<tr><td>丙<tr><td>丁", ["甲\t乙", "丙\t", "丁"]),
        ("<tr><td rowspan=2 colspan=2>甲<td>乙<tr><td>丙", ["甲\t\t乙", "\t\t丙"]),
        ("<tr><td colspan=x rowspan=-1>甲<td>乙", ["甲\t乙"]),
        ("<tr><td>甲<table><tr><td colspan=9>内</table><td>乙", ["甲 内\t乙"]),
    ],
)
def test_cells_keep_their_columns(table: str, expected: list[str]) -> None:
    assert rows(table) == expected


def test_a_cell_of_absurd_width_is_cut() -> None:
    (row,) = rows("<tr><td colspan=99999>甲<td colspan=99999 rowspan=99999>乙<td>丙")
    assert row.count("\t") <= MOST_COLUMNS
    assert row.replace("\t", "") == "甲乙丙"
