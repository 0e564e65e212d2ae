"""One open library: its connection, its transactions, and a second look after an I/O error.

A `Library` belongs to one thread; a worker opens its own. SQL is written in the modules of this
room, each statement beside the function that runs it.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from reportreader.errors import LibraryReadOnlyError
from reportreader.library.faults import is_outcome_unknown, translated, translated_faults

Row = tuple[Any, ...]
TAG_SEPARATOR = "\x1f"
"""Between tags that SQL joins (`char(31)`); no tag holds a control character."""

_COUNT_COMMIT = "UPDATE commit_count SET number = number + 1"
_GET_COMMIT_COUNT = "SELECT number FROM commit_count"


def read_clock() -> datetime:
    """The time now, in UTC."""
    return datetime.now(UTC)


class Library:
    """A library file that is open.

    `notice` is the id of a message that the reader should be shown (the file can only be read, it
    is of a newer program), empty if all is well.
    """

    def __init__(
        self,
        *,
        path: Path,
        connect: Callable[[], sqlite3.Connection],
        read_only: bool = False,
        notice: str = "",
        clock: Callable[[], datetime] = read_clock,
    ) -> None:
        self.path = path
        self.read_only = read_only
        self.notice = notice
        self._connect = connect
        self._clock = clock
        self._open_connection: sqlite3.Connection | None = None
        self._depth = 0
        self._is_snapshot = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file; what was not committed is not kept."""
        if self._open_connection is not None:
            self._open_connection.close()
            self._open_connection = None

    def now(self) -> str:
        """The time as it is stored: ISO 8601 in UTC, to the millisecond."""
        stamp = self._clock().astimezone(UTC).isoformat(timespec="milliseconds")
        return stamp.replace("+00:00", "Z")

    def data_version(self) -> int:
        """A number that changes when another connection has changed the file."""
        return int(self.value("PRAGMA data_version"))

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """All rows of a query."""
        with translated_faults(self.path):
            return self._connection.execute(sql, values).fetchall()

    def row(self, sql: str, values: Sequence[object] = ()) -> Row | None:
        """The first row of a query, None if there is none."""
        with translated_faults(self.path):
            found: Row | None = self._connection.execute(sql, values).fetchone()
            return found

    def value(self, sql: str, values: Sequence[object] = ()) -> Any:
        """The first column of the first row, None if there is no row."""
        found = self.row(sql, values)
        return None if found is None else found[0]

    def execute(self, sql: str, values: Sequence[object] = ()) -> int:
        """Runs one statement inside a transaction; the number of rows it changed."""
        return self._write(sql, values).rowcount

    def insert(self, sql: str, values: Sequence[object] = ()) -> int:
        """Runs one INSERT inside a transaction; the id of the new row."""
        return int(self._write(sql, values).lastrowid or 0)

    def execute_many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Runs one statement for each row of values, inside a transaction."""
        self._require_transaction()
        with translated_faults(self.path):
            self._connection.executemany(sql, rows)

    def run(self, sql: str, values: Sequence[object] = ()) -> None:
        """Runs a statement that cannot be part of a transaction (VACUUM INTO)."""
        with translated_faults(self.path):
            self._connection.execute(sql, values)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything inside is kept when the block ends, or nothing; blocks may be nested.

        Raises LibraryReadOnlyError, LibraryLockedError, StorageFullError or LibraryError.
        """
        if self.read_only:
            raise LibraryReadOnlyError("library_read_only", path=str(self.path))
        if self._is_snapshot:
            message = "a change inside a snapshot could fail for want of the lock"
            raise RuntimeError(message)
        if self._depth:
            with self._savepoint():
                yield
            return
        with translated_faults(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
        self._depth = 1
        try:
            yield
            self._commit()
        except BaseException:
            self._roll_back()
            raise
        finally:
            self._depth = 0

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Everything read inside is of one moment, whatever other programs write."""
        if self._depth:
            yield
            return
        with translated_faults(self.path):
            self._connection.execute("BEGIN")
        self._depth = 1
        self._is_snapshot = True
        try:
            yield
        finally:
            self._roll_back()
            self._depth = 0
            self._is_snapshot = False

    @property
    def _connection(self) -> sqlite3.Connection:
        if self._open_connection is None:
            self._open_connection = self._connect()
        return self._open_connection

    def _write(self, sql: str, values: Sequence[object]) -> sqlite3.Cursor:
        self._require_transaction()
        with translated_faults(self.path):
            return self._connection.execute(sql, values)

    def _require_transaction(self) -> None:
        if not self._depth:
            message = "a change outside a transaction"
            raise RuntimeError(message)

    @contextmanager
    def _savepoint(self) -> Iterator[None]:
        name = f"level_{self._depth}"
        self._write(f"SAVEPOINT {name}", ())
        self._depth += 1
        try:
            yield
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute(f"ROLLBACK TO {name}")
                self._connection.execute(f"RELEASE {name}")
            raise
        else:
            self._write(f"RELEASE {name}", ())
        finally:
            self._depth -= 1

    def _commit(self) -> None:
        """COMMIT; after an I/O error the file says whether the change is in it."""
        self._write(_COUNT_COMMIT, ())
        count = self.value(_GET_COMMIT_COUNT)
        try:
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            if is_outcome_unknown(error) and self._is_committed(count):
                return
            ours = translated(error, self.path)
            if ours is None:
                raise
            raise ours from error

    def _is_committed(self, count: int) -> bool:
        self.close()
        return bool(self.value(_GET_COMMIT_COUNT) >= count)

    def _roll_back(self) -> None:
        connection = self._open_connection
        if connection is None or not connection.in_transaction:
            return
        try:
            connection.execute("ROLLBACK")
        except sqlite3.Error:
            # A connection that cannot even roll back is given up; SQLite mends the file from the
            # journal when it is opened again.
            self.close()
