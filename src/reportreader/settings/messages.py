"""Sentences for the reader, in Chinese or English, looked up by id.

An id is `<topic>.<name>`; the topic is the module of the catalogue that holds it, so that a command
loads only the words it needs. Placeholders are those of `str.format`, by name.
"""

from collections.abc import Iterable
from enum import StrEnum
from importlib import import_module

from reportreader.errors import ReportReaderError


class Language(StrEnum):
    """The languages of the interface."""

    CHINESE = "zh"
    ENGLISH = "en"


class Messages:
    """The catalogue of one language; its topics are loaded when they are first asked for."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._topics: dict[str, dict[str, str]] = {}

    def text(self, message_id: str, **values: object) -> str:
        """The sentence `message_id` with its placeholders filled; KeyError if there is none."""
        topic, _, name = message_id.partition(".")
        messages = self._topics.get(topic)
        if messages is None:
            messages = load_topic(self.language, topic)
            self._topics[topic] = messages
        sentence = messages[name]
        return sentence.format(**values) if values else sentence

    def error(self, error: ReportReaderError) -> str:
        """What happened and what to do, for an error a person can act on."""
        return self.text(f"errors.{error.message_id}", **error.values)


def load_topic(language: Language, topic: str) -> dict[str, str]:
    """All messages of one topic by name; ModuleNotFoundError if there is no such topic."""
    module = import_module(f"reportreader.settings.catalogue.{language.value}.{topic}")
    messages: dict[str, str] = module.MESSAGES
    return messages


def guess_language(locale_names: Iterable[str]) -> Language:
    """Language of the first set locale name (`zh_CN.UTF-8`); Chinese where none says anything.

    Pass the values of LC_ALL, LC_MESSAGES and LANG in this order. `C` and `POSIX` say nothing.
    """
    for name in locale_names:
        language = name.partition(".")[0].partition("_")[0].lower()
        if language in ("", "c", "posix"):
            continue
        return Language.CHINESE if language == "zh" else Language.ENGLISH
    return Language.CHINESE
