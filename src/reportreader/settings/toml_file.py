"""Reads a TOML file that a person has written."""

from pathlib import Path

from reportreader.errors import InputError


def read_table(path: Path) -> dict[str, object]:
    """The table of the file at `path`, empty where there is no file.

    Raises InputError for one that cannot be read or is not TOML.
    """
    try:
        source = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise InputError("config_unreadable", path=str(path), reason=str(error)) from error
    import tomllib  # a start without such a file does without it

    try:
        return tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise InputError("config_not_toml", path=str(path), reason=str(error)) from error
