import pytest

from reportreader.typography.shown_text import shown_text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("推进改革,落实任务", "推进改革，落实任务"),
        ("今年(1至6月)共12,345元", "今年（1至6月）共12,345元"),
        ("时间:8:30", "时间：8:30"),
        ("in a(b), c; d", "in a(b), c; d"),
        ("完成了吗?完成了!", "完成了吗？完成了！"),
        ("“好”,他说", "“好”，他说"),
        ("增长(GDP)较快", "增长（GDP）较快"),
    ],
)
def test_ascii_marks_beside_han_become_full_width(text: str, shown: str) -> None:
    assert shown_text(text, full_width_punctuation=True) == shown


def test_marks_stay_as_they_are_unless_asked() -> None:
    assert shown_text("推进,落实") == "推进,落实"


@pytest.mark.parametrize(
    "character", ["\x00", "\x1b", "\x7f", "\x9b", "\u202e", "\u2028", "\ud800"]
)
def test_no_control_character_is_painted(character: str) -> None:
    shown = shown_text(f"文{character}字")
    assert len(shown) == 3
    assert shown.isprintable()


def test_white_space_inside_a_line_is_painted_as_spaces() -> None:
    assert shown_text("甲\t乙\n丙") == "甲 乙 丙"
