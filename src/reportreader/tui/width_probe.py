"""Two-cell “ambiguous” characters: what to ask the terminal, and what its answers mean.

Terminals disagree whether “ ” … — · ① take one cell or two (UAX #11, East Asian Ambiguous), and
neither locale nor TERM says. A terminal answers the question where its cursor went after writing
one of them. A narrow program in a wide terminal loses text at the right edge, a wide program in a
narrow one only ends its lines early, so a mixed answer counts as wide.
"""

from reportreader.settings.values import AmbiguousWidth
from reportreader.typography.widths import NARROW, WIDE, Widths

PROBE_CHARACTERS = "“—…·①"
"""One of each sort that a report is full of."""
_SAVE_CURSOR, _RESTORE_CURSOR, _WHERE = "\x1b7", "\x1b8", "\x1b[6n"


def probe_sequence() -> str:
    """What to write to the terminal: each character at the left edge, then “where is the cursor?”.

    The terminal answers with one `CSI row ; column R` for each of `PROBE_CHARACTERS`.
    """
    questions = "".join(f"\r{character}{_WHERE}" for character in PROBE_CHARACTERS)
    return f"{_SAVE_CURSOR}{questions}\r{_RESTORE_CURSOR}"


def widths_from_answers(columns: list[int]) -> Widths | None:
    """What the terminal meant; columns count from 0. None as long as an answer is missing."""
    if len(columns) < len(PROBE_CHARACTERS):
        return None
    return WIDE if any(column >= 2 for column in columns) else NARROW


def chosen_widths(setting: AmbiguousWidth) -> Widths:
    """The widths to start with: those of the setting, narrow until the terminal has answered."""
    return WIDE if setting is AmbiguousWidth.WIDE else NARROW
