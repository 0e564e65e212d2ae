"""Lines of any paragraph: nothing lost, nothing too wide, nothing where Chinese type forbids it."""

from itertools import cycle, pairwise

from hypothesis import given
from hypothesis import strategies as st

from reportreader.document.document import Document
from reportreader.typography.breaking import Breaker, wrap_rows
from reportreader.typography.graphemes import iter_graphemes
from reportreader.typography.parts import PART_LENGTH, find_cuts
from reportreader.typography.widths import NARROW, WIDE, Widths
from reportreader.typography.word_edges import Segmenter

NEVER_FIRST = "。，、；：？！）》」』】〕”’,.;:?!)]}%％‰℃·～ー々ぁゃ"
NEVER_LAST = "（《「『【〔“‘([{￥¥$"
TOKENS = [
    "107.84",
    "1234.5亿元",
    "3.5%",
    "2021年",
    "——",
    "……",
    "“好的。”",
    "《〈办法〉的通知》",
    "（一）",
    "1,234",
    "8:30",
    "A·B",
    "阿凡·达",
    "COVID-19",
    "don’t",
    "¥300",
    "10—20",
    "！”）",
    "25℃",
    "３．５％",
    "e\u0301te\u0301",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "\U0001f1e8\U0001f1f3",
    "❤\ufe0f",
    "，",
    "。",
    " ",
    "\u3000",
]
chinese = st.text("报告工作人民学习年度建设", min_size=1, max_size=6)
paragraphs = st.lists(st.one_of(st.sampled_from(TOKENS), chinese), max_size=60).map("".join)
separated = st.lists(st.tuples(chinese, st.sampled_from(TOKENS)), max_size=50).map(
    lambda pairs: "".join(word + token for word, token in pairs)
)
any_text = (
    st.text(
        st.sampled_from("文字，。（“”—…·1.% aA-/'\"\u3000\u0301\u200d\ufe0f\U0001f468\U0001f1e8")
    )
    | st.text()
)


def cutter(lengths: list[int]) -> Segmenter:
    """Cuts any text into words of these lengths, over and over."""

    def segment(text: str) -> list[tuple[int, int]]:
        edges = [0]
        for length in cycle(lengths or [1]):
            if edges[-1] + length > len(text):
                return list(pairwise(edges))
            edges.append(edges[-1] + length)
        return []

    return segment


breakers = st.builds(
    Breaker,
    st.sampled_from([NARROW, WIDE]),
    hang_cells=st.sampled_from([0, 2]),
    keep_units=st.booleans(),
    words=st.none() | st.lists(st.integers(1, 6)).map(cutter),
)


def cut(text: str, starts: list[int]) -> list[str]:
    return [text[start:end] for start, end in pairwise([0, *starts, len(text)])]


@given(any_text, st.integers(2, 90), st.integers(0, 8), breakers)
def test_lines_joined_give_the_text(text: str, measure: int, indent: int, breaker: Breaker) -> None:
    starts = breaker.wrap(text, measure, indent)
    assert "".join(cut(text, starts)) == text
    assert starts == sorted(set(starts))
    assert all(0 < start < len(text) for start in starts)


@given(
    any_text | paragraphs,
    st.integers(2, 90),
    st.integers(0, 8),
    st.sampled_from([NARROW, WIDE]),
    st.sampled_from([0, 2]),
    st.none() | st.lists(st.integers(1, 6)).map(cutter),
)
def test_no_line_is_wider_than_the_measure_and_its_margin(
    text: str, measure: int, indent: int, widths: Widths, hang: int, words: Segmenter | None
) -> None:
    breaker = Breaker(widths, hang_cells=hang, words=words)
    lines = cut(text, breaker.wrap(text, measure, indent))
    for number, line in enumerate(lines):
        room = max(2, measure - indent) if number == 0 else measure
        assert widths.cells(line.rstrip(" \u3000")) <= room + hang


@given(any_text, st.integers(2, 40), breakers)
def test_no_grapheme_is_parted(text: str, measure: int, breaker: Breaker) -> None:
    edges = {grapheme.start for grapheme in iter_graphemes(text)}
    assert edges.issuperset(breaker.wrap(text, measure))


@given(separated, st.integers(30, 90), breakers)
def test_nothing_stands_where_chinese_type_forbids_it(
    text: str, measure: int, breaker: Breaker
) -> None:
    for start in breaker.wrap(text, measure):
        before, first = text[start - 1], text[start]
        assert first not in NEVER_FIRST or before in " \u3000"
        assert before not in NEVER_LAST
        assert not (before.isascii() and before.isalnum() and first.isascii() and first.isalnum())
        assert not (before == first and first in "—…")


@given(
    st.lists(chinese | st.sampled_from(["1234.5亿元", "2021年", "16余万人", "第3次"]), max_size=40)
)
def test_a_number_keeps_its_unit(tokens: list[str]) -> None:
    text = "，".join(tokens)
    starts = set(Breaker(keep_units=True).wrap(text, 40))
    position = 0
    for token in tokens:
        if any(character.isdigit() for character in token):
            assert not starts.intersection(range(position + 1, position + len(token)))
        position += len(token) + 1


@given(st.text(max_size=300), st.integers(8, 60))
def test_rows_of_a_note_fit_and_keep_its_words(text: str, measure: int) -> None:
    rows = wrap_rows(text, measure)
    assert "".join("".join(rows).split()) == "".join(text.split())
    assert all(NARROW.cells(row) <= measure for row in rows)


@given(
    st.sampled_from(["文", "，", "1", " ", "a。", "\U0001f1e8\U0001f1f3", "e\u0301"]),
    st.integers(1, 40_000),
)
def test_a_block_of_any_length_is_cut_into_short_parts(unit: str, length: int) -> None:
    text = (unit * length)[:length]
    cuts = [0, *find_cuts(Document(text=text), 0, length), length]
    assert all(0 < end - start <= PART_LENGTH for start, end in pairwise(cuts))
