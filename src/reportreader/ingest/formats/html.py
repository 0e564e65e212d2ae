"""Web pages and saved articles: the article, its title, date and source; menus are left out."""

import re

from selectolax.lexbor import LexborHTMLParser

from reportreader.document.block import BlockKind
from reportreader.document.document import Document
from reportreader.document.metadata import MetadataField, MetadataItem
from reportreader.errors import InputError
from reportreader.ingest.building import DocumentBuilder
from reportreader.ingest.decoding import decode_text
from reportreader.ingest.formats.html_article import (
    find_article,
    lines_below_title,
    remove_hidden,
)
from reportreader.ingest.formats.html_blocks import HtmlBlocks
from reportreader.ingest.formats.html_hidden import find_hidden_article, han_count
from reportreader.ingest.formats.html_metadata import read_metadata
from reportreader.ingest.ingested_file import Extracted
from reportreader.ingest.manner import Manner

LIMIT_BYTES = 32 << 20
NESTING_LIMIT = 1000
"""Elements within each other; the time lexbor takes grows with the square of it."""
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_VOID = frozenset(
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "li", "link", "meta", "p",
        "param", "source", "td", "tr", "track", "wbr",
    }
)  # fmt: skip
"""Elements that are empty, or that need no end tag."""
_TITLE_REACH = 400
_HIDDEN_ARTICLE = "<body><div id='content-main'>{}</div></body>"
"""An article as a page, by a name that `html_article` knows for one."""
_HIDDEN_TEXT = "script,style,textarea,template,noscript"
_FEWEST_SHOWN = 60
"""Chinese characters; a page that shows fewer may hold its article elsewhere."""


def extract(data: bytes, *, name: str, manner: Manner) -> Extracted:
    """The document in `data`; raises InputError for pages without text or nested absurdly."""
    if len(data) > LIMIT_BYTES:
        size, limit = len(data) >> 20, LIMIT_BYTES >> 20
        raise InputError("file_too_large", path=name, size=size, limit=limit)
    decoded = decode_text(data, name=name, encoding=manner.encoding)
    require_sane_nesting(decoded.text, name=name)
    document = read_page(decoded.text, whole=manner.whole_page)
    if not document.text.strip():
        raise InputError("file_empty", path=name)
    return Extracted(document=document, encoding=decoded.encoding, notices=decoded.notices)


def read_page(source: str, *, whole: bool = False) -> Document:
    """The document that a page is: its article, or the `whole` of what it shows."""
    page = LexborHTMLParser(source)
    metadata = read_metadata(page)
    if _shows_nothing(page) and (hidden := find_hidden_article(page)):
        page = LexborHTMLParser(_HIDDEN_ARTICLE.format(hidden))
    remove_hidden(page, with_side_matter=not whole)
    article = page.body if whole else find_article(page)
    if article is None:
        return Document(text="")
    builder = DocumentBuilder()
    title = next((item.value for item in metadata if item.field is MetadataField.TITLE), "")
    opening = "".join((article.text() or "")[:_TITLE_REACH].split())
    if title and "".join(title.split()) not in opening:
        builder.put(title)
        builder.end_block(BlockKind.TITLE)
        for line in lines_below_title(page, article, title):
            builder.put(line)
            builder.end_block(BlockKind.PARAGRAPH)
    HtmlBlocks(builder).read(article)
    return builder.document(_without_title(metadata))


def _shows_nothing(page: LexborHTMLParser) -> bool:
    """Whether a page has next to no text of its own, its scripts and fields left out."""
    if page.body is None:
        return False
    hidden = sum(han_count(node.text() or "") for node in page.body.css(_HIDDEN_TEXT))
    return han_count(page.body.text() or "") - hidden < _FEWEST_SHOWN


def _without_title(metadata: tuple[MetadataItem, ...]) -> tuple[MetadataItem, ...]:
    """The title stands in the text, where it has a place."""
    return tuple(item for item in metadata if item.field is not MetadataField.TITLE)


def require_sane_nesting(source: str, *, name: str) -> None:
    """Raises InputError (`file_bomb`) for elements within elements beyond all sense. Linear."""
    depth = 0
    for tag in _TAG.finditer(source):
        if tag.group(2).lower() in _VOID:
            continue
        depth = max(depth - 1, 0) if tag.group(1) else depth + 1
        if depth > NESTING_LIMIT:
            raise InputError("file_bomb", path=name)
