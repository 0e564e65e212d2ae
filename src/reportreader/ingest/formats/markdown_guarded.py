"""Markdown that may take a parser for ever: parsed for so long, else read as plain text.

Runs in the child process, because it interrupts the parser by a signal.
"""

import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from reportreader.ingest.formats import markdown, plain_text
from reportreader.ingest.ingested_file import Extracted, Notice
from reportreader.ingest.manner import Manner

LEAST_SECONDS, MOST_SECONDS = 1.5, 12.0
SECONDS_PER_MEGABYTE = 3.0
"""Processor time for parsing, some twice what text of that length takes."""
OPEN_BRACKETS = 500
"""Brackets or comments that may be left open; for each, the parser looks for an end to the last."""
_BRACKET = re.compile(rb"([\[\]])|\n[ \t]*\n")


class _TooSlowError(Exception):
    """The parser has had its time."""


def extract(data: bytes, *, name: str, manner: Manner) -> Extracted:
    """The document in `data`; raises InputError for bytes that are no text."""
    if not (leaves_brackets_open(data) or leaves_comments_open(data)):
        seconds = LEAST_SECONDS + SECONDS_PER_MEGABYTE * len(data) / (1 << 20)
        try:
            with _interrupted_after(min(seconds, MOST_SECONDS)):
                return markdown.extract(data, name=name, manner=manner)
        except (_TooSlowError, RecursionError):
            pass  # what could not be parsed is read as plain text
    found = plain_text.extract(data, name=name, manner=manner)
    notice = Notice(message_id="ingest.markdown_too_complex")
    return Extracted(
        document=found.document, encoding=found.encoding, notices=(*found.notices, notice)
    )


def leaves_brackets_open(data: bytes) -> bool:
    """Whether a paragraph opens far more brackets than it closes. Linear."""
    depth = 0
    for match in _BRACKET.finditer(data):
        bracket = match.group(1)
        if bracket == b"[":
            depth += 1
            if depth > OPEN_BRACKETS:
                return True
        else:
            depth = max(depth - 1, 0) if bracket else 0
    return False


def leaves_comments_open(data: bytes) -> bool:
    """Whether far more comments begin than end."""
    return data.count(b"<!--") - data.count(b"-->") > OPEN_BRACKETS


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
