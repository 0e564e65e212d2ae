"""Has the structure of a document found, of a huge one only at its beginning.

Finding it takes 0.3 seconds for a million characters of a report, and up to fourteen for a million
characters made to be slow; no report has two million.
"""

from bisect import bisect_left
from dataclasses import replace

from reportreader.document.block import Block, Blocks
from reportreader.document.document import Document
from reportreader.ingest.ingested_file import Notice
from reportreader.structure import STRUCTURE_VERSION, find_structure, refine_structure

STRUCTURED_LENGTH = 2_000_000
_SENTENCE_ENDS = "。！？"


def structured_document(
    document: Document, *, longest: int = STRUCTURED_LENGTH
) -> tuple[Document, tuple[Notice, ...]]:
    """The document with its structure, and what to tell where only a part was looked at.

    What a format said of the structure is refined; otherwise it is found in the text. Behind
    `longest` characters every line is a paragraph.
    """
    has_blocks = bool(len(document.blocks))
    if len(document.text) <= longest:
        found = refine_structure(document) if has_blocks else find_structure(document.text)
        return found, ()
    if has_blocks:
        return replace(document, structure_version=STRUCTURE_VERSION), ()
    end = _last_end(document.text, longest)
    found = _with_rest(find_structure(document.text[:end]), document.text)
    notice = Notice(message_id="ingest.structure_partial", values={"length": end})
    return found, (notice,)


def _last_end(text: str, longest: int) -> int:
    """Offset behind the last line, or else the last sentence, that ends in the allowed part."""
    line_end = text.rfind("\n", longest // 2, longest)
    sentence_end = max(text.rfind(mark, longest // 2, longest) for mark in _SENTENCE_ENDS)
    end = line_end if line_end >= 0 else sentence_end
    return end + 1 if end >= 0 else longest


def _with_rest(head: Document, text: str) -> Document:
    """The document of the beginning of `text`, with paragraphs for all behind it."""
    start = len(head.text)
    lines = Blocks.from_lines(text)
    following = bisect_left(lines, start, key=lambda line: line.start)
    pieces = [head.blocks.columns(0, len(head.blocks))]
    if following and (end := lines[following - 1].end) > start:
        pieces.append(Blocks([Block(start=start, end=end)]).columns(0, 1))
    pieces.append(lines.columns(following, len(lines)))
    return replace(head, text=text, blocks=Blocks.from_columns(pieces))
