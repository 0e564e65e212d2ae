"""Web pages saved as one file (MHTML, RFC 2557): the page in it is read like any other."""

from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message

from reportreader.errors import InputError
from reportreader.ingest.decoding import decode_text
from reportreader.ingest.formats.html import read_page, require_sane_nesting
from reportreader.ingest.ingested_file import Extracted
from reportreader.ingest.manner import Manner


def extract(data: bytes, *, name: str, manner: Manner) -> Extracted:
    """The first page in `data` that holds text; raises InputError if there is none."""
    for page in _iter_pages(message_from_bytes(data)):
        decoded = decode_text(page, name=name, encoding=manner.encoding)
        require_sane_nesting(decoded.text, name=name)
        document = read_page(decoded.text, whole=manner.whole_page)
        if document.text.strip():
            return Extracted(document=document, encoding=decoded.encoding, notices=decoded.notices)
    raise InputError("file_empty", path=name)


def _iter_pages(message: Message) -> Iterator[bytes]:
    """The bytes of every part that is a page and not empty; frames have several."""
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            content = part.get_payload(decode=True)
            if isinstance(content, bytes) and content.strip():
                yield content
