"""The codebook as a table, and which tags go together."""

import pytest

from reportreader.errors import InputError
from reportreader.notes.annotation import Colour
from reportreader.notes.codebook import Code, parse_codebook_csv, to_codebook_csv

CODES = (
    Code(name="民生/饮水", colour=Colour.BLUE, description="水量，水质\n第二行"),
    Code(name="=公式", description="=1+1"),
    Code(name="整改"),
)


def test_what_is_written_is_read_back() -> None:
    assert parse_codebook_csv(to_codebook_csv(CODES)) == CODES


def test_spreadsheets_show_chinese_and_execute_nothing() -> None:
    written = to_codebook_csv(CODES)
    assert written.startswith("\ufefftag,colour,description")
    assert "\r\n'=公式,,'=1+1," in written


def test_columns_may_come_in_any_order_and_be_missing() -> None:
    assert parse_codebook_csv("Description,TAG\n说明,#民生／饮水\n,\n,整改") == (
        Code(name="民生/饮水", description="说明"),
        Code(name="整改"),
    )


@pytest.mark.parametrize(
    ("text", "row"), [("", 1), ("名称,颜色\n甲,红", 1), ("tag,colour\n甲,red\n乙,橙", 3)]
)
def test_a_table_that_is_no_codebook_is_refused(text: str, row: int) -> None:
    with pytest.raises(InputError) as caught:
        parse_codebook_csv(text)
    assert (caught.value.message_id, caught.value.values["row"]) == ("codebook_malformed", row)
