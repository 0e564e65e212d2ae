"""Heads of pages: the lines over the pages of newspapers, journals and books, and what they say."""

from reportreader.structure.patterns import Pattern

_PAGE_HEAD = Pattern(
    r"(?=.{0,60}(?:星期[一二三四五六日天]|[0-9A-Z]{1,3}版|第[0-9一二三四]{1,3}版|版面))(?=.{0,60}(?:[0-9]{4}年|星期|版)).{2,60}(?:版|星期[一二三四五六日天]|编辑.{0,30}|日|要闻|综合|新闻|广告)$"
)
_PAGE_NAME = Pattern(
    r"(?:[\u4e00-\u9fff](?:[ ]{0,4}[\u4e00-\u9fff]){1,5}[ ]{3,40}[0-9A-Z]{1,3}|[0-9A-Z]{1,3}[ ]{3,40}[\u4e00-\u9fff](?:[ ]{0,4}[\u4e00-\u9fff]){1,5})$"
)
"""Name and number of a page, far apart."""
_FOLIO = Pattern(
    r"(?=.{0,80}(?:19|20)[0-9]{2}年)(?=.{0,90}星期[一二三四五六日天])(?=.{0,90}(?:第?[0-9A-Z一二三四五六七八九十]{1,3}版|版面|本版|责编))[^。]{12,110}$"
)
"""The line over a page: name of the paper, day, number and editor of the page."""
_JOURNAL = Pattern(
    r"(?:(?:19|20)[0-9]{2}年)?[ ]{0,4}第[ ]?[0-9]{1,3}[ ]?卷[ ,]{0,4}(?:增刊|第[ ]?[0-9]{1,3}[ ]?期)(?:[ ]{2,60}(?P<name>(?!第|总|[0-9])[\u4e00-\u9fff][\u4e00-\u9fff()]{2,24})(?=[ ]{2}|$))?[^。]{0,80}$"
)
"""The line over a page of a journal: volume, issue and name."""
_BOOK = Pattern(
    r"[-—·][ ]?[0-9]{1,4}[ ]?[-—·][ ]{2,60}[^ 。,:]{2,20}$|[^ 。,:]{2,20}[ ]{2,60}[-—·][ ]?[0-9]{1,4}[ ]?[-—·]$"
)
"""The line over a page of a book: its number between signs, and the name of the book."""
_HEADS = (_PAGE_HEAD, _FOLIO, _PAGE_NAME, _JOURNAL, _BOOK)


def is_page_head(view: str, start: int, end: int) -> bool:
    """Whether the line `view[start:end]` stands over a page."""
    return any(head.match(view, start, end) for head in _HEADS)


def is_folio(view: str, start: int, end: int) -> bool:
    """Whether the line stands over a newspaper page and says its day."""
    return _FOLIO.match(view, start, end) is not None


def find_journal(view: str, start: int, end: int) -> tuple[int, int] | None:
    """The name of the journal in the line over its page."""
    match = _JOURNAL.match(view, start, end)
    return match.span("name") if match and match["name"] else None
