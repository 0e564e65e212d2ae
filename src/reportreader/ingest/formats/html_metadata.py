"""What a saved page says of its article outside the text: title, date, source."""

import re
from collections.abc import Mapping

from selectolax.lexbor import LexborHTMLParser

from reportreader.document.metadata import MetadataField, MetadataItem
from reportreader.ingest.sanitising import sanitise_line

_TITLE_KEYS = ("og:title", "articletitle")
_DATE_KEYS = (
    "article:published_time",
    "og:release_date",
    "pubdate",
    "publishdate",
    "publish_date",
    "apub:time",
    "datepublished",
)
_SOURCE_KEYS = ("contentsource", "source")
_DATE = re.compile(
    r"((?:19|20)\d\d)(?:\s*[-/.年]\s*|\s+)(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[\sT]*(\d{1,2})[:：](\d{2}))?"
)
_SOURCE = re.compile(
    r"(?:来\s*源|來\s*源|稿件来源|文章来源|出处)\s*[:：]\s*([^\s|｜<>《》:：,，。;；]{2,20})"
)
_TITLE_PARTS = re.compile(r"\s*[_|｜]\s*|\s+[-–—]\s+|(?<=[\u4e00-\u9fff”])-(?=[\u4e00-\u9fff])")
_SITE = re.compile(
    r".{0,12}(?:日报|晚报|早报|时报|晨报|都市报|数字报|电子报|网|网站|门户|频道|客户端|公众号|版)$"
)
"""Part of a window title that names the site and not the page."""
_SHORTEST_TITLE = 6
_REACH = 1500
"""Characters behind the title in which date and source are looked for."""


def read_metadata(page: LexborHTMLParser) -> tuple[MetadataItem, ...]:
    """Title, date and source, as far as the page tells them; call it before anything is removed."""
    tags = _meta_tags(page)
    title = _find_title(page, tags)
    body = page.body.text(separator=" ") if page.body is not None else ""
    start = max(body.find(title[:8]), 0) if title else 0
    near = body[start : start + _REACH]
    date = next((found for key in _DATE_KEYS if (found := _iso_date(tags.get(key, "")))), "")
    source = next((tags[key] for key in _SOURCE_KEYS if tags.get(key)), "")
    if not source and (said := _SOURCE.search(near)):
        source = said.group(1)
    told = (
        (MetadataField.TITLE, title),
        (MetadataField.SOURCE, source),
        (MetadataField.DATE, date or _iso_date(near)),
    )
    return tuple(
        MetadataItem(field=field, value=sanitise_line(value)) for field, value in told if value
    )


def _meta_tags(page: LexborHTMLParser) -> dict[str, str]:
    tags: dict[str, str] = {}
    for node in page.css("meta"):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        content = (attributes.get("content") or "").strip()
        if name and content:
            tags.setdefault(name.lower(), content)
    return tags


def _find_title(page: LexborHTMLParser, tags: Mapping[str, str]) -> str:
    """The heading that the window title repeats, else the longest part of the window title.

    Of those parts that name the site are taken last.
    """
    node = page.css_first("title")
    window = node.text(strip=True) if node is not None else ""
    told = next((tags[key] for key in _TITLE_KEYS if key in tags), "")
    headings = [n.text(strip=True) for n in [*page.css("h1"), *page.css("h2")[:3]]]
    for heading in headings:
        head = heading[:10]
        is_same = head in window or head in told or (len(window) > 1 and window in heading)
        if len(heading) >= _SHORTEST_TITLE and is_same:
            return heading
    parts = [part for part in _TITLE_PARTS.split(window) if part]
    named = [part for part in parts if not _SITE.match(part)]
    return told or max(named or parts, key=len, default=headings[0] if headings else "")


def _iso_date(text: str) -> str:
    found = _DATE.search(text)
    if found is None:
        return ""
    year, month, day, hour, minute = found.groups()
    clock = f"T{int(hour):02}:{minute}" if hour else ""
    return f"{year}-{int(month):02}-{int(day):02}{clock}"
