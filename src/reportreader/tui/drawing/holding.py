"""Holding to the cells that were reckoned, where terminals disagree how wide a character is.

A family of four is two cells in one terminal and eight in the next; flags, keycaps, skin tones and
scripts whose signs join are no better. Whatever a terminal makes of them, what follows in the row
has to stand where it was laid out: text, scroll bar, the other pane.
"""

import re

from reportreader.typography.widths import Widths

_SCRIPTS = "\u0590-\u10ff\u1200-\u1aff"
_MODIFIERS = "\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff"
_SUSPECT = re.compile(f"[{_SCRIPTS}{_MODIFIERS}\u200d\U0001f000-\U0001faff]")
_UNSURE = re.compile(
    "[\U0001f1e6-\U0001f1ff]{2}"
    f"|.(?:\u200d.|[{_MODIFIERS}])+"
    "|[\U0001f000-\U0001faff]"
    f"|[{_SCRIPTS}]+"
)
_SAVE_CURSOR, _RESTORE_CURSOR = "\x1b7", "\x1b8"


def hold_cells(text: str, widths: Widths) -> str:
    """`text` for the terminal, with the cursor put behind every character of unsure width.

    Its cells are emptied first, since the terminal may fill fewer. The cursor is saved again after
    it was restored, because some terminals forget it then.
    """
    if not _SUSPECT.search(text):
        return text
    return _UNSURE.sub(lambda match: _held(match.group(), widths.cells(match.group())), text)


def _held(character: str, cells: int) -> str:
    if not cells:
        return character
    emptied = f"{_SAVE_CURSOR}{' ' * cells}{_RESTORE_CURSOR}"
    return f"{emptied}{_SAVE_CURSOR}{character}{_RESTORE_CURSOR}\x1b[{cells}C"
