"""The reader's own keymap file."""

from collections.abc import Mapping
from pathlib import Path

from reportreader.errors import InputError
from reportreader.settings.toml_file import read_table
from reportreader.tui.actions import ALL_ACTIONS, Keymap


def keymap_path(config_path: Path) -> Path:
    """The keymap file stands beside the config file."""
    return config_path.with_name("keymap.toml")


def load_keymap(path: Path) -> Keymap:
    """The reader's keys: TOML, one `action = "key"` or `action = ["key", "key"]` a line.

    No file means no change. Raises InputError for a file that is not TOML, an action that does
    not exist, or a value that is not a key.
    """
    return parse_keymap(read_table(path), where=str(path))


def parse_keymap(table: Mapping[str, object], *, where: str) -> Keymap:
    """Keys by action id from plain values; raises InputError naming `where` and the action."""
    known = {action.id for action in ALL_ACTIONS}
    keymap: dict[str, tuple[str, ...]] = {}
    for action_id, raw in table.items():
        keys = (raw,) if isinstance(raw, str) else raw
        if action_id not in known:
            raise InputError("keymap_action_unknown", path=where, action=action_id)
        if not isinstance(keys, (list, tuple)) or not keys or not all(map(_is_key, keys)):
            raise InputError("keymap_key_invalid", path=where, action=action_id, key=str(raw))
        keymap[action_id] = tuple(keys)
    return keymap


def _is_key(key: object) -> bool:
    return isinstance(key, str) and key != "" and not any(map(str.isspace, key))
