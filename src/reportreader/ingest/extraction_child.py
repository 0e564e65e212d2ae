"""The child process that parses untrusted files: `python -m reportreader.ingest.extraction_child BYTES`.

It reads requests from standard input and answers on standard output until the input ends. Limits
on memory, processor time and written files hold for all it does, so that the worst a file can do is
end this process.
"""

import json
import resource
import struct
import sys
from typing import IO

from reportreader.errors import InputError
from reportreader.ingest.formats import load_extractor
from reportreader.ingest.wire import encode_extracted

PROCESSOR_SECONDS = 20
LENGTH = struct.Struct(">Q")
"""How the length of each part of a message is written."""
DONE = b"D"
REFUSED = b"R"


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
        mark, answer = _answer(request["format"], data, request["name"], request["encoding"])
        target.write(mark)
        write_part(target, answer)
        target.flush()
    return 0


def _answer(format_name: str, data: bytes, name: str, encoding: str | None) -> tuple[bytes, bytes]:
    try:
        extracted = load_extractor(format_name).extract(data, name=name, encoding=encoding)
        return DONE, encode_extracted(extracted)
    except InputError as error:
        return REFUSED, _refusal(error.message_id, **error.values)
    except (MemoryError, RecursionError):
        return REFUSED, _refusal("file_too_complex", path=name)
    except Exception:  # noqa: BLE001 - whatever a parser raises, it is this file that it cannot read
        return REFUSED, _refusal("file_damaged", path=name)


def _refusal(message_id: str, **values: object) -> bytes:
    return json.dumps({"message_id": message_id, "values": values}).encode()


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
