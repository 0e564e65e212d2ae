"""Messages between two processes of ours: each is JSON behind its length."""

import json
import struct
from typing import IO, Any

_LENGTH = struct.Struct(">I")
LONGEST_BYTES = 1 << 28
"""No message of ours is longer; what says so is not one."""


def write_message(stream: IO[bytes], message: dict[str, Any]) -> None:
    """Writes a message and sends it off; raises OSError, and ValueError on a closed stream."""
    data = json.dumps(message).encode("ascii")
    stream.write(_LENGTH.pack(len(data)) + data)
    stream.flush()


def read_message(stream: IO[bytes]) -> dict[str, Any] | None:
    """The next message, None where the stream ends; raises ValueError for what is none."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    if length > LONGEST_BYTES:
        message = f"a message of {length} bytes"
        raise ValueError(message)
    data = stream.read(length)
    if len(data) < length:
        return None
    decoded: dict[str, Any] = json.loads(data)
    return decoded
