"""Heads and tails of captures that lost their line breaks: title, fields and buttons on one line.

`标题 发布时间:2021-03-05 来源:县侨联 浏览次数:12 字号:[大] [中] [小] 正文…` is cut where the row of
fields begins and ends; behind the last sentence it is cut where the foot of the page begins.
"""

from collections.abc import Iterator

from reportreader.structure.dates import find_date
from reportreader.structure.flatlines import cut_front_lines, find_menu_end
from reportreader.structure.line import Unit
from reportreader.structure.patterns import Pattern
from reportreader.structure.shapes import past_blanks

_HEAD_REACH = 200
_TAIL_REACH = 600
_REST_LENGTH = 60
_TITLE_LENGTH = 4
_FIELD = Pattern(
    r"(?P<label>(?:发布|发表|更新|发稿|上传|添加|录入)?(?:时间|日期)|发布(?:人|者|单位|机构)?|(?:信息|文章|稿件|新闻|内容)?来源|稿源|供稿(?:单位)?|作者|撰稿(?:人)?|通讯员|记者|(?:责任)?编辑|责编|审核|"
    r"(?:浏览|阅读|点击|访问)(?:次数|数|量|率)?|人气|查看|回复|评论|字[号体](?:大小)?|分享到?)[ ]?[:丨|][ ]{0,2}"
)
_STAMP = Pattern(
    r"20[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}(?:[ ]{1,2}[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?"
)
_COUNT = Pattern(r"[0-9]{0,9}[ ]{0,2}(?:次|人|条)?")
_COUNTED = ("浏览", "阅读", "点击", "访问", "人气", "查看", "回复", "评论")
_VALUE = Pattern(r"[^ 。,;:!?]{1,24}(?=[ ]|[】)\]]|$)")
_BUTTON = Pattern(
    r"[\[【(|]{0,2}[ ]?(?:打印(?:本页)?|关闭(?:窗口)?|收藏|分享(?:到)?|纠错|加大|缩小|默认|大|中|小|A[-+]?|字[号体]|视力保护色|次|[|丨】\])]{1,3})[ ]?[\]】)|]{0,2}(?=[ ]|[\[【(]|$)"
)
_CRUMBS = Pattern(r"[^。]{0,120}(?:>|»|›|→)[ ]{0,2}[^ >»›→。]{1,16}[ ]{1,8}(?=[^ ])")
_SENTENCE_CLOSERS = tuple("。!?)”】]")
_TAIL = Pattern(
    r"(?<=[。!?)”】\] ])[ ]{0,8}(?P<foot>[(【\[]?(?:责任编辑|责编|编辑|审核|校对|来源|作者|撰稿)[:丨|]|上一[篇条][ ]?[:】]|下一[篇条][ ]?[:】]|[(【\[]?(?:相关(?:链接|阅读|新闻|附件|文章|报道)|纠错|打印|关闭|免责声明|版权(?:声明|所有)|"
    r"分享到|扫一扫|返回(?:顶部|首页)|热搜|点击排行|网友评论|浏览次数|阅读次数))"
)


def cut_flat_matter(view: str, unit: Unit) -> Iterator[Unit]:
    """The pieces of a long unit: menu, crumbs, title and fields, the text, the page's foot."""
    return (piece for piece in _iter_pieces(view, unit) if piece.start < piece.end)


def _iter_pieces(view: str, unit: Unit) -> Iterator[Unit]:
    start = unit.start
    fields = _find_fields(view, unit)
    if fields:
        menu = find_menu_end(view, start, fields[0])
        if menu > start:
            yield _piece(view, start, menu)
            start = past_blanks(view, menu, fields[0])
        crumbs = _CRUMBS.match(view, start, fields[0])
        if crumbs and crumbs.end() < fields[0] - _TITLE_LENGTH:
            yield _piece(view, start, crumbs.end())
            start = crumbs.end()
        yield _piece(view, start, fields[0])
        yield _piece(view, *fields)
        start = past_blanks(view, fields[1], unit.end)
    else:
        *lines, rest = cut_front_lines(view, unit)
        yield from lines
        start = rest.start
    feet = _find_feet(view, max(start + _REST_LENGTH, unit.end - _TAIL_REACH), unit.end)
    for foot in feet:
        yield _piece(view, start, foot)
        start = foot
    yield Unit(start=start, end=unit.end, indent=unit.indent, flat=unit.flat or start > unit.start)


def _piece(view: str, start: int, end: int) -> Unit:
    while end > start and view[end - 1] == " ":
        end -= 1
    return Unit(start=start, end=end, flat=True)


def _find_fields(view: str, unit: Unit) -> tuple[int, int] | None:
    """Where the row of fields behind the title begins and ends, two of them or one with the day."""
    reach = min(unit.end, unit.start + _HEAD_REACH)
    first = _first_field(view, unit.start + _TITLE_LENGTH, reach)
    if first < 0 or "。" in view[unit.start : first]:
        return None
    position, fields = first, 0
    while position < reach:
        step = _field_end(view, position, unit.end)
        if step < 0:
            button = _BUTTON.match(view, position, unit.end)
            if button is None or not fields:
                break
            step = button.end()
        else:
            fields += 1
        position = past_blanks(view, step, unit.end)
    dated = find_date(view, first, position) is not None
    row = fields >= 2 or (fields == 1 and dated)
    return (first, position) if row and unit.end - position >= _REST_LENGTH else None


def _first_field(view: str, start: int, end: int) -> int:
    """Offset of the first field or stamp of time that begins a word, -1 if there is none."""
    places = [
        match.start()
        for pattern in (_FIELD, _STAMP)
        for match in pattern.finditer(view, start, end)
        if view[match.start() - 1] in " 【[(|" or len(match[0]) >= 5
    ]
    return min(places, default=-1)


def _field_end(view: str, start: int, end: int) -> int:
    """Where the field or stamp of time at `start` ends, -1 if none begins there."""
    stamp = _STAMP.match(view, start, end)
    if stamp:
        return stamp.end()
    while start < end and view[start] in "【[(|丨":
        start += 1
    label = _FIELD.match(view, start, end)
    if label is None:
        return -1
    if label["label"].startswith(_COUNTED):
        count = _COUNT.match(view, label.end(), end)
        return count.end() if count else label.end()
    date = find_date(view, label.end(), min(end, label.end() + 40), roc=True)
    if date and date.start <= label.end() + 1:
        return date.end
    value = _VALUE.match(view, label.end(), end)
    button = _BUTTON.match(view, label.end(), end)
    return button.end() if button else value.end() if value else -1


def _find_feet(view: str, start: int, end: int) -> list[int]:
    """Where the pieces of the page's foot begin behind the end of the last sentence."""
    feet = [foot.start("foot") for foot in _TAIL.finditer(view, start, end)]
    for index, foot in enumerate(feet):
        if view[start:foot].rstrip(" ")[-1:] in _SENTENCE_CLOSERS:
            return feet[index:]
    return []
