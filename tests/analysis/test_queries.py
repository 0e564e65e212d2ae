"""What can be typed, and what it finds."""

import pytest

from reportreader.analysis.queries import (
    And,
    DateRange,
    Not,
    Or,
    Query,
    SearchField,
    SearchRecord,
    Term,
    find_hits,
    matches,
    parse_query,
    relax,
)
from reportreader.document.document import Document
from reportreader.document.metadata import Metadata, MetadataField, MetadataItem

A, B, C = Term(text="甲乙"), Term(text="丙丁"), Term(text="戊己")
TITLE_A = Term(text="甲乙", field=SearchField.TITLE)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("甲乙", A),
        ("甲乙 丙丁", And(parts=(A, B))),
        ("甲乙 AND 丙丁 && 戊己", And(parts=(A, B, C))),
        ("甲乙 OR 丙丁", Or(parts=(A, B))),
        ("甲乙｜丙丁|戊己", Or(parts=(A, B, C))),
        ("甲乙 丙丁 OR 戊己", Or(parts=(And(parts=(A, B)), C))),
        ("甲乙 （丙丁 OR 戊己）", And(parts=(A, Or(parts=(B, C))))),
        ("甲乙 -丙丁", And(parts=(A, Not(part=B)))),
        ("甲乙 NOT (丙丁)", And(parts=(A, Not(part=B)))),
        ("标题:甲乙", TITLE_A),
        ("標題：“甲乙”", TITLE_A),
        ("title: 甲乙", TITLE_A),
        ("标题:-甲乙", Not(part=TITLE_A)),
        (
            "标题:(甲乙 日期:2020)",
            And(parts=(TITLE_A, DateRange(first="2020-01-01", last="2020-12-31"))),
        ),
        ('"甲乙 丙丁"', Term(text="甲乙 丙丁")),
        ("modern*", Term(text="modern", prefix=True)),
        ("日期:2021-10..2022", DateRange(first="2021-10-01", last="2022-12-31")),
        ("date:2020年2月", DateRange(first="2020-02-01", last="2020-02-29")),
        ("日期:..2020-03-05", DateRange(last="2020-03-05")),
        ("日期:2020..", DateRange(first="2020-01-01")),
        ("日期:去年", Term(text="去年")),
        ("10：30", Term(text="10：30")),
        ("甲乙 OR", A),
        ("甲乙)", A),
        ("((甲乙", A),
        ("甲乙 - 丙丁", And(parts=(A, B))),
    ],
)
def test_reading_a_query(typed: str, meant: Query) -> None:
    assert parse_query(typed) == meant


@pytest.mark.parametrize(
    "typed", ["", "  ", '"', "(((", "OR", "- -", "*", "()", "标题:", '""', "NOT"]
)
def test_queries_that_ask_for_nothing(typed: str) -> None:
    assert parse_query(typed) is None


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("水库", True),
        ("水 庫", True),
        ("库", True),
        ("水库 -完工", False),
        ("水库 OR 堤坝", True),
        ("标题:水库", False),
        ("标题:简报", True),
        ("笔记:重要", True),
        ("重要", False),
        ("标签:水利", True),
        ("来源:县报", True),
        ("日期:2021", True),
        ("日期:2021-04..", False),
        ('"完工，通水"', True),
        ('"完工。通水"', False),
        ("ROAD*", True),
        ("OAD*", False),
        ("oad", True),
    ],
)
def test_matching_a_record(typed: str, *, expected: bool) -> None:
    record = SearchRecord(
        title="春季简报",
        body="三座水\n库完工， 通水。Roads ahead",
        notes=("很重要",),
        tags=("民生/水利",),
        source="县报",
        date="2021-03-09T08:00",
    )
    query = parse_query(typed)
    assert query is not None
    assert matches(query, record) is expected


@pytest.mark.parametrize(
    ("date", "inside"),
    [
        ("2021", True),
        ("2021-09", False),
        ("2021-10", True),
        ("2022-12-31T23:59", True),
        ("2023", False),
        ("", False),
        ("--03-11", False),
    ],
)
def test_dates_known_in_part(date: str, *, inside: bool) -> None:
    assert DateRange(first="2021-10-01", last="2022-12-31").holds(date) is inside


def hit_texts(text: str, typed: str) -> list[str]:
    return [text[start:end] for start, end in find_hits(text, parse_query(typed))]


def test_hits_keep_the_spelling_and_the_breaks_of_the_text() -> None:
    assert hit_texts("社区書\n屋，社 区书屋", "社区书屋") == ["社区書\n屋", "社 区书屋"]


def test_hits_inside_longer_hits_are_left_out() -> None:
    assert hit_texts("社区书屋在社区", "社区 OR 社区书屋") == ["社区书屋", "社区"]


def test_negated_terms_show_nothing() -> None:
    assert hit_texts("社区书屋", "社区 -书屋") == ["社区"]


def test_title_terms_are_lit_where_the_title_stands() -> None:
    title = MetadataItem(field=MetadataField.TITLE, value="社区简报", start=0, end=4)
    document = Document(text="社区简报\n社区新闻", metadata=Metadata(items=(title,)))
    assert find_hits(document, parse_query("标题:社区")) == [(0, 2)]
    assert find_hits(document, parse_query("社区")) == [(0, 2), (5, 7)]


def test_a_long_term_is_relaxed_to_its_words() -> None:
    assert relax(Term(text="甲乙丙丁"), ["甲乙", "丙丁", "，"]) == (
        And(parts=(A, B)),
        Or(parts=(A, B)),
    )
    assert relax(A, ["甲乙"]) is None
    assert relax(And(parts=(A, B)), ["甲", "乙"]) is None


def test_single_characters_of_a_relaxed_query_are_left_out_where_words_remain() -> None:
    term = Term(text="修好的在水厂")
    relaxed = relax(term, ["修好", "的", "在", "水厂"])
    assert relaxed is not None
    assert relaxed[1] == Or(parts=(Term(text="修好"), Term(text="水厂")))
    few = relax(term, ["的", "水厂"])
    assert few is not None
    assert few[1] == Or(parts=(Term(text="的"), Term(text="水厂")))
