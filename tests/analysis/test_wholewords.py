"""Whole words: a hit counts where the dictionary's words begin and end at its edges."""

import pytest

from reportreader.analysis.queries import Query, find_hits, matches, parse_query
from reportreader.analysis.searchhits import SearchRecord
from reportreader.analysis.wholewords import without_negations
from reportreader.analysis.words import Segmenter
from reportreader.document.document import Document


@pytest.fixture(scope="module")
def segmenter() -> Segmenter:
    return Segmenter(None)


@pytest.mark.parametrize(
    ("text", "query", "whole"),
    [
        ("朝鲜劳动党建党纪念日，抓党建促脱贫", "党建", [12]),
        ("中国人民大学里的国人", "国人", [8]),
        ("人民法院审理民法案件", "民法", [6]),
        ("生产能力和过剩产能", "产能", [7]),
        ("抓好党建引领", "党建", [2]),
        ("抓好党建引领", "党建引领", [2]),
        ("我为群众办实事", "群众", [2]),
        ("抓党\n建工作", "党建", [1]),
        ("ＧＤＰ和GDPs", "gdp", [0]),
        ("2021年和21年", "21", [6]),
        ("农業農村", "农村", [2]),
        ("modern与mod", "mod*", [0, 7]),
        ("用心，用情", "“用心，用情”", [0]),
    ],
)
def test_only_whole_words_are_hits(
    segmenter: Segmenter, text: str, query: str, whole: list[int]
) -> None:
    parsed = parse_query(query)
    every = find_hits(text, parsed)
    found = find_hits(text, parsed, whole_words=segmenter.cut_texts)
    assert [start for start, _ in found] == whole
    assert set(found) <= set(every)


def test_a_document_is_searched_as_its_text_is(segmenter: Segmenter) -> None:
    text = "朝鲜劳动党建党纪念日，抓党建促脱贫"
    query = parse_query("党建 OR 纪念")
    assert find_hits(Document(text=text), query, whole_words=segmenter.cut_texts) == find_hits(
        text, query, whole_words=segmenter.cut_texts
    )


def test_a_negation_rules_out_only_whole_words(segmenter: Segmenter) -> None:
    query = parse_query("纪念日 -党建")
    assert query is not None
    record = SearchRecord(body="朝鲜劳动党建党纪念日")
    assert not matches(query, record)
    assert matches(query, record, whole_words=segmenter.cut_texts)


def test_fields_without_sentences_are_not_cut(segmenter: Segmenter) -> None:
    query = parse_query("标签:党建 标题:党建")
    assert query is not None
    record = SearchRecord(title="党建简报", tags=("劳动党建党",))
    assert matches(query, record, whole_words=segmenter.cut_texts)


def test_a_query_without_its_negations_lets_no_answer_out() -> None:
    assert without_negations(_parsed("党建 -群众")) == parse_query("党建")
    assert without_negations(_parsed("-群众")) is None
    assert without_negations(_parsed("党建 OR -群众")) is None
    assert without_negations(_parsed("党建 引领 -群众")) == parse_query("党建 引领")


def _parsed(text: str) -> Query:
    query = parse_query(text)
    assert query is not None
    return query
