"""Where sentences end."""

import pytest

from reportreader.analysis.sentences import iter_sentences, sentence_at


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("今天晴。明天雨！后天呢？", ["今天晴。", "明天雨！", "后天呢？"]),
        ("他说：“走吧。”于是走了。", ["他说：“走吧。”", "于是走了。"]),
        ("（完工了。）真的？！好……", ["（完工了。）", "真的？！", "好……"]),
        ("增长5.8%。It rose. Then fell.", ["增长5.8%。", "It rose.", "Then fell."]),
        ("  标题\n\n　　正文开始，没有句号", ["标题", "正文开始，没有句号"]),
        ("", []),
        ("。", ["。"]),
    ],
)
def test_ends_of_sentences(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in iter_sentences(text)] == sentences


def test_only_the_asked_part_is_cut() -> None:
    assert list(iter_sentences("一。二。三。", 2, 5)) == [(2, 4), (4, 5)]


def test_the_sentence_at_an_offset() -> None:
    text = "今天晴。明天雨！"
    assert sentence_at(text, 1) == (0, 4)
    assert sentence_at(text, 4) == (4, 8)
    assert sentence_at(text, 99) == (4, 8)
    assert sentence_at("  ", 1) == (1, 1)


def test_endless_sentences_are_cut() -> None:
    assert max(end - start for start, end in iter_sentences("长" * 10_000)) <= 2_000
