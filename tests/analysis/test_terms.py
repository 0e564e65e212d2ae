"""The reader's terms, found all at once."""

import pytest

from reportreader.analysis.searchtext import search_form
from reportreader.analysis.terms import (
    Term,
    TermGroup,
    TermMatcher,
    TermScope,
    matcher_of,
    search_forms,
)


def group(*terms: str, patterns: tuple[str, ...] = (), enabled: bool = True) -> TermGroup:
    return TermGroup(
        name="g", terms=tuple(Term(text=term) for term in terms), patterns=patterns, enabled=enabled
    )


def found(text: str, *groups: TermGroup) -> list[tuple[str, int]]:
    return [(text[start:end], number) for start, end, number in TermMatcher(groups).find(text)]


def test_the_longest_term_wins() -> None:
    assert found("茶园管理办法", group("茶园"), group("茶园管理"), group("管理办法")) == [
        ("茶园管理", 1)
    ]


def test_the_longer_of_two_that_overlap_wins() -> None:
    assert found("甲乙丙丁戊", group("甲乙丙"), group("丙丁戊己", "乙丙丁戊")) == [("乙丙丁戊", 1)]


def test_terms_are_found_as_a_search_finds_them() -> None:
    assert found("茶 園，ＧＤＰ", group("茶园", "gdp")) == [("茶 園", 0), ("ＧＤＰ", 0)]


def test_single_characters_and_aliases() -> None:
    aliased = TermGroup(name="g", terms=(Term(text="茶", aliases=("咖啡",)),))
    assert found("茶与咖啡", aliased) == [("茶", 0), ("咖啡", 0)]


@pytest.mark.parametrize(
    ("pattern", "text", "hits"),
    [
        ("第*中学", "第三中学和第，中学", ["第三中学"]),
        ("第?中学", "第三中学、第十五中学", ["第三中学"]),
        ("*", "什么", []),
        ("a+b", "a+b aab", ["a+b"]),
    ],
)
def test_patterns(pattern: str, text: str, hits: list[str]) -> None:
    assert [hit for hit, _ in found(text, group(patterns=(pattern,)))] == hits


def test_a_group_that_is_off_finds_nothing() -> None:
    assert found("茶园", group("茶园", enabled=False), group("茶")) == [("茶", 1)]


def test_a_window_shows_what_the_whole_shows() -> None:
    text = "春茶园管理办法。" * 50
    matcher = TermMatcher([group("茶园"), group("茶园管理"), group("管理办法"), group("春茶")])
    whole = matcher.find(text)
    for start in range(0, len(text), 7):
        window = matcher.find(text, start, start + 20)
        assert window == [hit for hit in whole if hit[1] > start and hit[0] < start + 20]


def test_scopes() -> None:
    tagged = TermGroup(name="g", scope=TermScope.TAG, scope_value="民生")
    assert tagged.applies(tags=("民生/饮水",))
    assert not tagged.applies(tags=("民生态",))
    assert TermGroup(name="g", scope=TermScope.REPORT, scope_value="7").applies(report="7")
    assert not TermGroup(name="g", scope=TermScope.REPORT, scope_value="7").applies(report="8")
    assert TermGroup(name="g").applies()
    assert not TermGroup(name="g", enabled=False).applies()


def test_no_groups_find_nothing() -> None:
    assert TermMatcher([]).find("茶园") == []


@pytest.mark.parametrize(
    "texts",
    [
        (),
        ("饮水",),
        ("饮水", "供 水", "", "ＡＢ12", "a b", "第\n三", "饮水", "（一）", "後來", "\u200b渠"),
    ],
)
def test_forms_of_many_texts_are_those_of_each(texts: tuple[str, ...]) -> None:
    assert search_forms(texts) == [search_form(text) for text in texts]


def test_the_same_groups_have_one_matcher() -> None:
    groups = (TermGroup(name="水", terms=(Term(text="饮水"),)),)
    same = (TermGroup(name="水", terms=(Term(text="饮水"),)),)
    assert matcher_of(groups) is matcher_of(same)
