"""Rows of text and looks as the bytes that a terminal draws them from.

The colours of a poorer terminal are those that Rich picks for Textual; a test compares the two.
"""

import colorsys
from collections.abc import Iterable, Mapping
from enum import Enum
from functools import lru_cache

from reportreader.tui.drawing.cleaning import clean
from reportreader.tui.drawing.holding import hold_cells
from reportreader.tui.drawing.look import Look
from reportreader.tui.first_page.painting import Row
from reportreader.tui.palettes import SIXTEEN_COLOURS
from reportreader.typography.widths import Widths

BEGIN_FRAME, END_FRAME = "\x1b[?2026h", "\x1b[?2026l"
"""Synchronised output: a terminal that knows it shows what stands between at once."""
_GREYISH = 0.15
"""Saturation below which a colour is taken for a grey."""


class ColourDepth(Enum):
    """How many colours a terminal has."""

    SIXTEEN = 4
    EIGHT_BIT = 8
    TRUE = 24


def colour_depth(environment: Mapping[str, str]) -> ColourDepth:
    """What the terminal says of itself, read as Rich reads it."""
    if environment.get("COLORTERM", "").strip().lower() in {"truecolor", "24bit"}:
        return ColourDepth.TRUE
    _, _, colours = environment.get("TERM", "").strip().lower().rpartition("-")
    return ColourDepth.EIGHT_BIT if colours in {"256color", "kitty"} else ColourDepth.SIXTEEN


def frame(rows: Iterable[Row], depth: ColourDepth, widths: Widths) -> str:
    """What draws these rows as one frame."""
    return f"{BEGIN_FRAME}{drawing(rows, depth, widths)}{END_FRAME}"


def drawing(rows: Iterable[Row], depth: ColourDepth, widths: Widths) -> str:
    """What draws these rows from the top of the screen on, and leaves the terminal's own colours."""
    pieces = []
    for y, row in enumerate(rows, 1):
        pieces.append(f"\x1b[{y};1H")
        last = None
        for text, look in row:
            if look != last:
                pieces.append(_sgr(look, depth))
                last = look
            pieces.append(hold_cells(clean(text, widths), widths))
    pieces.append("\x1b[0m\x1b[H")
    return "".join(pieces)


@lru_cache(maxsize=256)
def _sgr(look: Look, depth: ColourDepth) -> str:
    attributes = (
        (look.bold, "1"),
        (look.underline, "4"),
        (look.reverse, "7"),
        (look.strike, "9"),
    )
    codes = ["0", *(code for is_on, code in attributes if is_on)]
    if look.fore:
        codes.append(colour_code(look.fore, depth, is_back=False))
    if look.back:
        codes.append(colour_code(look.back, depth, is_back=True))
    return f"\x1b[{';'.join(codes)}m"


def colour_code(colour: str, depth: ColourDepth, *, is_back: bool) -> str:
    """Parameters of SGR for a colour `#rrggbb`; of 16 colours it must be one."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    if depth is ColourDepth.SIXTEEN:
        number = SIXTEEN_COLOURS.index(colour)
        first = (40 if number < 8 else 92) if is_back else (30 if number < 8 else 82)
        return str(first + number)
    kind = "48" if is_back else "38"
    if depth is ColourDepth.TRUE:
        return f"{kind};2;{red};{green};{blue}"
    return f"{kind};5;{_eight_bit(red, green, blue)}"


def _eight_bit(red: int, green: int, blue: int) -> int:
    """The number of the nearest colour of 256 by `rich.color.Color.downgrade`."""
    _, lightness, saturation = colorsys.rgb_to_hls(red / 255, green / 255, blue / 255)
    if saturation < _GREYISH:
        grey = round(lightness * 25)
        return 16 if grey == 0 else 231 if grey == 25 else 231 + grey
    return 16 + 36 * _sixth(red) + 6 * _sixth(green) + _sixth(blue)


def _sixth(value: int) -> int:
    return round(value / 95 if value < 95 else 1 + (value - 95) / 40)
