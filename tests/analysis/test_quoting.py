"""Passages as queries."""

import pytest

from reportreader.analysis.queries import Term, find_hits, parse_query
from reportreader.analysis.quoting import exact_query
from reportreader.document.document import Document


@pytest.mark.parametrize(
    ("passage", "query"),
    [
        ("民情恳谈", "民情恳谈"),
        ("用心，用情", '"用心，用情"'),
        ("标题:供水 -口罩", '"标题:供水 -口罩"'),
        ("OR", '"OR"'),
        ("开展“恳谈”活动", "开展 恳谈 活动"),
        ("  \n", ""),
    ],
)
def test_operators_in_a_passage_are_text(passage: str, query: str) -> None:
    assert exact_query(passage) == query


@pytest.mark.parametrize("passage", ["用心，用情", "标题:供水", "修路（二期）", "NOT", "a - b"])
def test_the_query_finds_the_passage(passage: str) -> None:
    parsed = parse_query(exact_query(passage))
    assert isinstance(parsed, Term)
    text = f"前文。{passage}。后文"
    assert list(find_hits(Document(text=text), parsed)) == [(3, 3 + len(passage))]
