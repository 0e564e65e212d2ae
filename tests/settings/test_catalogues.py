"""Both catalogues say the same things: topics, names, placeholders."""

from pathlib import Path
from string import Formatter

import pytest

from reportreader.settings import catalogue
from reportreader.settings.messages import Language, load_topic

_FOLDER = Path(catalogue.__file__).parent
_HALF_WIDTH = frozenset(",;:!?")


def topics(language: Language) -> list[str]:
    return sorted(
        path.stem for path in (_FOLDER / language.value).glob("*.py") if path.stem != "__init__"
    )


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_both_languages_have_the_same_topics() -> None:
    assert topics(Language.CHINESE) == topics(Language.ENGLISH)


@pytest.mark.parametrize("topic", topics(Language.CHINESE))
def test_both_languages_have_the_same_messages(topic: str) -> None:
    chinese, english = load_topic(Language.CHINESE, topic), load_topic(Language.ENGLISH, topic)
    assert chinese.keys() == english.keys()


@pytest.mark.parametrize("topic", topics(Language.CHINESE))
def test_both_languages_fill_in_the_same_values(topic: str) -> None:
    chinese, english = load_topic(Language.CHINESE, topic), load_topic(Language.ENGLISH, topic)
    different = [
        name
        for name in chinese.keys() & english.keys()
        if placeholders(chinese[name]) != placeholders(english[name])
    ]
    assert different == []


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("topic", topics(Language.CHINESE))
def test_no_message_is_empty(topic: str, language: Language) -> None:
    assert [name for name, said in load_topic(language, topic).items() if not said.strip()] == []


@pytest.mark.parametrize("topic", topics(Language.CHINESE))
def test_chinese_sentences_are_set_in_chinese_punctuation(topic: str) -> None:
    wrong = [
        name
        for name, said in load_topic(Language.CHINESE, topic).items()
        for before, mark, after in zip(said, said[1:], said[2:] + " ", strict=False)
        if mark in _HALF_WIDTH and "\u4e00" <= before <= "\u9fff" and "\u4e00" <= after <= "\u9fff"
    ]
    assert wrong == []
