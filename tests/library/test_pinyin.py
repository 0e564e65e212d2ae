"""Pinyin initials of common, rare and traditional characters."""

import pytest

from reportreader.library.listing import initials_patterns
from reportreader.library.pinyin import initials


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("盘龙区党史教学", "plqdsjx"),
        ("政府工作报告(2024年)", "zfgzbg2024n"),
        ("啊八擦搭蛾发噶", "abcdefg"),
        ("亳州市泸县睢宁", "bzslxsn"),
        ("瞿昙寺饕餮", "qtstt"),
        ("漢語報告", "hybg"),
        ("A股 IPO", "agipo"),
        ("，。——", ""),
        ("座", "z"),
        ("齄", "z"),
    ],
)
def test_initials(title: str, expected: str) -> None:
    assert initials(title) == expected


def test_letters_may_be_cut_into_runs_of_two_or_more() -> None:
    assert initials_patterns("pljx") == ("%pljx%", "%pl%jx%")
    assert initials_patterns("zfg") == ("%zfg%",)


@pytest.mark.parametrize("typed", ["z", "政府", "a%b", "2024", "abcdefghijklmnop", ""])
def test_what_cannot_be_initials_gives_no_pattern(typed: str) -> None:
    assert initials_patterns(typed) == ()
