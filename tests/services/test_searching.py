"""Search through the index gives what reading every report would give."""

import random
import re
from itertools import pairwise

import pytest

from reportreader.analysis.queries import find_hits, matches, parse_query
from reportreader.analysis.words import Segmenter
from reportreader.errors import NotFoundError
from reportreader.library.documents import load_text
from reportreader.library.search_records import make_record
from reportreader.library.standing import current_version
from reportreader.notes.annotation import AnnotationKind, ReportId
from reportreader.services.adding import add_bytes
from reportreader.services.annotating import AnnotationDraft, add_annotation, tag_reports
from reportreader.services.browsing import ReportFilter, Shelf, list_reports, remove_reports
from reportreader.services.opening import Library
from reportreader.services.reading import open_report
from reportreader.services.searching import (
    ReportHits,
    SearchOrder,
    next_report_with_hits,
    search_document,
    search_library,
)
from reportreader.services.snippets import make_snippets

_PIECES = (
    "全县完成饮水工程三十处",
    "山区管网老化",
    "组织开展“民情恳谈”活动，听取群众意见",
    "发放N95口罩1.6万只",
    "農村公路養護三百公里",
    "建立 巡查\n制度",
    "GDP增长5.8%",
    "①修路②架桥",
)
_WORDS = (
    "饮水",
    "水",
    "群众",
    "管网老化",
    "民情恳谈",
    "农村公路",
    "巡查制度",
    "N9*",
    "5.8%",
    "gdp",
    "“恳谈”活动，",
    "①",
    "%",
)
_FIELDS = ("", "", "", "标题:", "正文:", "来源:", "标签:", "笔记:")


@pytest.fixture
def many(library: Library) -> Library:
    """A library of forty short reports put together at random, some with notes and tags."""
    choices = random.Random(7)  # noqa: S311  texts, not secrets
    for number in range(40):
        pieces = choices.sample(_PIECES, choices.randint(1, 4))
        text = (
            f"{choices.choice(_PIECES)[:6]}情况\n来源：{choices.choice(('水务局', '交通局'))}　202{number % 4}年1月2日\n\n"
            + "。\n".join(pieces)
        )
        report_id = add_bytes(library, f"{text}。第{number}号\n".encode(), str(number)).report_id
        assert report_id is not None
        if number % 5 == 0:
            opened = open_report(library, report_id)
            draft = AnnotationDraft(kind=AnnotationKind.HIGHLIGHT, start=0, end=4, body="查饮水")
            add_annotation(library, opened, draft)
            tag_reports(library, [report_id], "民生/饮水")
    return library


def _by_reading(library: Library, query: str) -> set[ReportId]:
    parsed = parse_query(query)
    if parsed is None:
        return set()
    return {
        one.report_id
        for one in list_reports(library)
        if matches(parsed, make_record(library, one.report_id, parsed))
    }


def _report_id(hits: ReportHits) -> ReportId:
    return hits.summary.report_id


def _by_index(library: Library, query: str) -> set[ReportId]:
    results = search_library(library, query, limit=1000)
    assert results.is_complete
    assert results.total_reports == len(results.hits)
    return {hit.summary.report_id for hit in results.hits}


def test_random_queries(many: Library) -> None:
    choices = random.Random(11)  # noqa: S311  queries, not secrets

    def query(depth: int) -> str:
        kind = choices.random()
        if depth > 2 or kind < 0.5:
            return choices.choice(_FIELDS) + choices.choice(_WORDS)
        if kind < 0.55:
            return choices.choice(("日期:2021", "日期:2021..2022", "日期:..2020-06"))
        left, right = query(depth + 1), query(depth + 1)
        if kind < 0.7:
            return f"{left} {right}"
        if kind < 0.82:
            return f"({left} OR {right})"
        return f"{left} -({right})"

    asked = {query(0) for _ in range(300)}
    found = {one: _by_index(many, one) for one in asked}
    assert found == {one: _by_reading(many, one) for one in asked}
    assert sum(bool(ids) for ids in found.values()) > 100


