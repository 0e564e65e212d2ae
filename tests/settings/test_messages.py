import pytest

from reportreader.errors import InputError
from reportreader.settings.messages import Language, Messages, guess_language


@pytest.mark.parametrize(
    ("names", "language"),
    [
        (["zh_CN.UTF-8"], Language.CHINESE),
        (["zh_TW"], Language.CHINESE),
        (["", "en_GB.UTF-8"], Language.ENGLISH),
        (["C", "de_DE"], Language.ENGLISH),
        (["C.UTF-8", "POSIX", ""], Language.CHINESE),
        ([], Language.CHINESE),
    ],
)
def test_the_first_locale_that_says_something_decides(names: list[str], language: Language) -> None:
    assert guess_language(names) is language


def test_an_error_becomes_a_sentence_in_the_readers_language() -> None:
    error = InputError("config_not_toml", path="设置.toml", reason="line 1")
    assert "设置.toml" in Messages(Language.CHINESE).error(error)
    assert "is not valid TOML (line 1)" in Messages(Language.ENGLISH).error(error)


def test_braces_in_a_value_stay_as_they_are() -> None:
    error = InputError("config_not_toml", path="{path}", reason="{0}")
    assert "{path}" in Messages(Language.ENGLISH).error(error)


def test_an_unknown_message_is_a_bug() -> None:
    with pytest.raises(KeyError):
        Messages(Language.ENGLISH).text("errors.no_such_message")
