"""Copies text to the clipboard by whatever way this terminal leaves open, and says which.

A terminal takes a copy by the escape sequence OSC 52 and never answers. tmux by default drops that
silently but has a command of its own; a local desktop has a program. The text always stays in the
program's own register too.
"""

import shutil
import subprocess
import sys
from collections.abc import Mapping
from enum import StrEnum

_TIMEOUT_SECONDS = 2.0
_PROGRAMS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("WAYLAND_DISPLAY", ("wl-copy",)),
    ("DISPLAY", ("xclip", "-selection", "clipboard")),
    ("DISPLAY", ("xsel", "--clipboard", "--input")),
)


class ClipboardWay(StrEnum):
    """How a text went to the clipboard; the value is a message id of topic `general`."""

    TMUX = "general.copied_tmux"
    PROGRAM = "general.copied_program"
    TERMINAL = "general.copied_terminal"


def copy_command(environment: Mapping[str, str], platform: str) -> tuple[str, ...] | None:
    """The program that takes a copy on its standard input here; None where there is none.

    Over ssh a program would fill the clipboard of the wrong machine.
    """
    if "TMUX" in environment:
        return ("tmux", "load-buffer", "-w", "-")
    if "SSH_CONNECTION" in environment or "SSH_TTY" in environment:
        return None
    if platform == "darwin":
        return ("pbcopy",)
    if platform == "win32" or "WSL_DISTRO_NAME" in environment:
        return ("clip.exe",)
    for variable, command in _PROGRAMS:
        if variable in environment and shutil.which(command[0]):
            return command
    return None


def copy_with_program(text: str, environment: Mapping[str, str]) -> ClipboardWay | None:
    """Copy `text` with a program; None if there is none or it failed, so that OSC 52 is left."""
    command = copy_command(environment, sys.platform)
    if command is None:
        return None
    encoding = "utf-16-le" if command[0] == "clip.exe" else "utf-8"
    try:
        subprocess.run(  # noqa: S603 - the command is one of ours
            command,
            input=text.encode(encoding, "replace"),
            check=True,
            timeout=_TIMEOUT_SECONDS,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return ClipboardWay.TMUX if command[0] == "tmux" else ClipboardWay.PROGRAM
