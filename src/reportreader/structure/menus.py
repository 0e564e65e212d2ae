"""Menus: the head of a web page turned to text, one word of its menu on each line.

A menu begins at `首页` and goes on as long as its lines are words; where the page says where one is
(`当前位置：…`, `首页 > 新闻 > 正文`), everything short above that line belongs to its head.
"""

from collections.abc import Sequence

from reportreader.structure.line import Line
from reportreader.structure.patterns import Pattern

HOME = frozenset(("首页", "网站首页", "本站首页", "主页", "返回首页"))
_HEAD_LINES = 120
"""So many lines are looked at: the head of a page with all its menus is long."""
_ITEM = Pattern(r"[\u4e00-\u9fffA-Za-z0-9]{2,6}$")
_WORDS = Pattern(
    r"[\u4e00-\u9fffA-Za-z0-9·]{2,8}(?:[ |]{1,8}[\u4e00-\u9fffA-Za-z0-9·]{2,8}){0,12}$"
)
_LOCATION = Pattern(
    r"(?:您?的?(?:当前|现在|所在)的?位置|您的?位置)|首页[ ]?(?:>|»|›|→|/)|(?:资讯|新闻|文章|信息)?正文$"
)


def add_menus(view: str, lines: Sequence[Line], found: dict[int, str]) -> None:
    """Adds the lines of menus to what has been `found` to be furniture."""
    head = lines[:_HEAD_LINES]
    for number, line in enumerate(head):
        if view[line.start : line.end] in HOME:
            _add_items(view, head, number + 1, found)
    located = [
        number
        for number, line in enumerate(head)
        if _LOCATION.match(view, line.start, line.end) and line.end - line.start <= 60
    ]
    if located:
        above = range(located[-1] + 1)
        found.update((number, "navigation") for number in above if _is_words(view, head[number]))


def _add_items(view: str, lines: Sequence[Line], first: int, found: dict[int, str]) -> None:
    """The words below `首页`, one on each line, two at least; a longer line ends them."""
    last = first
    while last < len(lines) and (last in found or _is_item(view, lines[last])):
        if _LOCATION.match(view, lines[last].start, lines[last].end):
            break
        last += 1
    if last - first > 1:
        for number in range(first, last):
            found.setdefault(number, "navigation")


def _is_item(view: str, line: Line) -> bool:
    """Whether the line is one short word."""
    return _ITEM.match(view, line.start, line.end) is not None


def _is_words(view: str, line: Line) -> bool:
    """Whether the line holds nothing but a few short words."""
    return _WORDS.match(view, line.start, line.end) is not None
