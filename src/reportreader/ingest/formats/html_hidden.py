"""Finds the article of a page that shows none by itself: its scripts would have fetched it.

Some sites keep the text in a `textarea`, or as a string in a script, and put it on the page later.
"""

import html
import json
import re

from selectolax.lexbor import LexborHTMLParser

_HAN = re.compile("[\u3400-\u9fff]")
_STRING = re.compile(r'"((?:[^"\\]++|\\.)*+)(?:"|\Z|\\)', re.DOTALL)
"""Takes an unfinished string for one as well, so that the search is linear."""
_FEWEST_HAN = 40
_TAG = re.compile(r"<(?:p|div|br|section|span|h[1-6])\b", re.IGNORECASE)


def han_count(text: str) -> int:
    """How many Chinese characters a text has."""
    return sum(1 for _ in _HAN.finditer(text))


def find_hidden_article(page: LexborHTMLParser) -> str:
    """Source of the longest text in the hidden places of a page, as HTML; empty if there is none.

    Call it before anything is removed.
    """
    candidates = [node.text() or "" for node in page.css("textarea")]
    for script in page.css("script"):
        strings = _STRING.findall(script.text() or "")
        candidates += [_decoded(one) for one in strings if len(one) >= _FEWEST_HAN]
    best = max(candidates, key=han_count, default="")
    if han_count(best) < _FEWEST_HAN:
        return ""
    if "&lt;" in best:
        best = html.unescape(best)
    return best if _TAG.search(best) else _as_paragraphs(best)


def _decoded(literal: str) -> str:
    """What a string in a script says; as it stands if it is no JSON."""
    try:
        return str(json.loads(f'"{literal}"', strict=False))
    except ValueError:
        return literal


def _as_paragraphs(text: str) -> str:
    return "".join(f"<p>{html.escape(line)}</p>" for line in text.splitlines())
