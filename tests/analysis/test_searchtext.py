"""The searched form drops white space that says nothing and remembers where it was."""

import pytest

from reportreader.analysis.searchtext import SearchText, search_form


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("社 区\n书\u3000屋", "社区书屋"),
        ("投入 10 万元", "投入10万元"),
        ("big   data\nplan", "big data plan"),
        ("他说： “好”。\n\n下段", '他说:"好".下段'),
        ("甲\t乙", "甲\t乙"),
        ("零\u200b宽 co\u200bde", "零宽code"),
        ("  首尾 \n", "首尾"),
        ("", ""),
    ],
)
def test_white_space_that_says_nothing(text: str, form: str) -> None:
    assert search_form(text) == form


def test_intervals_lead_back_to_the_text() -> None:
    text = "今 年\n\n新建 12 处  Big  Data 站"
    prepared = SearchText(text)
    start = prepared.searched.index("年新")
    assert text[slice(*prepared.interval(start, start + 2))] == "年\n\n新"
    start = prepared.searched.index("big data")
    assert text[slice(*prepared.interval(start, start + 8))] == "Big  Data"
