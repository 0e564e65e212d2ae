"""Has the structure of a document found, of a huge one only at its beginning.

Finding it takes 0.6 seconds for a megabyte of reports, and up to three for a megabyte made to be
slow; no report has four million characters, or a hundred and fifty thousand lines.
"""

from bisect import bisect_left

from reportreader.document.block import Block, Blocks
from reportreader.document.document import Document
from reportreader.ingest.ingested_file import Notice
from reportreader.structure import STRUCTURE_VERSION, find_structure, refine_structure

STRUCTURED_LENGTH = 4_000_000
STRUCTURED_LINES = 150_000
_SENTENCE_ENDS = "。！？"


def structured_document(
    document: Document,
    *,
    longest: int = STRUCTURED_LENGTH,
    most_lines: int = STRUCTURED_LINES,
) -> tuple[Document, tuple[Notice, ...]]:
    """The document with its structure, and what to tell where only a part was looked at.

    What a format said of the structure is refined; otherwise it is found in the text. Behind
    `longest` characters or `most_lines` every line is a paragraph.
    """
    has_blocks = bool(len(document.blocks))
    is_long = len(document.text) > longest
    if has_blocks:
        if is_long:
            return document._replace(structure_version=STRUCTURE_VERSION), ()
        return refine_structure(document), ()
    lines_end = _end_of_lines(document.text, most_lines)
    if not is_long and lines_end == len(document.text):
        return find_structure(document.text), ()
    end = min(_last_end(document.text, longest), lines_end)
    found = _with_rest(find_structure(document.text[:end]), document.text)
    notice = Notice(message_id="ingest.structure_partial", values={"length": end})
    return found, (notice,)


def _end_of_lines(text: str, count: int) -> int:
    """Offset behind the first `count` lines."""
    if text.count("\n") < count:
        return len(text)
    end = 0
    for _ in range(count):
        end = text.index("\n", end) + 1
    return end


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
    return head._replace(text=text, blocks=Blocks.from_columns(pieces))