@pytest.mark.parametrize(
    "query",
    [
        "",
        " ",
        '"',
        "(((",
        "NOT",
        "-",
        "标题:",
        ") OR (",
        "NEAR(饮 水)",
        "^饮",
        "{title}: 饮",
        "*",
        "\0",
    ],
)
def test_what_makes_no_sense_is_answered_all_the_same(many: Library, query: str) -> None:
    assert _by_index(many, query) == _by_reading(many, query)


def test_snippets_show_the_hits_where_they_stand(many: Library) -> None:
    results = search_library(many, "农村公路 OR 巡查制度")
    assert results.hits
    for hit in results.hits:
        text = load_text(many, current_version(many, hit.summary.report_id))
        assert hit.count >= len(hit.snippets) >= 1
        for snippet in hit.snippets:
            raw = text[snippet.offset : snippet.offset + len(snippet.text)]
            assert raw.replace("\n", " ") == snippet.text
            assert snippet.hit_ranges
            for start, end in snippet.hit_ranges:
                assert "".join(snippet.text[start:end].split()) in ("農村公路", "巡查制度")
    assert results.total_hits == sum(hit.count for hit in results.hits)


def test_the_first_answer_to_what_is_in_many_reports_are_the_newest(many: Library) -> None:
    query = "饮水 OR 群众 OR 口罩"
    at_once = search_library(many, query, limit=5, at_once=True)
    thorough = search_library(many, query, limit=5)
    assert (at_once.is_weighed, thorough.is_weighed) == (False, True)
    assert at_once.is_complete
    assert at_once.total_reports == thorough.total_reports > 5
    newest = sorted(_by_index(many, query), reverse=True)[:5]
    assert [hit.summary.report_id for hit in at_once.hits] == newest


def test_an_answer_at_once_is_the_thorough_one_where_little_is_found(many: Library) -> None:
    for query in ("巡查制度", "N9*", "水", "“恳谈”活动，", "标题:饮水 -口罩"):
        at_once = search_library(many, query, at_once=True)
        thorough = search_library(many, query)
        assert sorted(at_once.hits, key=_report_id) == sorted(thorough.hits, key=_report_id)
        assert (at_once.total_reports, at_once.total_hits, at_once.is_complete) == (
            thorough.total_reports,
            thorough.total_hits,
            True,
        )


def test_one_character_in_many_reports_is_not_counted_at_once(many: Library) -> None:
    few = search_library(many, "年", limit=5, at_once=True)
    assert (len(few.hits), few.is_complete, few.is_weighed) == (5, False, False)
    assert [hit.summary.report_id for hit in few.hits] == sorted(
        (hit.summary.report_id for hit in few.hits), reverse=True
    )


def test_the_trash_is_not_searched(many: Library) -> None:
    before = _by_index(many, "饮水")
    gone = min(before)
    remove_reports(many, [gone])
    assert _by_index(many, "饮水") == before - {gone}


def test_filters_narrow_a_search(many: Library) -> None:
    tagged = search_library(many, "群众 OR 饮水", report_filter=ReportFilter(tag="民生"))
    assert {hit.summary.tags for hit in tagged.hits} == {("民生/饮水",)}
    trash = search_library(many, "饮水", report_filter=ReportFilter(shelf=Shelf.TRASH))
    assert trash.total_reports == 0


def test_orders_of_results(many: Library) -> None:
    by_date = search_library(many, "饮水", order=SearchOrder.DATE).hits
    dates = [hit.summary.date for hit in by_date]
    assert dates == sorted(dates, reverse=True)
    best = search_library(many, "饮水").hits[0]
    assert "饮水" in best.summary.title or best.count > 0


