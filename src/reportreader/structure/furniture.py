"""Furniture: lines that belong to the page, not to the report.

Page numbers, navigation, counters, share buttons, capture headers, tables of contents, repeated
running heads. They stay in the text; the reader dims or folds them.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from reportreader.structure.contents import add_contents
from reportreader.structure.credits import find_source
from reportreader.structure.dates import find_date
from reportreader.structure.line import Line
from reportreader.structure.listings import find_listings
from reportreader.structure.marks import parse_mark
from reportreader.structure.menus import HOME, add_menus
from reportreader.structure.pageheads import is_page_head
from reportreader.structure.patterns import Pattern
from reportreader.structure.shapes import ends_sentence

LISTING = "listing"
"""Why a line of a long table stands alone; it is no furniture, and no pass looks at it."""
_PAGE_NUMBER = Pattern(
    r"(?:[-—·]{1,3}[ ]?[0-9]{1,4}[ ]?[-—·]{1,3}|第[ ]?[0-9]{1,4}[ ]?页(?:[ ,/]{0,2}共[ ]?[0-9]{1,4}[ ]?页)?|[0-9]{1,4}[ ]?/[ ]?[0-9]{1,4}|page [0-9]{1,4})$",
    re.IGNORECASE,
)
_NUMBER = Pattern(r"[0-9]{1,4}$")
_SIGNS_ONLY = Pattern(r"[|·•\-—=_*#~<>\[\]/\\.…☆★◆◇●○■□▲△▼▽↑↓←→+\s]+$")
_WHOLE = Pattern(
    r"(?:打印|关闭|打印[ ]{0,4}关闭|下载|全屏|收藏|加大|还原|减小|首页|登录|注册|登录[ ]{1,4}注册|搜索|返回|返回首页|返回顶部|更多|更多>*|more>*|分享|分享到|"
    r"字号|字体|[大中小]字号|大|中|小|大 中 小|上一篇|下一篇|上一页|下一页|触屏版|手机版|English|简体|繁体|无障碍|无障碍浏览|目录|目 录|调整字体|扫一扫|"
    r"阅读原文|阅读全文|在看|点在看|已关注|[-—·~ ]{0,6}END[-—·~ ]{0,6}|投稿|评论|留言|举报|纠错|点赞|网站地图|设[为置]首页|加入收藏|回到顶部|微信|微博|朋友圈)$",
    re.IGNORECASE,
)
_OPENING = Pattern(
    r"(?:【?\[?字[号体][ ]?[:：大]|【字号|分享到?[ :0-9]|阅读[次数量 ]*[:：]|阅读数|浏览(?:次数|量)?[ ]?[:：]|点击(?:数|次数|量|率)?[ ]?[:：]|访问(?:量|次数)[ ]?[:：]|"
    r"当前位置|您(?:的)?(?:当前)?(?:所在)?(?:的)?位置|您现在的位置|所在位置|你的位置|位置[:：]|首页[ ]?[>|»›]|扫(?:描|一扫)?.{0,6}二维码|"
    r"Original URL|https?://|www\.|<!--|-->|<[a-z/]|©|copyright|produced by|powered by|"
    r"版权所有|.{0,24}版权所有|未经.{0,8}授权|.{0,12}ICP备|.{0,12}公网安备|备案号|网站标识码|技术支持|主办单位?[:：]|承办单位?[:：]|联系我们|关于我们|"
    r"上一[篇条则页][ ]?[:：】]|下一[篇条则页][ ]?[:：】]|【上一篇】|【下一篇】|财富热线|客服|违法和不良信息|营业执照|信息网络传播|"
    r"关注.{0,10}(?:公众号|微信|微博)|收录于(?:合集|话题|专辑)|喜欢就点|点个?(?:赞|在看)|点亮.{0,4}在看|分享让更多人|打开微信|长按.{0,8}二维码|[↑↓▲▼☞👆👇]{0,3}[ ]{0,2}点击?.{0,12}(?:蓝字|蓝色|关注|原文|在看|上方|查看|阅读|进入|下载)|免责声明|声明[:：]|\[?打印|【打印|【关闭|打印本页|关闭窗口|我要纠错|责任编辑[:：][ ]?$|原标题[:：]|>[^>]{1,20}$)",
    re.IGNORECASE,
)
_DISCLAIMER = Pattern(
    r"[【\[(]?(?:(?:免责|版权|特别|郑重)?声明|凡(?:本[网站报]|注明|标注)|(?:本文|本稿|文章)(?:系|为|内容)?.{0,10}转载|转载请|未经.{0,10}(?:授权|许可)|版权所有|本[网站平台]{1,2}.{0,20}不代表)"
)
"""Sentences in which a site speaks of its rights."""
_READ_COUNT = Pattern(
    r"(?:阅读|浏览|点击|阅读量|播放)[ ]?[0-9]{1,9}(?:次|万)?$|[0-9]{1,9}[ ]?(?:次阅读|阅读|人阅读|次浏览|评论)$|预计阅读.{0,10}$|全文.{0,8}字.{0,12}$|"
    r"(?:(?:阅读|浏览|点赞|收藏|评论|转发|分享|在看|播放|喜欢)[量数]?[ :(]{0,3}[0-9]{0,9}[)万次+ ]{0,4}){2,8}$"
)
_BREADCRUMB = Pattern(
    r"[^>»›,。]{1,12}[ ][>»›][ ][^>»›,。]{1,12}$|[^>»›]{1,16}(?:[>»›]{1,2}[^>»›]{1,24}){2,8}[>»›]?$"
)
_MENU = Pattern(r"[^|丨｜]{1,16}(?:[ ]{0,3}[|丨][ ]{0,3}[^|丨]{1,16}){2,12}$")
_WORD = Pattern(r"[\u4e00-\u9fffA-Za-z0-9]+")
_BUTTONS = frozenset(
    (
        "打印本页",
        "关闭窗口",
        "关闭本页",
        "特大",
        "我要纠错",
        "缩小",
        "默认",
        "复制",
        "复制链接",
        "评分",
        "推荐",
        "空间",
        "电脑版",
        "语音播报",
        "朗读",
        "播放",
        "暂停",
        "长者版",
        "视力保护色",
        "A",
        "展开",
        "收起",
    )
)
"""Words on the buttons of web pages, besides those of `_WHOLE`."""
_SIZE_BUTTON = Pattern(
    r"(?:调整|设置|选择|切换)?(?:文字|字[号体])(?:大小)?(?:调整|设置|选择|切换)?$"
)
"""Buttons for the size of the letters, in whatever order a page words them."""
_BUTTONS_LENGTH = 60
_LINE_LENGTH = 120
_MENU_LENGTH = 100
_REMEMBERED = 2000
"""So many different lines are remembered with what they were found to be."""
_MENU_WORD = 6
_CAPTURE = Pattern(r"-[ ][a-z_]{2,24}:[ ]")

_WHOLE_LINES = (
    (_PAGE_NUMBER, "page-number"),
    (_SIGNS_ONLY, "signs"),
    (_WHOLE, "navigation"),
    (_READ_COUNT, "navigation"),
    (_DISCLAIMER, "disclaimer"),
    (_CAPTURE, "capture-header"),
)

FOLLOWERS = Pattern(
    r"[【\[]?(?:相关(?:阅读|报道|链接|新闻|文章|推荐|资讯|稿件|专题|附件|信息)|推荐(?:阅读|新闻|文章)|热点(?:推荐|新闻)|热门(?:推荐|新闻|文章|图片)|延伸阅读|"
    r"更多(?:新闻|精彩|报道|内容|栏目)|猜你喜欢|精彩推荐|最新(?:新闻|文章|资讯|评论)|本周热门|点击排行|阅读排行|网友评论|我来说两句|发表评论|友情链接|网站导航|"
    r"分享到|扫(?:描|一扫).{0,4}(?:二维码|上移动|手机)|【?上一篇】?|上一条|下一条|打印[ ]{0,4}关闭|【?打印|回到顶部|返回顶部|论坛热帖|视频推荐|联系我们|版权声明)"
)
"""What opens the furniture behind a report on a web page."""


def find_furniture(text: str, view: str, lines: Sequence[Line]) -> Mapping[int, str]:
    """Line number → why it is furniture (a short name) or `LISTING`, for all that are."""
    found: dict[int, str] = dict.fromkeys(find_listings(lines), LISTING)
    for number, line in enumerate(lines):
        if number in found:
            continue
        reason = judge_line(view, line.start, line.end)
        if reason:
            found[number] = reason
    add_menus(view, lines, found)
    _add_lone_numbers(view, lines, found)
    add_contents(text, view, lines, found)
    _add_running_heads(view, lines, found)
    return found


def judge_line(view: str, start: int, end: int) -> str:
    """Why `view[start:end]` is furniture by itself, empty if it is not."""
    return _judge(view[start:end]) if end - start <= _LINE_LENGTH else ""


@lru_cache(maxsize=_REMEMBERED)
def _judge(view: str) -> str:
    """The same of a line that stands by itself; lines of menus and tables come again and again."""
    start, end = 0, len(view)
    if _holds_only_buttons(view, start, end):
        return "navigation"
    for pattern, reason in _WHOLE_LINES:
        if pattern.match(view, start, end):
            return reason
    if is_page_head(view, start, end):
        return "page-head"
    if _carries_metadata(view, start, end):
        return ""
    if view[end - 1] != "。" and _OPENING.match(view, start, end):
        return "navigation"
    if (
        end <= _MENU_LENGTH
        and view[end - 1] not in "。!?"
        and (_BREADCRUMB.match(view, start, end) or _MENU.match(view, start, end))
    ):
        return "navigation"
    return ""


def _holds_only_buttons(view: str, start: int, end: int) -> bool:
    """Whether the line holds nothing but the buttons of a page or its menu, which begins `首页`."""
    if end - start > _BUTTONS_LENGTH:
        return False
    words = [word[0] for word in _WORD.finditer(view, start, end)]
    if not words or any(sign in view[start:end] for sign in "。,;!?"):
        return False
    if len(words) >= 3 and words[0] in HOME and max(map(len, words)) <= _MENU_WORD:
        return True
    return all(word in _BUTTONS or _SIZE_BUTTON.match(word) or _WHOLE.match(word) for word in words)


def _carries_metadata(view: str, start: int, end: int) -> bool:
    date = find_date(view, start, end)
    return find_source(view, start, end) is not None or bool(date and "T" in date.value)


def _add_lone_numbers(view: str, lines: Sequence[Line], found: dict[int, str]) -> None:
    """A number alone on its line is a page number unless the sentence around it needs it."""
    for number, line in enumerate(lines):
        if number in found or not _NUMBER.match(view, line.start, line.end):
            continue
        if number and number - 1 not in found:
            above = lines[number - 1]
            if line.gap == 0 and not ends_sentence(view, above.start, above.end):
                continue
        found[number] = "page-number"


def _add_running_heads(view: str, lines: Sequence[Line], found: dict[int, str]) -> None:
    """The same short line again and again, beside page numbers or inside sentences."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        if line.end - line.start <= 40 and number not in found:
            places[view[line.start : line.end]].append(number)
    for numbers in places.values():
        if len(numbers) < 3 or parse_mark(view, lines[numbers[0]].start):
            continue
        interrupting = sum(_interrupts(view, lines, number, found) for number in numbers)
        if interrupting * 2 >= len(numbers):
            found.update(dict.fromkeys(numbers, "running-head"))


def _interrupts(view: str, lines: Sequence[Line], number: int, found: Mapping[int, str]) -> bool:
    neighbours = (number - 1, number + 1)
    if any(found.get(neighbour) == "page-number" for neighbour in neighbours):
        return True
    if number == 0:
        return False
    above = lines[number - 1]
    return above.end - above.start >= 20 and not ends_sentence(view, above.start, above.end)
