"""Tokens and phrases agree, judged by a phrase search over the tokens themselves."""

import pytest

from reportreader.analysis.bigrams import index_phrase, index_tokens


def test_han_runs_become_bigrams_with_the_last_character_behind() -> None:
    assert index_tokens("桥头堡，灯塔").split() == ["桥头", "头堡", "堡", "灯塔", "塔"]


def test_letters_and_digits_run_on_into_han() -> None:
    assert index_tokens("N95口罩").split() == ["n9", "95", "5口", "口罩", "罩"]


def test_a_text_without_words_has_no_tokens() -> None:
    assert index_tokens("——……　\n") == ""


@pytest.mark.parametrize(
    ("term", "match", "exact"),
    [
        ("桥头堡", '"桥头 头堡"', True),
        ("桥", '"桥"*', True),
        ("橋 頭", '"桥头"', True),
        ("桥头，堡", '"桥头 头 堡"*', False),
        ("5.8%", '"5 8"', False),
        ("％", "", False),
        ('a" OR b', '"a or r b"*', False),
    ],
)
def test_terms_become_quoted_phrases(term: str, match: str, *, exact: bool) -> None:
    phrase = index_phrase(term)
    assert (phrase.match, phrase.exact) == (match, exact)
