"""What reaches the text of a report can neither steer a terminal nor hide."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportreader.ingest.sanitising import MARK_LIMIT, sanitise, sanitise_line

STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff"
    "\ufff9-\ufffb\u3164\uffa0\U000e0000-\U000e007f\ud800-\udfff]|[\u0300-\u036f]{9,}"
)


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("甲\x1b]0;名\x07乙", "甲␛]0;名␇乙"),
        ("\x9b31m红", "␦31m红"),
        ("文件\u202etxt.exe", "文件␦txt.exe"),
        ("a\x7fb\x00c", "a␡b␀c"),
        ("甲\U000e0041乙", "甲␦乙"),
        ("甲\ufeff乙", "甲␦乙"),
        ("字" + "\u0301" * 10, "字" + "\u0301" * 8 + "◌◌"),
        ("名\udcff称", "名␦称"),
        ("列\t二\n行", "列\t二\n行"),
        ("👨\u200d👩\u200d👧 ❤\ufe0f", "👨\u200d👩\u200d👧 ❤\ufe0f"),
        ("葛\U000e0100", "葛\U000e0100"),
    ],
)
def test_a_steering_character_becomes_a_visible_sign(hostile: str, shown: str) -> None:
    assert sanitise(hostile) == shown


@given(st.text(st.characters(exclude_categories=())))
def test_length_stays_and_nothing_steering_is_left(text: str) -> None:
    clean = sanitise(text)
    assert len(clean) == len(text)
    assert not STEERING.search(clean)
    assert sanitise(clean) == clean


def test_every_control_and_format_character_is_replaced_but_joiners() -> None:
    kept = {
        chr(code)
        for code in range(0x110000)
        if unicodedata.category(chr(code)) in {"Cc", "Cs"} and sanitise(chr(code)) == chr(code)
    }
    assert kept == {"\t", "\n"}


def test_ordinary_text_is_the_same_object_of_value() -> None:
    text = "一、总体要求（2021年）——“放管服”改革……\n\t第二行"
    assert sanitise(text) == text


def test_marks_are_kept_up_to_the_limit() -> None:
    text = "e" + "\u0301" * MARK_LIMIT
    assert sanitise(text) == text


def test_a_line_holds_no_line_break_or_tab() -> None:
    assert sanitise_line("题\n目\t一\r") == "题 目 一␍"
