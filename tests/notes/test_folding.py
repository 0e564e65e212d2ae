from hypothesis import given
from hypothesis import strategies as st

from reportreader.notes.folding import fold_character, fold_text


def test_prints_of_one_sentence_fold_alike() -> None:
    first = "“发展乡村产业”——增长5.8%。"
    second = "「發展鄉村\n　　產業」──增長５．８％。"

    assert fold_text(first).text == fold_text(second).text


def test_every_kept_character_knows_its_offset() -> None:
    text = "　一、抓 渠道\n清淤\u200b"

    folded = fold_text(text)

    assert folded.text == "一,抓渠道清淤"
    assert [text[offset] for offset in folded.offsets] == list("一、抓渠道清淤")
    assert folded.index_at(0) == 0
    assert folded.index_at(len(text)) == len(folded.text)


def test_lines_are_those_that_keep_a_character() -> None:
    folded = fold_text("\n  \n甲乙\n\n丙\n")

    assert [folded.text[start:end] for start, end in folded.iter_lines()] == ["甲乙", "丙"]
    assert list(fold_text(" \n").iter_lines()) == []


@given(st.text())
def test_folding_never_makes_text_longer_and_is_final(text: str) -> None:
    folded = fold_text(text)

    assert len(folded.text) == len(folded.offsets) <= len(text)
    assert list(folded.offsets) == sorted(set(folded.offsets))
    assert fold_text(folded.text).text == folded.text


@given(st.characters())
def test_a_character_folds_to_one_at_most(character: str) -> None:
    assert len(fold_character(character)) <= 1
