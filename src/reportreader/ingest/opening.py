"""Opens only regular files, without ever waiting on one and without reading one that is too big."""

import errno
import os
import stat
from pathlib import Path

from reportreader.errors import InputError, NotFoundError

_OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
_OPEN_FLAGS |= getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
_REFUSALS = {
    errno.EACCES: "file_no_permission",
    errno.EPERM: "file_no_permission",
    errno.EISDIR: "file_is_folder",
    errno.ENXIO: "file_not_regular",
    errno.ELOOP: "file_link_loop",
}


def read_regular_file(path: Path, *, limit_bytes: int) -> bytes:
    """All bytes of the file at `path`.

    Raises NotFoundError where there is none, and InputError for folders, FIFOs, devices, sockets,
    files without permission, empty files and files of more than `limit_bytes`.
    """
    name = str(path)
    try:
        descriptor = os.open(path, _OPEN_FLAGS)
    except FileNotFoundError as error:
        raise NotFoundError("file_missing", path=name) from error
    except OSError as error:
        raise _refusal(name, error) from error
    except ValueError as error:  # a NUL in the name
        raise NotFoundError("file_missing", path=name) from error
    try:
        _check(os.fstat(descriptor), name, limit_bytes)
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            data = file.read(limit_bytes + 1)
    except OSError as error:
        raise _refusal(name, error) from error
    finally:
        os.close(descriptor)
    if len(data) > limit_bytes:
        raise _too_large(name, len(data), limit_bytes)
    if not data:
        raise InputError("file_empty", path=name)
    return data


def read_beginning(path: Path, length_bytes: int) -> tuple[bytes, int]:
    """The first bytes of the regular file at `path`, and how many it has; never waits on one.

    Raises InputError for folders, FIFOs, devices and sockets, else OSError or ValueError.
    """
    descriptor = os.open(path, _OPEN_FLAGS)
    try:
        status = os.fstat(descriptor)
        _check(status, str(path), status.st_size)
        return os.read(descriptor, length_bytes), status.st_size
    finally:
        os.close(descriptor)


def _check(status: os.stat_result, name: str, limit_bytes: int) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise InputError("file_is_folder", path=name)
    if not stat.S_ISREG(status.st_mode):
        raise InputError("file_not_regular", path=name)
    if status.st_size > limit_bytes:
        raise _too_large(name, status.st_size, limit_bytes)


def _too_large(name: str, byte_length: int, limit_bytes: int) -> InputError:
    megabyte = 1 << 20
    return InputError(
        "file_too_large",
        path=name,
        size=-(-byte_length // megabyte),
        limit=limit_bytes // megabyte,
    )


def _refusal(name: str, error: OSError) -> InputError:
    message_id = _REFUSALS.get(error.errno or 0)
    if message_id:
        return InputError(message_id, path=name)
    return InputError("file_unreadable", path=name, reason=error.strerror or str(error))
