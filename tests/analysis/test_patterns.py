"""Regular expressions in a text: what they match, what they refuse, when they give up."""

import pytest

from reportreader.analysis.patterns import find_pattern, pattern_hits
from reportreader.errors import InputError


def test_hits_are_the_intervals_that_match() -> None:
    text = "第1排\n第22排\n排水"
    assert pattern_hits(text, r"第\d+排") == ((0, 3), (4, 8))


def test_edges_are_those_of_lines() -> None:
    assert pattern_hits("排水\n引水", "^引") == ((3, 4),)


def test_empty_matches_are_no_hits() -> None:
    assert pattern_hits("甲乙", "丙*") == ()


@pytest.mark.parametrize("pattern", ["(", "[", "*甲", "(?P<a", "\\"])
def test_what_cannot_be_read_is_refused(pattern: str) -> None:
    with pytest.raises(InputError) as raised:
        pattern_hits("甲", pattern)
    assert raised.value.message_id == "pattern_invalid"


def test_what_takes_too_long_is_given_up() -> None:
    with pytest.raises(InputError) as raised:
        pattern_hits("a" * 5000 + "b", r"(a|a|aa)+$", seconds=0.05)
    assert raised.value.message_id == "pattern_too_slow"


@pytest.mark.parametrize(
    ("query", "pattern"),
    [("re:第.排", "第.排"), ("re：第.排", "第.排"), ("re:", ""), ("第re:", None), ("第", None)],
)
def test_a_pattern_is_told_from_words(query: str, pattern: str | None) -> None:
    assert find_pattern(query) == pattern
