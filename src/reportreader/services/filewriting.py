"""Writes files of the reader's: whole or not at all, and never over what we did not write."""

import os
import secrets
from pathlib import Path

from reportreader.errors import OutputError
from reportreader.library.backups import sync_folder

LONGEST_NAME_BYTES = 200
"""File systems allow 255; the rest is for suffixes."""

_ILLEGAL = str.maketrans(dict.fromkeys('/\\:*?"<>|', "_"))
_RESERVED = frozenset(
    (
        "CON",
        "PRN",
        "AUX",
        "NUL",
        *(f"{port}{number}" for port in ("COM", "LPT") for number in "123456789"),
    )
)


def legal_name(title: str) -> str:
    """A title as the stem of a file name that is legal on every system, at most 200 bytes."""
    plain = "".join(mark for mark in title if mark.isprintable()).translate(_ILLEGAL)
    name = " ".join(plain.split()).lstrip(".-").rstrip(". ")
    name = name.encode()[:LONGEST_NAME_BYTES].decode(errors="ignore").rstrip(". ")
    if not name or name.split(".")[0].upper() in _RESERVED:
        name = f"_{name}"
    return name


def write_text_file(path: Path, text: str, *, replace: bool) -> None:
    """`write_file` for a text, in UTF-8, line ends as they are."""
    write_file(path, text.encode("utf-8"), replace=replace)


def write_file(path: Path, data: bytes, *, replace: bool) -> None:
    """Writes a file under a temporary name, waits for the disk, then gives it its name.

    Unless `replace`, a file that is there already is left alone, also one that appears meanwhile:
    OutputError `export_exists`. OutputError `export_failed` if it cannot be written.
    """
    temporary = path.with_name(f".reportreader-{os.getpid()}-{secrets.token_hex(4)}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_synced(temporary, data)
        try:
            if replace:
                temporary.replace(path)
            else:
                _give_new_name(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)
        sync_folder(path.parent)
    except OSError as error:
        raise OutputError(
            "export_failed", path=str(path), reason=error.strerror or str(error)
        ) from error


def _give_new_name(temporary: Path, path: Path) -> None:
    """Names a file that was just written, in one step that cannot hit another one."""
    try:
        os.link(temporary, path)
    except FileExistsError as error:
        raise OutputError("export_exists", path=str(path)) from error
    except OSError as error:
        # File systems without hard links (FAT): a look and a rename are the best there is.
        if path.exists():
            raise OutputError("export_exists", path=str(path)) from error
        temporary.replace(path)


def _write_synced(path: Path, data: bytes) -> None:
    try:
        with path.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise
