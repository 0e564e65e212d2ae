from pathlib import Path

from reportreader.settings.paths import config_path, library_path


def test_the_argument_beats_the_variable_and_the_variable_the_data_folder(
    sealed_machine: Path,
) -> None:
    environment = {"REPORTREADER_LIBRARY": "/books/mine.sqlite"}
    assert library_path(environment, "other.sqlite") == Path("other.sqlite")
    assert library_path(environment) == Path("/books/mine.sqlite")
    assert library_path({}) == sealed_machine / "data" / "reportreader" / "library.sqlite"


def test_the_config_file_lies_in_the_config_folder(sealed_machine: Path) -> None:
    assert config_path({}) == sealed_machine / "config" / "reportreader" / "config.toml"
    assert config_path({"REPORTREADER_CONFIG": "~/c.toml"}) == sealed_machine / "c.toml"
