"""Reads and writes the config file: flat TOML, one `key = value` a line, comments kept."""

import os
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from reportreader.errors import InputError
from reportreader.settings.toml_file import read_table
from reportreader.settings.values import MEASURE_RANGE, READING_SPEED_RANGE, Settings

_RANGES = {"measure": MEASURE_RANGE, "reading_speed": READING_SPEED_RANGE}


def load_settings(path: Path) -> Settings:
    """Settings of the file at `path`; the defaults where there is no file.

    Raises InputError for a file that is not TOML, an unknown key, or a value that does not fit,
    and names file and key.
    """
    return parse_settings(read_table(path), where=str(path))


def parse_settings(table: Mapping[str, object], *, where: str) -> Settings:
    """Settings from plain values; raises InputError naming `where` and the key."""
    values: dict[str, Any] = {}
    for key, raw in table.items():
        values[key] = parse_setting(key, raw, where=where)
    return Settings(**values)


def parse_setting(key: str, raw: object, *, where: str) -> object:
    """The value of one setting from its TOML value or from the words of a command line."""
    default = getattr(Settings(), key, None) if key in setting_names() else None
    if default is None:
        raise InputError("setting_unknown", key=key, path=where, known=", ".join(setting_names()))
    if isinstance(default, bool):
        value: object = _parse_bool(raw)
    elif isinstance(default, StrEnum):
        value = _parse_choice(type(default), raw)
    elif isinstance(default, int):
        value = _parse_number(raw, *_RANGES[key])
    else:
        value = raw if isinstance(raw, str) else None
    if value is None:
        raise InputError(
            "setting_invalid", key=key, value=str(raw), path=where, allowed=allowed_values(key)
        )
    return value


def setting_names() -> tuple[str, ...]:
    """The keys of the config file."""
    return Settings._fields


def allowed_values(key: str) -> str:
    """What a setting accepts, in a form that needs no language."""
    default = getattr(Settings(), key)
    if isinstance(default, bool):
        return "true | false"
    if isinstance(default, StrEnum):
        return " | ".join(member.value for member in type(default))
    if isinstance(default, int):
        low, high = _RANGES[key]
        return f"{low} … {high}"
    return '"…"'


def save_setting(path: Path, key: str, value: object) -> None:
    """Write one setting into the config file and leave every other line of it alone.

    The file is written to a temporary name and renamed. Raises OSError if that fails.
    """
    line = f"{key} = {_toml(value)}"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        lines = []
    for number, old in enumerate(lines):
        if old.partition("=")[0].strip() == key:
            lines[number] = line
            break
    else:
        lines.append(line)
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    temporary.write_text("\n".join(lines) + "\n", encoding="utf-8")
    temporary.replace(path)


def _parse_bool(raw: object) -> bool | None:
    if isinstance(raw, bool):
        return raw
    return {"true": True, "false": False}.get(raw) if isinstance(raw, str) else None


def _parse_choice(choices: type[StrEnum], raw: object) -> StrEnum | None:
    return next((member for member in choices if member.value == str(raw)), None)


def _parse_number(raw: object, low: int, high: int) -> int | None:
    if isinstance(raw, bool):
        return None
    text = str(raw)
    if not text.isascii() or not text.isdigit():
        return None
    return int(text) if low <= int(text) <= high else None


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    import json

    return json.dumps(str(value), ensure_ascii=False)
