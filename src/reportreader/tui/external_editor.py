"""Lets the reader write in an editor of their own, with the program out of the way meanwhile."""

import shlex
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

from reportreader.errors import InputError


def editor_command(setting: str, environment: Mapping[str, str]) -> str:
    """The editor of the settings, else of $VISUAL, else of $EDITOR; empty if none is named."""
    return setting or environment.get("VISUAL", "") or environment.get("EDITOR", "")


def edit_text(app: App[Any], text: str, command: str) -> str:
    """`text` as it comes back from the editor, without the line break at its end.

    Raises InputError if no editor is named or it cannot be run; the text is then as it was.
    """
    if not command:
        raise InputError("editor_missing")
    with tempfile.TemporaryDirectory(prefix="reportreader-") as folder:
        path = Path(folder) / "note.md"
        path.write_text(text + "\n", encoding="utf-8")
        try:
            with app.suspend():
                finished = subprocess.run([*shlex.split(command), str(path)], check=False)  # noqa: S603
            if finished.returncode != 0:
                raise InputError("editor_failed", command=command, reason=f"{finished.returncode}")
            return path.read_text(encoding="utf-8", errors="replace").rstrip("\n")
        except (OSError, ValueError, SuspendNotSupported) as error:
            raise InputError("editor_failed", command=command, reason=str(error)) from error
