"""What a child process says of a file, as JSON: pickles would let a hijacked child run code here."""

import json
from collections.abc import Mapping
from typing import Any

from reportreader.document.block import Block, BlockKind, Blocks
from reportreader.document.document import Document
from reportreader.document.metadata import Metadata, MetadataField, MetadataItem
from reportreader.document.section import Section, SectionKind
from reportreader.document.span import Span, SpanKind
from reportreader.ingest.ingested_file import Extracted, Notice
from reportreader.ingest.sanitising import sanitise, sanitise_line


def encode_extracted(extracted: Extracted) -> bytes:
    """`extracted` as JSON."""
    document = extracted.document
    value = {
        "text": document.text,
        "blocks": [
            [b.start, b.end, b.kind, b.level, b.marker, b.depth, b.table] for b in document.blocks
        ],
        "spans": [[s.start, s.end, s.kind, s.target] for s in document.spans],
        "sections": [
            [s.start, s.end, s.level, s.title, s.content_end, s.reason] for s in document.sections
        ],
        "metadata": [[i.field, i.value, i.start, i.end] for i in document.metadata.items],
        "encoding": extracted.encoding,
        "notices": [[n.message_id, dict(n.values)] for n in extracted.notices],
    }
    return json.dumps(value).encode()


def decode_extracted(data: bytes) -> Extracted:
    """What `encode_extracted` wrote; raises ValueError for anything else.

    Text is sanitised once more and offsets are checked, because the child may lie.
    """
    try:
        value = json.loads(data)
        text = sanitise(value["text"])
        length = len(text)
        document = Document(
            text=text,
            blocks=Blocks(_decode_block(item, length) for item in value["blocks"]),
            spans=tuple(_decode_span(item, length) for item in value["spans"]),
            sections=tuple(_decode_section(item, length) for item in value["sections"]),
            metadata=Metadata(
                items=tuple(_decode_item(item, length) for item in value["metadata"])
            ),
        )
        notices = tuple(_decode_notice(item) for item in value["notices"])
        return Extracted(document=document, encoding=str(value["encoding"]), notices=notices)
    except (KeyError, TypeError, AttributeError, OverflowError) as error:
        message = "not an extracted document"
        raise ValueError(message) from error


def _decode_block(item: list[Any], length: int) -> Block:
    start, end = _interval(item, length)
    return Block(
        start=start,
        end=end,
        kind=BlockKind(item[2]),
        level=int(item[3]),
        marker=sanitise_line(item[4]),
        depth=int(item[5]),
        table=int(item[6]),
    )


def _decode_span(item: list[Any], length: int) -> Span:
    start, end = _interval(item, length)
    return Span(start=start, end=end, kind=SpanKind(item[2]), target=sanitise_line(item[3]))


def _decode_section(item: list[Any], length: int) -> Section:
    start, end = _interval(item, length)
    return Section(
        start=start,
        end=end,
        level=int(item[2]),
        title=sanitise_line(item[3]),
        kind=SectionKind.MARKUP,
        content_end=min(int(item[4]), length),
        reason=sanitise_line(item[5]),
    )


def _decode_item(item: list[Any], length: int) -> MetadataItem:
    start, end = (-1, -1) if item[2] < 0 else _interval(item[2:], length)
    return MetadataItem(
        field=MetadataField(item[0]), value=sanitise_line(item[1]), start=start, end=end
    )


def _decode_notice(item: list[Any]) -> Notice:
    values: Mapping[str, object] = item[1]
    return Notice(
        message_id=str(item[0]),
        values={key: sanitise_line(str(value)) for key, value in values.items()},
    )


def _interval(item: list[Any], length: int) -> tuple[int, int]:
    start, end = int(item[0]), int(item[1])
    if not 0 <= start <= end <= length:
        message = "an interval outside the text"
        raise ValueError(message)
    return start, end
