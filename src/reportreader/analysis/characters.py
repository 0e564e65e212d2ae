"""Classes of characters that the modules of this room agree on, as pieces of regular expressions."""

import re

HAN = "々〇㐀-䶿一-鿿豈-﫿\U00020000-\U000323af"
"""Inside brackets: Han characters, with the repetition mark and the round zero."""

WORD_RUN = re.compile(r"[^\W_]+")
"""Letters, digits and Han characters without anything between them."""

SCRIPT_RUN = re.compile(f"[{HAN}]+|[^\\W_{HAN}]+")
"""The same, cut where Han characters meet letters or digits."""

_HAN_ONLY = re.compile(f"[{HAN}]+")


def is_han(text: str) -> bool:
    """Whether `text` is one Han character or several, and nothing else."""
    return _HAN_ONLY.fullmatch(text) is not None
