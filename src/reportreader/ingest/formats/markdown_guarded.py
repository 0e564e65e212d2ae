"""Markdown that may take a parser for ever: parsed for so long, else read as plain text.

Runs in the child process, because it interrupts the parser by a signal.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from reportreader.ingest.formats import markdown, plain_text
from reportreader.ingest.ingested_file import Extracted, Notice
from reportreader.ingest.manner import Manner

PARSING_SECONDS = 12.0
"""Processor time for parsing; what the child may take in all is more."""


class _TooSlowError(Exception):
    """The parser has had its time."""


def extract(data: bytes, *, name: str, manner: Manner) -> Extracted:
    """The document in `data`; raises InputError for bytes that are no text."""
    try:
        with _interrupted_after(PARSING_SECONDS):
            return markdown.extract(data, name=name, manner=manner)
    except (_TooSlowError, RecursionError):
        found = plain_text.extract(data, name=name, manner=manner)
        notice = Notice(message_id="ingest.markdown_too_complex")
        return Extracted(
            document=found.document, encoding=found.encoding, notices=(*found.notices, notice)
        )


@contextmanager
def _interrupted_after(seconds: float) -> Iterator[None]:
    def interrupt(_number: int, _frame: FrameType | None) -> None:
        raise _TooSlowError

    before = signal.signal(signal.SIGVTALRM, interrupt)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
