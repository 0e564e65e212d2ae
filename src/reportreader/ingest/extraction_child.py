"""The child process that parses untrusted files: `python -m reportreader.ingest.extraction_child BYTES`.

It reads requests from standard input and answers on standard output until the input ends. Limits
on memory, processor time and written files hold for all it does, so that the worst a file can do is
end this process.

A request is a JSON head (`task`, `name` and so on) and the bytes of the file. The task `extract` is
answered by DONE with the document or REFUSED with the reason; `unpack` by any number of ENTRY
(followed by a name and bytes) and ENTRY_REFUSED (name and reason) before one of those two.
"""

import json
import resource
import struct
import sys
from typing import IO, Any

from reportreader.errors import InputError
from reportreader.ingest.formats import load_extractor
from reportreader.ingest.manner import Manner
from reportreader.ingest.wire import encode_extracted

PROCESSOR_SECONDS = 20
LENGTH = struct.Struct(">Q")
"""How the length of each part of a message is written."""
DONE = b"D"
REFUSED = b"R"
ENTRY = b"E"
ENTRY_REFUSED = b"X"


def main() -> int:
    """Answer requests until there are no more; the argument is the memory it may take."""
    _limit(resource.RLIMIT_AS, int(sys.argv[1]))
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_FSIZE, 0)
    source, target = sys.stdin.buffer, sys.stdout.buffer
    while (head := read_part(source)) is not None:
        request = json.loads(head)
        data = read_part(source) or b""
        _allow_processor_time()
        mark, answer = _answer(request, data, target)
        _send(target, mark, answer)
    return 0


def _answer(request: dict[str, Any], data: bytes, target: IO[bytes]) -> tuple[bytes, bytes]:
    """The last message of the answer; earlier ones are written to `target`."""
    name = request["name"]
    try:
        if request["task"] == "unpack":
            _send_entries(data, name, target)
            return DONE, b""
        extractor = load_extractor(request["format"])
        extracted = extractor.extract(data, name=name, manner=Manner(**request["manner"]))
        return DONE, encode_extracted(extracted)
    except InputError as error:
        return REFUSED, _refusal(error)
    except (MemoryError, RecursionError):
        return REFUSED, _refusal(InputError("file_too_complex", path=name))
    except Exception:  # noqa: BLE001 - whatever a parser raises, it is this file that it cannot read
        return REFUSED, _refusal(InputError("file_damaged", path=name))


def _send_entries(data: bytes, name: str, target: IO[bytes]) -> None:
    from reportreader.ingest.unpacking import iter_entries

    for entry in iter_entries(data, name=name):
        if entry.error is not None:
            _send(target, ENTRY_REFUSED, entry.name.encode(), _refusal(entry.error))
        else:
            _send(target, ENTRY, entry.name.encode(), entry.data)


def _send(target: IO[bytes], mark: bytes, *parts: bytes) -> None:
    target.write(mark)
    for part in parts:
        write_part(target, part)
    target.flush()


def _refusal(error: InputError) -> bytes:
    return json.dumps({"message_id": error.message_id, "values": error.values}).encode()


def read_part(stream: IO[bytes]) -> bytes | None:
    """One part of a message, None where the stream ends."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    return stream.read(length)


def write_part(stream: IO[bytes], data: bytes) -> None:
    """Write one part of a message."""
    stream.write(LENGTH.pack(len(data)))
    stream.write(data)


def _limit(kind: int, value: int) -> None:
    _, most = resource.getrlimit(kind)
    allowed = value if most == resource.RLIM_INFINITY else min(value, most)
    resource.setrlimit(kind, (allowed, most))


def _allow_processor_time() -> None:
    """The limit counts from the start of the process, so each request moves it on."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _limit(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + PROCESSOR_SECONDS)


if __name__ == "__main__":
    sys.exit(main())
