"""Laws of structure: whatever the text, its parts are exact, ordered, nested and found again."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportreader.document.block import BlockKind
from reportreader.document.document import Document
from reportreader.structure import find_structure, iter_passes, neutral_outline, refine_structure

_PIECES = st.sampled_from(
    [
        "一、", "二、", "（一）", "（二）", "1.", "1.1", "①", "第一章 ", "第一条", "一是", "二是", "理由一，",
        "■视点", "□本报记者 周小川", "——", "【概况】", "来源：县报", "2021-03-05", "110年9月3日", "目录", "各位代表：",
        "加强领导", "提高认识", "为了方便群众办事，镇里增设了两个窗口，安排专人值守。", "青政办发〔2021〕15号", "（李明 王芳）",
        "。", "，", "：", "；", "“", "”", "（", "）", " ", "　", "\n", "\n\n", "\t", "12", "|", "责任编辑：张敏", "新华社北京5月9日电题：",
    ]
)  # fmt: skip
_TEXTS = st.one_of(
    st.lists(_PIECES, max_size=60).map("".join),
    st.text(max_size=300),
    st.text(alphabet="一二、（）(). \n。，：甲乙丙0123456789—“”", max_size=300),
)


def _check(document: Document) -> None:
    text = document.text
    position = 0
    for block in document.blocks:
        assert position <= block.start < block.end <= len(text)
        assert not text[position : block.start].strip("\u200b\ufeff \t\n\u3000") or (
            not text[position : block.start].strip()
        )
        position = block.end
    assert not text[position:].strip() or not text[position:].strip("\u200b\ufeff")
    starts = [section.start for section in document.sections]
    assert starts == sorted(set(starts))
    for section in document.sections:
        assert 0 <= section.start < section.end <= len(text)
        assert section.end <= section.content_end <= len(text)
        assert section.level >= 1
        assert 0 < section.confidence <= 1
    for item in document.metadata.items:
        assert 0 <= item.start < item.end <= len(text)
    for join in document.joins:
        assert join.start < join.end
        assert not text[join.start : join.end].strip()


@settings(deadline=None)
@given(_TEXTS)
def test_parts_are_exact_ordered_intervals(text: str) -> None:
    _check(find_structure(text))


@settings(deadline=None)
@given(_TEXTS)
def test_sections_nest(text: str) -> None:
    enclosing: list[int] = []
    for section in find_structure(text).sections:
        while enclosing and enclosing[-1] <= section.start:
            enclosing.pop()
        assert all(end >= section.content_end for end in enclosing)
        enclosing.append(section.content_end)


@settings(deadline=None)
@given(_TEXTS)
def test_the_same_text_is_read_the_same_way(text: str) -> None:
    assert find_structure(text) == find_structure(text)


@settings(deadline=None)
@given(_TEXTS)
def test_refining_is_settled_after_the_first_time(text: str) -> None:
    once = refine_structure(find_structure(text))
    _check(once)
    twice = refine_structure(once)
    assert twice.sections == once.sections
    assert [block for block in twice.blocks if block.kind is BlockKind.HEADING] == [
        block for block in once.blocks if block.kind is BlockKind.HEADING
    ]


@settings(deadline=None)
@given(_TEXTS)
def test_passes_and_neutral_format_fit_the_text(text: str) -> None:
    for found in iter_passes(text):
        for mark in found.marks:
            assert 0 <= mark.start < mark.end <= len(text)
    outline = neutral_outline(find_structure(text), report_id="x")
    for entry in outline["outline"]:
        assert text[entry["start"] : entry["end"]] == entry["text"]


@pytest.mark.parametrize("piece", ["一、", "（", " ", "1", "。", "“"])
def test_a_megabyte_of_one_sign_is_read(piece: str) -> None:
    text = piece * (1_000_000 // len(piece.encode()))
    assert find_structure(text).text == text


@pytest.mark.parametrize(
    "piece",
    [
        "\n", "）", "——", "一是加强。", "（。）", "“。", "目录\n", "第一条\n", "二、甲\n", "1.1\n", "《", "。 ", "来源：", "【甲】",
        "2021年1月1日\n", "■甲\n□记者 李明\n", "|甲", "首页 > ", "１", "甲。", "一、甲。乙乙乙乙乙乙乙乙乙乙乙乙乙。",
    ],
)  # fmt: skip
def test_a_long_text_of_one_piece_is_read(piece: str) -> None:
    text = piece * (100_000 // len(piece.encode()))
    _check(find_structure(text))


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=400))
def test_any_byte_soup_is_accepted(soup: bytes) -> None:
    _check(find_structure(soup.decode("gb18030", "replace").replace("\r", "\n")))
