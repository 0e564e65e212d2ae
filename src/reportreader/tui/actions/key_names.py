"""Keys as they are shown to the reader."""

import re

_NAMES = {
    "enter": "Enter",
    "escape": "Esc",
    "space": "Space",
    "tab": "Tab",
    "shift+tab": "⇧Tab",
    "backspace": "⌫",
    "delete": "Del",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "alt+left": "Alt+←",
    "alt+right": "Alt+→",
}
_FUNCTION_KEY = re.compile(r"f\d+")


def key_name(key: str) -> str:
    """A key as it is printed: `ctrl+p` is `^p`, `f1` is `F1`, `pagedown` is `PgDn`."""
    if key in _NAMES:
        return _NAMES[key]
    if key.startswith("ctrl+"):
        return "^" + key.removeprefix("ctrl+")
    if key.startswith("alt+"):
        return "Alt+" + key.removeprefix("alt+")
    return key.upper() if _FUNCTION_KEY.fullmatch(key) else key


def keys_text(keys: tuple[str, ...]) -> str:
    """All keys of an action, divided by blanks."""
    return " ".join(key_name(key) for key in keys)
