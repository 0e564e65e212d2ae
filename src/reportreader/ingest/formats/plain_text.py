"""Plain text in any encoding of Chinese; its structure is found, not read."""

from reportreader.document.document import Document
from reportreader.ingest.decoding import decode_text
from reportreader.ingest.ingested_file import Extracted
from reportreader.ingest.manner import Manner


def extract(data: bytes, *, name: str, manner: Manner) -> Extracted:
    """The document in `data`; raises InputError for bytes that are no text."""
    decoded = decode_text(data, name=name, encoding=manner.encoding)
    return Extracted(
        document=Document(text=decoded.text),
        encoding=decoded.encoding,
        notices=decoded.notices,
    )
