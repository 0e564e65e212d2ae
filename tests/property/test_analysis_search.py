"""Search agrees with a matcher that looks at one character after the other."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from reportreader.analysis.bigrams import index_phrase, index_tokens
from reportreader.analysis.folding import fold
from reportreader.analysis.queries import (
    Or,
    SearchRecord,
    Term,
    find_hits,
    matches,
    parse_query,
)
from reportreader.analysis.searchhits import find_hits_in_each
from reportreader.analysis.searchtext import SearchText, search_form
from reportreader.analysis.terms import Term as GroupTerm
from reportreader.analysis.terms import TermGroup, TermMatcher

texts = st.text("甲乙丙團团aA1２ \n\t\u3000\u200b，。“”-", max_size=40)
raw_texts = st.text("甲团團羣群kK\u212ai\u0130Ⅰ5５éÉσΣς \n\t\u3000，—-", max_size=30) | texts
anything = st.text(max_size=60)
typed = st.lists(
    st.sampled_from(
        [
            "(",
            ")",
            "（",
            "）",
            '"',
            "“",
            " ",
            "-",
            "NOT ",
            "OR ",
            "AND ",
            "|",
            "*",
            "标题:",
            "日期:",
            "2021",
            "..",
            "甲乙",
            "a",
            "：",
            "-13",
            "^",
            "NEAR(",
            "\x00",
            "團",
        ]
    ),
    max_size=30,
).map("".join)


def is_white(character: str) -> bool:
    return character in "\n \u200b"


def spells(character: str) -> bool:
    return character.isalnum() and not unicodedata.name(character, "").startswith("CJK")


def squeezed(text: str) -> tuple[str, list[int]]:
    """The searched form by its definition, with the offset of each of its characters."""
    folded = fold(text)
    form, offsets, position = "", [], 0
    while position < len(folded):
        end = position
        while end < len(folded) and is_white(folded[end]):
            end += 1
        if end == position:
            form += folded[position]
            offsets.append(position)
            position += 1
            continue
        inside = position > 0 and end < len(folded)
        apart = inside and spells(folded[position - 1]) and spells(folded[end])
        if apart and folded[position:end].strip("\u200b"):
            form += " "
            offsets.append(position)
        position = end
    return form, offsets


@given(texts)
def test_the_searched_form_is_what_its_definition_says(text: str) -> None:
    assert search_form(text) == squeezed(text)[0]


@given(anything)
def test_folding_keeps_the_length_and_happens_once(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


@given(text=raw_texts, wanted=raw_texts, prefix=st.booleans())
def test_a_text_as_it_stands_has_the_hits_of_its_searched_form(
    text: str, wanted: str, *, prefix: bool
) -> None:
    term = Term(text=wanted, prefix=prefix)
    assert find_hits(text, term) == find_hits(SearchText(text), term)


@given(st.lists(raw_texts, max_size=4), st.lists(raw_texts, min_size=1, max_size=3))
def test_several_texts_have_the_hits_that_each_has_by_itself(
    several: list[str], wanted: list[str]
) -> None:
    query = Or(parts=tuple(Term(text=text) for text in wanted))
    assert find_hits_in_each(several, query) == [find_hits(text, query) for text in several]


@given(texts, texts)
def test_hits_are_those_of_the_naive_matcher(text: str, wanted: str) -> None:
    form, offsets = squeezed(text)
    needle = squeezed(wanted)[0]
    naive = []
    position = 0
    while needle and position + len(needle) <= len(form):
        if form[position : position + len(needle)] == needle:
            naive.append((offsets[position], offsets[position + len(needle) - 1] + 1))
            position += len(needle)
        else:
            position += 1
    hits = find_hits(text, Term(text=wanted))
    # The end of a hit may lie before the white space that its last character swallowed.
    assert [start for start, _ in hits] == [start for start, _ in naive]
    assert [search_form(text[start:end]) for start, end in hits] == [needle] * len(naive)
    assert matches(Term(text=wanted), SearchRecord(body=text)) is bool(naive)


@given(texts, texts)
def test_index_phrases_miss_nothing_and_exact_ones_find_nothing_else(
    text: str, wanted: str
) -> None:
    phrase = index_phrase(wanted)
    if not phrase.match:
        return
    tokens = index_tokens(text).split()
    asked = phrase.match.rstrip("*").strip('"').split()
    found = False
    for first in range(len(tokens) - len(asked) + 1):
        window = tokens[first : first + len(asked)]
        last_fits = window[-1] == asked[-1] or (
            phrase.match.endswith("*") and window[-1].startswith(asked[-1])
        )
        found = found or (window[:-1] == asked[:-1] and last_fits)
    truth = matches(Term(text=wanted), SearchRecord(body=text))
    assert found or not truth
    assert truth or not (found and phrase.exact)


@given(st.one_of(typed, anything, st.text('()（）"“-|OR ', max_size=400)))
def test_reading_a_query_never_fails(text: str) -> None:
    query = parse_query(text)
    if query is not None:
        matches(query, SearchRecord(title=text, body="甲乙", date="2021-10"))
        find_hits(text, query)


@given(texts, st.lists(texts.filter(search_form), max_size=6))
def test_terms_are_exact_disjoint_and_ascending(text: str, terms: list[str]) -> None:
    groups = [TermGroup(name=term, terms=(GroupTerm(text=term),)) for term in terms]
    reach = 0
    for start, end, number in TermMatcher(groups).find(text):
        assert reach <= start < end
        assert search_form(text[start:end]) == search_form(terms[number])
        reach = end
