from pathlib import Path

import pytest

from reportreader.errors import InputError
from reportreader.settings.loading import load_settings, parse_setting, save_setting, setting_names
from reportreader.settings.values import ParagraphStyle, Settings, ThemeChoice


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "config.toml") == Settings()


def test_a_file_sets_what_it_names(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(
        'theme = "light"\nmeasure = 36\nhanging_punctuation = false\n', encoding="utf-8"
    )
    settings = load_settings(path)
    assert settings == Settings(theme=ThemeChoice.LIGHT, measure=36, hanging_punctuation=False)


@pytest.mark.parametrize(
    ("line", "message_id"),
    [
        ("measure = 4", "setting_invalid"),
        ("measure = true", "setting_invalid"),
        ('theme = "pink"', "setting_invalid"),
        ("colour = 1", "setting_unknown"),
        ("measure = = 3", "config_not_toml"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, message_id: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_settings(path)
    assert caught.value.message_id == message_id
    assert caught.value.values["path"] == str(path)


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes("# 设置".encode("gb18030"))
    with pytest.raises(InputError) as caught:
        load_settings(path)
    assert caught.value.message_id == "config_unreadable"


def test_saving_changes_one_line_and_keeps_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "config.toml"
    save_setting(path, "theme", ThemeChoice.LIGHT)
    path.write_text('# 我的设置\ntheme = "dark"  # 夜里\nmeasure = 30\n', encoding="utf-8")
    save_setting(path, "measure", 42)
    save_setting(path, "paragraphs", ParagraphStyle.GAP)
    assert path.read_text(encoding="utf-8") == (
        '# 我的设置\ntheme = "dark"  # 夜里\nmeasure = 42\nparagraphs = "gap"\n'
    )
    assert load_settings(path) == Settings(measure=42, paragraphs=ParagraphStyle.GAP)
    assert [entry.name for entry in path.parent.iterdir()] == ["config.toml"]


def test_every_setting_can_be_read_back_from_its_own_words(tmp_path: Path) -> None:
    for name in setting_names():
        value = getattr(Settings(), name)
        words = str(value).lower() if isinstance(value, bool) else str(value)
        assert parse_setting(name, words, where="test") == value
