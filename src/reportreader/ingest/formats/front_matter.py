"""Reads the front matter of a Markdown file: the flat part of YAML that people write there."""

import re

from reportreader.document.metadata import MetadataField, MetadataItem
from reportreader.ingest.sanitising import sanitise_line

_FIELDS = {
    "title": MetadataField.TITLE,
    "标题": MetadataField.TITLE,
    "subtitle": MetadataField.SUBTITLE,
    "副标题": MetadataField.SUBTITLE,
    "author": MetadataField.AUTHOR,
    "authors": MetadataField.AUTHOR,
    "作者": MetadataField.AUTHOR,
    "editor": MetadataField.EDITOR,
    "编辑": MetadataField.EDITOR,
    "source": MetadataField.SOURCE,
    "publisher": MetadataField.SOURCE,
    "来源": MetadataField.SOURCE,
    "date": MetadataField.DATE,
    "published": MetadataField.DATE,
    "发布日期": MetadataField.DATE,
    "日期": MetadataField.DATE,
    "tags": MetadataField.TAG,
    "keywords": MetadataField.TAG,
    "标签": MetadataField.TAG,
    "关键词": MetadataField.TAG,
    "lang": MetadataField.LANGUAGE,
    "language": MetadataField.LANGUAGE,
    "文号": MetadataField.DOCUMENT_NUMBER,
}
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]")
_MANY = frozenset({MetadataField.AUTHOR, MetadataField.TAG})
_PAIR = re.compile(r"([^\s:：#-][^:：]*?)\s*(?::(?:\s+|$)|：\s*)(.*)")
_ITEM = re.compile(r"\s*-\s+(.*)")
_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]+(\d{1,2}:\d{2}))?")


def parse_front_matter(source: str) -> tuple[MetadataItem, ...]:
    """Metadata in the lines between the `---`; keys we have no field for are passed over."""
    items: list[MetadataItem] = []
    field: MetadataField | None = None
    for line in source.splitlines():
        entry = _ITEM.match(line)
        pair = _PAIR.match(line)
        if entry and field:
            items.extend(_items(field, entry.group(1)))
        elif pair:
            field = _FIELDS.get(pair.group(1).strip().lower())
            if field:
                items.extend(_items(field, pair.group(2)))
    return tuple(items)


def _items(field: MetadataField, raw: str) -> list[MetadataItem]:
    raw = raw.strip()
    if raw.startswith("[") and raw.endswith("]"):
        values = raw[1:-1].split(",")
    elif field in _MANY and not _is_quoted(raw):
        values = re.split("[,，、]", raw)
    else:
        values = [raw]
    plain = (_plain(field, value) for value in values)
    return [MetadataItem(field=field, value=value) for value in plain if value]


def _plain(field: MetadataField, raw: str) -> str:
    value = raw.strip()
    if _is_quoted(value):
        value = value[1:-1]
    if linked := _WIKI_LINK.fullmatch(value):
        value = linked.group(1)
    if field is MetadataField.SOURCE and "://" in value:
        return ""
    date = _DATE.match(value) if field is MetadataField.DATE else None
    if date:
        year, month, day, clock = date.groups()
        value = f"{year}-{int(month):02}-{int(day):02}" + (f"T{clock:0>5}" if clock else "")
    return sanitise_line(value)


def _is_quoted(value: str) -> bool:
    return len(value) >= 2 and value[0] == value[-1] and value[0] in "'\""
