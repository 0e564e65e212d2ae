"""The words of a command line, by the conventions of GNU."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportreader.cli.arguments import Argument, UsageError, parse

WORD = Argument(name="NAME", help="x", is_required=True)
REST = Argument(name="FILE", help="x", is_many=True)
SWITCH = Argument(name="--json", short="-j", help="x")
VALUE = Argument(name="--colour", metavar="COLOUR", choices=("red", "blue"), help="x")
MANY = Argument(name="--tag", metavar="TAG", is_many=True, help="x")
NUMBER = Argument(name="--limit", metavar="N", is_number=True, default="5", help="x")
ALL = (WORD, REST, SWITCH, VALUE, MANY, NUMBER)


def test_options_stand_before_between_and_behind_words() -> None:
    options = parse(ALL, ["-j", "甲", "--tag", "民生", "乙", "--tag=党建", "丙"])
    assert options.flag("--json")
    assert options.text("NAME") == "甲"
    assert options.texts("FILE") == ("乙", "丙")
    assert options.texts("--tag") == ("民生", "党建")
    assert options.number("--limit") == 5


def test_the_last_of_a_single_option_counts() -> None:
    assert parse(ALL, ["甲", "--colour", "red", "--colour=blue"]).text("--colour") == "blue"


def test_two_dashes_end_the_options_and_one_dash_is_a_word() -> None:
    assert parse(ALL, ["-", "--", "--json", "-x"]).texts("FILE") == ("--json", "-x")
    assert parse(ALL, ["-"]).text("NAME") == "-"


def test_an_option_may_take_a_value_that_looks_like_one() -> None:
    assert parse(ALL, ["甲", "--tag", "--json"]).texts("--tag") == ("--json",)


def test_a_value_may_be_empty_and_counts_as_given() -> None:
    options = parse(ALL, ["甲", "--tag="])
    assert options.flag("--tag")
    assert options.text("--tag") == ""


def test_what_was_not_given_is_empty() -> None:
    options = parse(ALL, ["甲"])
    assert not options.flag("--json")
    assert options.text("--colour") == ""
    assert options.texts("--tag") == ()
    assert options.number("--colour") is None


def test_a_required_word_behind_many_gets_the_last() -> None:
    many_first = (REST, WORD)
    options = parse(many_first, ["甲", "乙", "丙"])
    assert (options.texts("FILE"), options.text("NAME")) == (("甲", "乙"), "丙")


@pytest.mark.parametrize(
    ("words", "message_id"),
    [
        ([], "word_missing"),
        (["甲", "--nope"], "option_unknown"),
        (["甲", "-x"], "option_unknown"),
        (["甲", "--json=1"], "option_takes_no_value"),
        (["甲", "--tag"], "option_needs_value"),
        (["甲", "--colour", "pink"], "value_not_a_choice"),
        (["甲", "--limit", "-3"], "value_not_a_number"),
        (["甲", "--limit", "九"], "value_not_a_number"),
        (["甲", "--limit", "1" * 30], "value_not_a_number"),
    ],
)
def test_what_does_not_fit_is_named(words: list[str], message_id: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse(ALL, words)
    assert caught.value.message_id == message_id


def test_a_word_too_many_is_named() -> None:
    with pytest.raises(UsageError) as caught:
        parse((WORD,), ["甲", "乙"])
    assert caught.value.values == {"word": "乙"}


PLAIN = st.text(max_size=6).filter(lambda word: not word.startswith("-"))


@given(st.lists(PLAIN), st.lists(PLAIN))
def test_no_word_and_no_value_is_lost(words: list[str], tags: list[str]) -> None:
    given_tags = [piece for tag in tags for piece in ("--tag", tag)]
    options = parse((REST, MANY), [*words, *given_tags])
    assert list(options.texts("FILE")) == words
    assert list(options.texts("--tag")) == tags