def test_a_long_phrase_found_nowhere_falls_back_to_its_words(many: Library) -> None:
    words = {"管网老化巡查制度": ("管网", "老化", "巡查", "制度"), "管网飞船": ("管网", "飞船")}
    exact = search_library(many, "管网老化巡查制度")
    assert (exact.total_reports, exact.relaxed) == (0, "")
    asked: list[str] = []

    def cut(text: str) -> tuple[str, ...]:
        asked.append(text)
        return words[text]

    every = search_library(many, "管网老化巡查制度", words=cut)
    assert every.relaxed == "searching.relaxed_to_all"
    assert every.total_reports == len(_by_index(many, "管网 老化 巡查 制度")) > 0
    some = search_library(many, "管网飞船", words=cut)
    assert some.relaxed == "searching.relaxed_to_any"
    search_library(many, "饮水", words=cut)
    assert asked == ["管网老化巡查制度", "管网飞船"]


def test_search_in_one_report(library: Library, water: ReportId) -> None:
    document = open_report(library, water).document
    hits = search_document(document, "饮水 OR 管网")
    assert [document.text[start:end] for start, end in hits] == ["饮水", "饮水", "管网", "管网"]
    assert search_document(document, "") == ()


def test_snippets_prefer_windows_with_more_different_hits() -> None:
    text = "甲。" + "一" * 50 + "。甲乙。" + "二" * 50 + "。乙。"
    hits = [(index, index + 1) for index, mark in enumerate(text) if mark in "甲乙"]
    (best,) = make_snippets(text, hits, count=1, length=10)
    assert best.text.startswith("甲乙")
    assert make_snippets(text, (), count=3, length=10) == ()
    all_of_them = make_snippets(text, hits, count=9, length=10)
    assert sum(len(one.hit_ranges) for one in all_of_them) == len(hits)


def test_a_record_of_an_unknown_report(library: Library) -> None:
    parsed = parse_query("饮水")
    assert parsed is not None
    with pytest.raises(NotFoundError):
        make_record(library, ReportId(5), parsed)


_WHOLE_TEXTS = (
    "各村抓党建促振兴",
    "党建引领基层治理",
    "朝鲜劳动党建党纪念日",
    "劳动党建党，抓党建",
    "水利工程",
)
_WHOLE_QUERIES = (
    "党建",
    "党建 治理",
    "党建 OR 水利",
    "纪念日 -党建",
    "-党建",
    "正文:党建",
    "标题:党建",
)


@pytest.fixture(scope="module")
def segmenter() -> Segmenter:
    return Segmenter(None)


def test_whole_words_answer_as_reading_every_report_would(
    library: Library, segmenter: Segmenter
) -> None:
    for number, text in enumerate(_WHOLE_TEXTS):
        add_bytes(library, f"第{number}号\n\n{text}。\n".encode(), f"{number}.txt")
    for typed in _WHOLE_QUERIES:
        query = parse_query(typed)
        assert query is not None
        expected = {
            report.report_id
            for report in list_reports(library)
            if matches(
                query,
                make_record(library, report.report_id, query),
                whole_words=segmenter.cut_texts,
            )
        }
        results = search_library(library, typed, whole_words=segmenter.cut_texts)
        assert {hits.summary.report_id for hits in results.hits} == expected, typed
        assert results.total_reports == len(expected)
        assert results.is_complete


def test_hits_shown_for_whole_words_are_whole(library: Library, segmenter: Segmenter) -> None:
    add_bytes(library, "纪念\n\n劳动党建党，抓党建。\n".encode(), "a.txt")
    (every,) = search_library(library, "党建").hits
    (whole,) = search_library(library, "党建", whole_words=segmenter.cut_texts).hits
    assert (every.count, whole.count) == (2, 1)
    (snippet,) = whole.snippets
    ((start, end),) = snippet.hit_ranges
    assert snippet.text[start - 1 : end] == "抓党建"


def test_whole_words_of_many_reports_are_counted_at_least(
    library: Library, segmenter: Segmenter
) -> None:
    with library.transaction():
        for number in range(120):
            add_bytes(library, f"第{number}号\n\n抓党建{number}。\n".encode(), f"{number}.txt")
    some = search_library(library, "党建", whole_words=segmenter.cut_texts, at_once=True)
    assert not some.is_complete
    assert 50 <= some.total_reports < 120
    every = search_library(library, "党建", whole_words=segmenter.cut_texts, weigh_all=True)
    assert every.is_complete
    assert every.total_reports == 120


