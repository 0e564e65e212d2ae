"""The terminal in the hands of the first page, and how it is handed on or given back.

Keys typed meanwhile are not echoed and wait in the terminal's own buffer for whoever reads next.
"""

import os
import termios
from collections.abc import Mapping
from typing import Any

from reportreader.tui.interrupts import interrupts_wait

ENTER_SCREEN, LEAVE_SCREEN = "\x1b[?1049h", "\x1b[?1049l"
HIDE_CURSOR, SHOW_CURSOR = "\x1b[?25l", "\x1b[?25h"
_LFLAG, _IFLAG, _CC = 3, 0, 6
"""Places in the list that `termios.tcgetattr` gives."""
_ECHOING = termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG
_TRANSLATING = termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR


def screen_size(environment: Mapping[str, str], output: int) -> tuple[int, int]:
    """Columns and rows of the terminal behind `output`; raises OSError if it has none."""
    columns, rows = os.get_terminal_size(output)
    return (
        _said(environment, "COLUMNS") or columns,
        _said(environment, "LINES") or rows,
    )


def _said(environment: Mapping[str, str], name: str) -> int:
    said = environment.get(name, "")
    return int(said) if said.isascii() and said.isdigit() else 0


class BorrowedTerminal:
    """The other screen of a terminal, without echo, until it is handed on or given back.

    `attributes` are those that the terminal had before.
    """

    def __init__(self, keys: int, output: int, *, can_interrupt: bool = False) -> None:
        """Take the terminal; raises OSError or termios.error, and leaves it as it was.

        With `can_interrupt` ^C ends what goes on until `keep_keys`; all other keys wait.
        """
        self.attributes: list[Any] = termios.tcgetattr(keys)
        self._keys = keys
        self._output = output
        self._is_ours = True
        raw = termios.tcgetattr(keys)
        raw[_LFLAG] &= ~_ECHOING
        raw[_IFLAG] &= ~_TRANSLATING
        raw[_CC][termios.VMIN] = 1
        self._raw = raw
        if can_interrupt:
            raw = _interruptible(raw, os.fpathconf(keys, "PC_VDISABLE"))
        termios.tcsetattr(keys, termios.TCSANOW, raw)

    def keep_keys(self) -> None:
        """From now on ^C waits too, as every other key."""
        termios.tcsetattr(self._keys, termios.TCSANOW, self._raw)

    def write(self, text: str) -> None:
        """Draw at once; raises OSError if the terminal is gone."""
        data = text.encode("utf-8", "replace")
        while data:
            data = data[os.write(self._output, data) :]

    def hand_on(self) -> list[Any]:
        """Somebody else answers for the terminal from now on; the attributes to give back."""
        self._is_ours = False
        return self.attributes

    def give_back(self) -> None:
        """Put everything back as it was, unless it was handed on."""
        if self._is_ours:
            with interrupts_wait():
                self._is_ours = False
                self.write(LEAVE_SCREEN + SHOW_CURSOR)
                termios.tcsetattr(self._keys, termios.TCSANOW, self.attributes)


def _interruptible(raw: list[Any], disabled: int) -> list[Any]:
    """The attributes with the interrupt key as a signal, but neither suspend nor quit."""
    characters = list(raw[_CC])
    for place in (termios.VSUSP, termios.VQUIT):
        characters[place] = bytes([disabled & 0xFF])
    changed = [*raw[:_CC], characters]
    changed[_LFLAG] |= termios.ISIG
    return changed
