"""Lines that a page sets around its article: calls to follow, to print, to go to the next page."""

import re

_LONGEST = 60
_BUTTON = (
    r"打印(?:本页|此文|文章)?|关闭(?:窗口|本页|页面)?|返回(?:顶部|首页|列表|上一页)?|收藏(?:本页)?"
    r"|分享(?:到)?[:：]?|字[体号]|放大|缩小|默认"
)
_LINE = re.compile(
    "|".join(
        (
            r"点击(?:上方|下方|蓝字|右上角|标题下).{0,24}(?:关注|订阅).{0,12}",
            r"(?:长按|扫描|识别|扫一扫).{0,16}(?:二维码|关注|打开当前页|公众号).{0,12}",
            r"[\-—－=·\s]*(?:END|The\s+End)[\-—－=·\s]*",
            r"(?:点个?|点击|戳).{0,3}[“‘]?(?:在看|赞|阅读原文)[”’]?.{0,20}",
            r"(?:轻触)?阅读原文|继续滑动看下一个|预览时标签不可点|收录于(?:合集|话题).*",
            rf"(?:[【\[]\s*(?:{_BUTTON}|[大中小](?:\s+[大中小])*)\s*[】\]]\s*)+",
            rf"(?:{_BUTTON})(?:[\s|｜]+(?:{_BUTTON}|大|中|小))+",
            r"[上下]一[篇页条][:：].*",
            r"(?:浏览|点击|阅读|访问)(?:次数|数|量)[:：]?\s*\d*\s*次?",
            r"(?:当前|您(?:现在|当前)?(?:所在)?的?|现在)位置[:：].*",
        )
    ),
    re.IGNORECASE,
)


def is_page_furniture(text: str) -> bool:
    """Whether a line of a page is there for its buttons and not for its article."""
    line = text.strip()
    return len(line) <= _LONGEST and _LINE.fullmatch(line) is not None