def test_next_report_goes_through_the_list_of_results(many: Library) -> None:
    for order in SearchOrder:
        results = search_library(many, "水", order=order)
        shown = [hits.summary.report_id for hits in results.hits if hits.count]
        for before, after in pairwise(shown):
            forward = next_report_with_hits(many, "水", before, order=order)
            back = next_report_with_hits(many, "水", after, order=order, step=-1)
            assert forward is not None
            assert back is not None
            assert (forward.summary.report_id, back.summary.report_id) == (after, before)
            assert forward.count > 0
        assert next_report_with_hits(many, "水", shown[-1], order=order) is None
        assert next_report_with_hits(many, "水", shown[0], order=order, step=-1) is None


def test_next_report_passes_over_those_with_a_hit_in_the_title_only(
    library: Library, water: ReportId, roads: ReportId
) -> None:
    assert next_report_with_hits(library, "没有这样的话", water) is None
    found = next_report_with_hits(library, "群众 OR 来源:交通局", water, order=SearchOrder.DATE)
    assert found is not None
    assert found.summary.report_id == roads


def test_of_a_common_character_the_first_answer_is_the_newest_reports(library: Library) -> None:
    added = [
        add_bytes(
            library, f"第{number}号简报\n{'水' * (number % 3)}情如下。".encode(), f"{number}.txt"
        )
        for number in range(60)
    ]
    holding = [one.report_id for number, one in enumerate(added) if number % 3][::-1]
    for query in ("水", "水 NOT 第1号"):
        found = search_library(library, query, limit=10, at_once=True)
        assert [hits.summary.report_id for hits in found.hits] == holding[:10]
        assert (found.is_complete, found.is_weighed) == (False, False)
    everything = search_library(library, "水", limit=len(holding), at_once=True)
    assert everything.is_complete
    assert everything.total_reports == len(holding)
    assert search_library(library, "水", limit=10).total_reports == len(holding)


def test_few_weighed_reports_are_the_newest_and_those_titled_so(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reportreader.library.ranking.WEIGHED", 5)
    with library.transaction():
        add_bytes(library, "饮水情况\n\n饮水。\n".encode(), "titled.txt")
        for number in range(20):
            text = f"第{number}号\n\n{'饮水' * (20 - number)}，其他话。\n"
            add_bytes(library, text.encode(), f"{number}.txt")
    some = search_library(library, "饮水", limit=5)
    assert not some.is_weighed
    assert some.total_reports == 21
    assert some.hits[0].summary.title == "饮水情况"
    newest = {f"第{number}号" for number in range(15, 20)}
    assert {hits.summary.title for hits in some.hits[1:]} < newest
    assert len(search_library(library, "饮水", limit=10).hits) == 10
    every = search_library(library, "饮水", weigh_all=True)
    assert every.is_weighed
    assert len(every.hits) == 21


def test_a_filter_and_a_trash_narrow_an_indexed_search(many: Library) -> None:
    everything = search_library(many, "水")
    first = everything.hits[0].summary.report_id
    remove_reports(many, [first])
    left = search_library(many, "水")
    assert left.total_reports == everything.total_reports - 1
    assert first not in {hits.summary.report_id for hits in left.hits}
    trash = search_library(many, "水", report_filter=ReportFilter(shelf=Shelf.TRASH))
    assert [hits.summary.report_id for hits in trash.hits] == [first]
    for hits in left.hits:
        text = load_text(many, current_version(many, hits.summary.report_id))
        assert hits.count == len(find_hits(text, parse_query("水")))


def test_no_extract_begins_or_ends_in_the_midst_of_a_hit() -> None:
    text = "甲" * 10 + "党建" + "乙" * 35 + "党建" + "丙" * 60 + "党建" + "丁" * 20
    hits = [match.span() for match in re.finditer("党建", text)]
    for length in range(2, 60):
        extracts = make_snippets(text, hits, count=9, length=length)
        lit = [one.text[start:end] for one in extracts for start, end in one.hit_ranges]
        assert lit == ["党建"] * 3
