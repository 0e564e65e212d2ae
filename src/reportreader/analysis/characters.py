"""Classes of characters that the modules of this room agree on, as pieces of regular expressions.

Patterns over all Han characters take milliseconds to compile: they are made when first used.
"""

import re
from functools import cache

HAN = "々〇㐀-䶿一-鿿豈-﫿\U00020000-\U000323af"
"""Inside brackets: Han characters, with the repetition mark and the round zero."""

WORD_RUN = re.compile(r"[^\W_]+")
"""Letters, digits and Han characters without anything between them."""


@cache
def script_run() -> re.Pattern[str]:
    """Han characters, or letters and digits, without anything between them."""
    return re.compile(f"[{HAN}]+|[^\\W_{HAN}]+")


def script_runs(text: str) -> list[tuple[int, int]]:
    """Intervals of Han runs and of runs of letters or digits: words as far as no dictionary helps."""
    return [found.span() for found in script_run().finditer(text)]


def is_han(text: str) -> bool:
    """Whether `text` is one Han character or several, and nothing else."""
    return text != "" and all(map(_is_han_character, text))


def is_spelt(character: str) -> bool:
    """Whether a character spells words or numbers with its neighbours, as Han characters do not."""
    return character.isalnum() and not _is_han_character(character)


def _is_han_character(character: str) -> bool:
    return (
        "一" <= character <= "鿿"
        or character in "々〇"
        or "㐀" <= character <= "䶿"
        or "豈" <= character <= "\ufaff"
        or "\U00020000" <= character <= "\U000323af"
    )
