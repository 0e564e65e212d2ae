"""The neutral format: a document's structure as plain values for comparison with labels.

Keys: id, text_sha256, metadata, outline, articles, paragraphs, stray; offsets are code points.
"""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from reportreader.document.block import BlockKind
from reportreader.document.document import Document
from reportreader.document.metadata import MetadataField

_TEXT_KINDS = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE)
_STRAY_KINDS = (BlockKind.FURNITURE, BlockKind.CAPTION, BlockKind.BYLINE)


def neutral_outline(document: Document, *, report_id: str) -> dict[str, Any]:
    """Metadata, outline, articles, number of paragraphs and stray lines of `document`."""
    text = document.text
    return {
        "id": report_id,
        "text_sha256": sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        "metadata": _metadata(document),
        "outline": [
            {
                "level": section.level,
                "text": text[section.start : section.end],
                "start": section.start,
                "end": section.end,
                "kind": str(section.kind),
                "confidence": section.confidence,
                "reason": section.reason,
            }
            for section in document.sections
        ],
        "articles": [
            {
                "headline": article.headline,
                "column": article.column,
                "byline": article.byline,
                "start": article.start,
                "end": article.end,
            }
            for article in document.articles
        ],
        "paragraphs": _count_paragraphs(document),
        "stray": [
            {"start": start, "end": end, "text": text[start:end]}
            for start, end in _iter_stray(document)
        ],
    }


def _metadata(document: Document) -> dict[str, Any]:
    metadata = document.metadata
    return {
        "title": _source_text(document, MetadataField.TITLE),
        "kicker": _source_text(document, MetadataField.KICKER),
        "subtitle": _source_text(document, MetadataField.SUBTITLE),
        "source": metadata.value(MetadataField.SOURCE),
        "date": metadata.value(MetadataField.DATE),
        "byline": [
            item.value
            for item in metadata.items
            if item.field in (MetadataField.AUTHOR, MetadataField.REPORTER)
        ],
        "editor": metadata.value(MetadataField.EDITOR),
        "photographer": [item.value for item in metadata.all(MetadataField.PHOTOGRAPHER)],
        "docno": metadata.value(MetadataField.DOCUMENT_NUMBER),
        "speaker": metadata.value(MetadataField.SPEAKER),
        "addressee": metadata.value(MetadataField.ADDRESSEE),
        "sign": metadata.value(MetadataField.SIGNATURE),
        "signdate": metadata.value(MetadataField.SIGN_DATE),
    }


def _source_text(document: Document, field: MetadataField) -> str:
    """The field as it stands in the text, line breaks kept."""
    for item in document.metadata.all(field):
        return document.text[item.start : item.end] if item.start >= 0 else item.value
    return ""


def _iter_stray(document: Document) -> Iterator[tuple[int, int]]:
    """Runs of neighbouring blocks that are not text; a salutation is none either."""
    addressed = {item.start for item in document.metadata.all(MetadataField.ADDRESSEE)}
    start = end = -1
    for block in document.blocks:
        if block.kind in _STRAY_KINDS or block.start in addressed:
            start, end = (block.start if start < 0 else start), block.end
        elif start >= 0:
            yield start, end
            start = -1
    if start >= 0:
        yield start, end


def _count_paragraphs(document: Document) -> int:
    """Body paragraphs: neither salutations nor the lines that name whom the paper is sent to."""
    addressed = {item.start for item in document.metadata.all(MetadataField.ADDRESSEE)}
    return sum(
        block.kind in _TEXT_KINDS and block.start not in addressed for block in document.blocks
    )
