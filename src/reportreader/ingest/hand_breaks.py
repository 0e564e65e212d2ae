"""Lines that an author broke by hand, and what such a break means where it stands."""

import re
from enum import Enum

LINE_BREAK = "\x0b"
"""Stands in text for a line that was broken by hand, as in Word's own files."""
GOES_ON = ("，", "、", ",")
"""Behind these marks a line that was broken by hand goes on."""
ENDS = ("。", "！", "？", "；", "：", "…")
"""Behind these marks it ends its paragraph."""
_BEGINS = re.compile(
    "[\t\u3000]|[ \u00a0]{2}|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\\d]{1,3}[）)]"
    r"|\d{1,2}[.．、](?!\d)"
)


class AtBreak(Enum):
    """What a line that was broken by hand means where it stands."""

    MAY_END = "may-end"
    """In running text: often the end of a paragraph, which the marks around it tell."""
    GOES_ON = "goes-on"
    """In a title or heading, which goes on in the next line."""
    BLANK = "blank"
    """In a cell, a note or an item: as much as a blank."""

    @classmethod
    def within(cls, *, is_item: bool, is_heading: bool) -> "AtBreak":
        """What it means within a cell or an item, a title or heading, or else running text."""
        if is_item:
            return cls.BLANK
        return cls.GOES_ON if is_heading else cls.MAY_END


def begins_paragraph(text: str) -> bool:
    """Whether `text` begins as that of a new paragraph does: indented, or with a number."""
    return _BEGINS.match(text) is not None
