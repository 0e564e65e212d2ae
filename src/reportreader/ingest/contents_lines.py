"""Lines of a table of contents: a heading once more, and the page it stands on."""

import re

_LONGEST = 100
_HEADS = frozenset({"目录", "目次"})
_LEADERS = re.compile(r".*?\S[ \t\u3000]*[.．·…⋯]{4,}[ \t\u3000]*[-(（]?\d{1,4}[-)）]?")
_MARKED = re.compile(
    "(?:第[一二三四五六七八九十百\\d]{1,5}[编章节部]|[一二三四五六七八九十]{1,3}、"
    r"|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}(?:\.\d{1,2})*[.、 ])[^\t]*\t+\d{1,4}"
)


def is_contents_line(text: str) -> bool:
    """Whether a paragraph is the head or an entry of a table of contents.

    An entry has a row of dots in front of its page, or a number in front of itself and a tab.
    """
    line = text.strip()
    if not 1 < len(line) <= _LONGEST:
        return False
    if "".join(line.split()) in _HEADS:
        return True
    return any(pattern.fullmatch(line) for pattern in (_LEADERS, _MARKED))
