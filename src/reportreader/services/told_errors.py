"""Our errors as values for a message between two processes, and back."""

from typing import Any

import reportreader.errors as known_errors
from reportreader.errors import ReportReaderError


def encode_error(error: ReportReaderError) -> dict[str, Any]:
    """What another process needs to raise the same error."""
    values = {name: str(value) for name, value in error.values.items()}
    return {"kind": type(error).__name__, "message_id": error.message_id, "values": values}


def decode_error(told: dict[str, Any]) -> ReportReaderError:
    """The error that another process met."""
    kind = getattr(known_errors, told["kind"], ReportReaderError)
    error: ReportReaderError = kind(told["message_id"], **told["values"])
    return error
