"""PDF files: paragraphs rejoined from lines, headings from the outline where the file has one."""

import time
from collections.abc import Mapping, Sequence

import pypdfium2 as pdfium

from reportreader.document.block import BlockKind
from reportreader.errors import InputError
from reportreader.ingest.building import DocumentBuilder
from reportreader.ingest.formats.line_joining import JoinedParagraph, join_lines, put_paragraph
from reportreader.ingest.formats.partial_reading import tell_unread_pages
from reportreader.ingest.formats.pdf_forms import has_form_bomb
from reportreader.ingest.formats.pdf_lines import iter_lines
from reportreader.ingest.formats.pdf_streams import has_bomb
from reportreader.ingest.formats.placed_line import PlacedLine
from reportreader.ingest.ingested_file import Extracted
from reportreader.ingest.manner import Manner

PAGE_LIMIT = 5000
READING_SECONDS = 14.0
"""Processor time after which no further page is begun; what was read is shown as a part."""
_PASSWORD_ERROR = 4
_FEWEST_CHARACTERS = 8
_LONGEST_OUTLINE = 5000
_LONGEST_LABEL = 20


def extract(data: bytes, *, name: str, manner: Manner) -> Extracted:  # noqa: ARG001
    """The document in `data`; raises InputError for files that are locked, damaged, or scans."""
    if has_bomb(data) or has_form_bomb(data):
        raise InputError("file_bomb", path=name)
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        is_locked = getattr(error, "err_code", None) == _PASSWORD_ERROR
        raise InputError("file_encrypted" if is_locked else "file_damaged", path=name) from error
    page_count = len(document)
    lines, pages_read = _read_pages(document)
    if not pages_read:
        raise InputError("file_damaged", path=name)
    if sum(len(line.text) for line in lines) < _FEWEST_CHARACTERS:
        raise InputError("file_without_text", path=name)
    builder = DocumentBuilder()
    _write(builder, join_lines(lines, page_count), _outline(document), _page_labels(document))
    notices = tell_unread_pages(builder, read=pages_read, total=page_count)
    return Extracted(document=builder.document(), notices=notices)


def _read_pages(document: pdfium.PdfDocument) -> tuple[list[PlacedLine], int]:
    """The lines of the pages that can be read in the time there is, and the number of pages."""
    lines: list[PlacedLine] = []
    pages_read = 0
    end = time.process_time() + READING_SECONDS
    for number in range(min(len(document), PAGE_LIMIT)):
        if time.process_time() > end:
            break
        try:
            lines.extend(iter_lines(document, number))
        except pdfium.PdfiumError:  # a page that is damaged; the others may be whole
            continue
        pages_read += 1
    return lines, pages_read


def _page_labels(document: pdfium.PdfDocument) -> list[str]:
    """What the pages are called, in the order of the file: `iv`, `12`."""
    return [
        document.get_page_label(number)[:_LONGEST_LABEL] or str(number + 1)
        for number in range(min(len(document), PAGE_LIMIT))
    ]


def _outline(document: pdfium.PdfDocument) -> dict[str, int]:
    """Level of each title of the outline, without its blanks; the outermost is 1."""
    levels: dict[str, int] = {}
    for count, entry in enumerate(document.get_toc()):
        if count >= _LONGEST_OUTLINE:
            break
        title = _squeezed(entry.get_title() or "")
        if title:
            levels.setdefault(title, entry.level + 1)
    return levels


def _write(
    builder: DocumentBuilder,
    paragraphs: Sequence[JoinedParagraph],
    outline: Mapping[str, int],
    labels: Sequence[str],
) -> None:
    for paragraph in paragraphs:
        put_paragraph(builder, paragraph, labels)
        level = outline.get(_squeezed(paragraph.text), 0)
        if paragraph.is_furniture:
            builder.end_block(BlockKind.FURNITURE)
        elif level:
            builder.end_block(BlockKind.HEADING, level=level)
        else:
            builder.end_paragraph()


def _squeezed(text: str) -> str:
    return "".join(text.split())
