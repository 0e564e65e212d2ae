"""Keyword in context, rates and keyness."""

import math

import pytest

from reportreader.analysis.concordance import (
    ConcordanceLine,
    ContextOrder,
    Keyness,
    count_characters,
    find_concordance,
    keyness,
    rate,
    sort_lines,
)
from reportreader.analysis.queries import parse_query
from reportreader.analysis.searchtext import SearchText
from reportreader.document.document import Document
from reportreader.document.span import Join

TEXT = "山上种茶树。\n坡下种茶花，\n渠边种茶\n树。"
DOCUMENT = Document(text=TEXT, joins=(Join(start=18, end=19),))


def lines(typed: str, context_length: int = 4) -> list[ConcordanceLine]:
    return list(find_concordance(DOCUMENT, parse_query(typed), context_length=context_length))


def test_lines_show_what_is_read_around_a_hit() -> None:
    assert lines("茶树") == [
        ConcordanceLine(left="山上种", keyword="茶树", right="。 坡下", offset=3),
        ConcordanceLine(left=" 渠边种", keyword="茶树", right="。", offset=17),
    ]


def test_a_prepared_text_gives_the_same() -> None:
    query = parse_query("种茶")
    assert find_concordance(DOCUMENT, query, prepared=SearchText(TEXT)) == find_concordance(
        DOCUMENT, query
    )


@pytest.mark.parametrize(
    ("order", "offsets"),
    [
        (ContextOrder.TEXT, [2, 9, 16]),
        (ContextOrder.RIGHT, [9, 16, 2]),
        (ContextOrder.LEFT, [16, 2, 9]),
        (ContextOrder.KEYWORD, [2, 9, 16]),
    ],
)
def test_sorting_by_context(order: ContextOrder, offsets: list[int]) -> None:
    found = sort_lines(reversed(lines("种茶")), order)
    assert [line.offset for line in found] == offsets


def test_sorting_by_the_left_context_reads_it_backwards() -> None:
    made = [
        ConcordanceLine(left=left, keyword="茶", right="", offset=offset)
        for offset, left in enumerate(("ba", "ab", "ca"))
    ]
    assert [line.left for line in sort_lines(made, ContextOrder.LEFT)] == ["ba", "ca", "ab"]


def test_length_in_characters() -> None:
    assert count_characters("GDP增长5.8%，good job") == 7
    assert rate(3, 6_000) == 5.0
    assert rate(3, 0) == 0.0


def test_keyness_of_phrases() -> None:
    found = keyness({"茶园": 30, "会议": 10}, 1_000, {"会议": 20, "水库": 15}, 2_000)
    assert [each.phrase for each in found] == ["茶园", "会议", "水库"]
    tea, meeting, water = found
    assert math.isclose(tea.score, 2 * 30 * math.log(3))
    assert meeting.score == 0.0
    assert water.score < 0
    assert tea.is_significant
    assert not meeting.is_significant


def test_keyness_against_nothing() -> None:
    assert keyness({"茶园": 3}, 100, {}, 0) == (
        Keyness(phrase="茶园", score=0.0, count=3, other_count=0),
    )
