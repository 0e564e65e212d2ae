"""The view that every rule looks at: the text with equal signs made equal, offset for offset.

Full-width letters, digits and punctuation become half-width, traditional characters simplified,
the many blanks, dashes and quotation marks one each. The length never changes, so an offset in
the view is an offset in the text. `。` and `、` have no half-width form here and stay.
"""

from functools import cache

from reportreader.document.han_variants import simplified_forms

_LIKE = {
    " ": "\t\u00a0\u3000\u2002\u2003\u2009\u200b\ufeff\x0b\x0c",
    "“": "「『＂",
    "”": "」』",
    "—": "─━―–﹣",
    "·": "•‧・∙",
    "〔": "﹝",
    "〕": "﹞",
    ":": "∶︰",
    "■": "◼▇█",
    "…": "⋯",
    "(": "﹙",
    ")": "﹚",
}


@cache
def _table() -> dict[int, int]:
    table = dict(simplified_forms())
    table.update({code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)})
    for plain, likes in _LIKE.items():
        table.update({ord(like): ord(plain) for like in likes})
    return table


def fold(text: str) -> str:
    """The view of `text`: as many code points, comparable ones made equal."""
    return text.translate(_table())
