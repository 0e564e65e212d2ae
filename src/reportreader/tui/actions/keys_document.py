"""The table of keys in `docs/keys.md`, written from the table of actions.

Run this module to print it; a test compares it with the file.
"""

import sys

from reportreader.settings.messages import Language, Messages
from reportreader.tui.actions import Scope, actions_for
from reportreader.tui.actions.key_names import keys_text

_INTRODUCTION = """# 按键 · Keys

This page is written from the table of actions (`src/reportreader/tui/actions/`) by
`python -m reportreader.tui.actions.keys_document`. In the program, `F1` or `h` lists the same.

Any of them can be given other keys in `keymap.toml` beside the config file, by the name in the last
column: `add_reports = "i"` or `add_reports = ["i", "ctrl+a"]`. Actions without a key are in the
command palette, `^p`.
"""


def keys_document() -> str:
    """The whole page, as Markdown."""
    chinese, english = Messages(Language.CHINESE), Messages(Language.ENGLISH)
    lines = [_INTRODUCTION]
    for scope in Scope:
        name = f"help.scope_{scope.value}"
        lines += [
            f"## {chinese.text(name)} · {english.text(name)}",
            "",
            "| keys | 中文 | English | what it does | name |",
            "|---|---|---|---|---|",
        ]
        for action in actions_for(scope):
            keys = " ".join(f"`{key}`" for key in keys_text(action.keys).split()) or "`^p`"
            cells = (
                keys.replace("|", "\\|"),
                chinese.text(action.label),
                english.text(action.label),
                english.text(action.help),
                f"`{action.id}`",
            )
            lines.append(f"| {' | '.join(cells)} |")
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.stdout.write(keys_document())
