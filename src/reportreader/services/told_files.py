"""Files of which there is more to say than that they were added, for a message between processes.

That is why a file was refused, and what was lost of one that could be read.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportreader.errors import ReportReaderError
from reportreader.ingest.ingested_file import Notice
from reportreader.services.added import AddedFile
from reportreader.services.told_errors import decode_error, encode_error

MOST_TOLD = 500
"""Files that are told of by name; the counts are those of all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldFile:
    """A file that was refused, or read with a loss."""

    path: str
    error: ReportReaderError | None = None
    notices: tuple[Notice, ...] = ()


def encode_files(files: Sequence[AddedFile]) -> list[dict[str, Any]]:
    """Those of `files` of which there is something to tell: the refused ones before the others."""
    refused = [file for file in files if file.error is not None]
    lossy = [file for file in files if file.error is None and file.notices]
    return [_encode(file) for file in (*refused, *lossy)[:MOST_TOLD]]


def decode_file(told: dict[str, Any]) -> ToldFile:
    """The file that another process told of."""
    return ToldFile(
        path=told["path"],
        error=decode_error(told["error"]) if told["error"] is not None else None,
        notices=tuple(
            Notice(message_id=message_id, values=values) for message_id, values in told["notices"]
        ),
    )


def _encode(file: AddedFile) -> dict[str, Any]:
    return {
        "path": file.path,
        "error": encode_error(file.error) if file.error is not None else None,
        "notices": [
            [notice.message_id, {name: str(value) for name, value in notice.values.items()}]
            for notice in file.notices
        ],
    }
