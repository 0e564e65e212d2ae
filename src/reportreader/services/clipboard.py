"""Puts text on the clipboard of the desktop: through its own program, or through the terminal."""

import base64
import os
import shutil
import subprocess
from collections.abc import Mapping
from typing import IO

from reportreader.errors import OutputError

_PROGRAMS = (
    ("WAYLAND_DISPLAY", ("wl-copy",)),
    ("DISPLAY", ("xclip", "-selection", "clipboard")),
    ("DISPLAY", ("xsel", "--clipboard", "--input")),
    ("", ("pbcopy",)),
    ("", ("clip.exe",)),
)
_SECONDS = 10
LONGEST_SEQUENCE = 74_994
"""Bytes of an OSC 52 sequence that terminals take (xterm's limit, less its frame)."""


def copy_text(text: str, environment: Mapping[str, str], terminal: IO[str] | None) -> None:
    """Copies by the first program that there is, else asks the terminal (OSC 52).

    Raises OutputError `clipboard_missing` where neither is to be had.
    """
    for variable, command in _PROGRAMS:
        if variable and not environment.get(variable):
            continue
        path = shutil.which(command[0], path=environment.get("PATH", os.defpath))
        if path is not None and _run((path, *command[1:]), text, environment):
            return
    encoded = base64.b64encode(text.encode()).decode()
    if terminal is None or not terminal.isatty() or len(encoded) > LONGEST_SEQUENCE:
        raise OutputError("clipboard_missing")
    terminal.write(f"\x1b]52;c;{encoded}\x07")
    terminal.flush()


def _run(command: tuple[str, ...], text: str, environment: Mapping[str, str]) -> bool:
    """Whether a program took the text."""
    try:
        subprocess.run(  # noqa: S603 - one of the programs above, found on PATH
            command,
            input=text.encode(),
            env=dict(environment),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return True
