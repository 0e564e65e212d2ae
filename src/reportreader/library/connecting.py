"""Makes the file and the connection: permissions, pragmas, reading from media that cannot be written."""

import os
import sqlite3
from pathlib import Path

BUSY_SECONDS = 10.0
"""How long a change waits for another program before it says that the library is locked."""
JOURNAL_SUFFIX = "-journal"
PAGE_BYTES = 16384
CACHE_KIBIBYTES = 16384


def create_file(path: Path) -> bool:
    """An empty file that only its owner can read, in a folder likewise; False if there is one.

    Made before SQLite opens it, because SQLite would let others read it. Raises OSError.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
    except FileExistsError:
        return False
    os.close(descriptor)
    return True


def is_writable(path: Path) -> bool:
    """Whether the file can be written, and its folder too: the rollback journal stands there."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK | os.X_OK)


def connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """A connection in autocommit mode with every pragma of the house; raises sqlite3.Error."""
    mode = "ro" if read_only else "rw"
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        timeout=BUSY_SECONDS,
        cached_statements=256,
    )
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute(f"PRAGMA cache_size = -{CACHE_KIBIBYTES}")
    if not read_only:
        _make_durable(connection)
    return connection


def _make_durable(connection: sqlite3.Connection) -> None:
    """A commit is on the disk when it returns (docs/reliability.md: DELETE with EXTRA lost none).

    The page size counts only in a file that is still empty.
    """
    connection.execute(f"PRAGMA page_size = {PAGE_BYTES}")
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA synchronous = EXTRA")
    connection.execute("PRAGMA fullfsync = ON")
