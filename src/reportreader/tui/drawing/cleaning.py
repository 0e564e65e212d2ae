"""Characters that a terminal obeys, taken out of whatever is about to be drawn.

Texts are cleaned when they enter the library. This is the second layer.
"""

import re

from reportreader.typography.widths import Widths

FORBIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_SIGN = "?"
"""Stands for a forbidden character that has taken room: no terminal draws it wider than a cell."""


def clean(text: str, widths: Widths) -> str:
    """`text` without the characters that a terminal obeys; its width in cells stays the same."""
    return FORBIDDEN.sub(lambda match: _SIGN * widths.cells(match.group()), text)
