"""The only writer to standard output: lines, tables aligned by cells, JSON.

Nothing that could steer a terminal passes: lines are sanitised here whatever they hold, and JSON
writes such characters as escapes.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import IO, TextIO

from reportreader.errors import OutputError
from reportreader.ingest.sanitising import sanitise, sanitise_line


class Output:
    """Writes results to `stream`."""

    def __init__(self, stream: TextIO) -> None:
        self._stream: IO[str] = stream
        self._shown_on = stream
        self.is_terminal = stream.isatty()

    @property
    def columns(self) -> int:
        """Cells of a row of the terminal; 80 where there is none."""
        try:
            return os.get_terminal_size(self._shown_on.fileno()).columns or 80
        except (OSError, ValueError):
            return 80

    def line(self, text: str = "") -> None:
        """One line, or several where `text` holds line breaks."""
        self._write([sanitise(text)])

    def text(self, text: str) -> None:
        """A whole text as it is, ended by one line break."""
        self._write([sanitise(text.removesuffix("\n"))])

    def rows(self, rows: Iterable[Sequence[str]], *, right: frozenset[int] = frozenset()) -> None:
        """Rows of cells: aligned for a person, separated by TAB for a program.

        Columns in `right` are set to the right. The last column is cut off at the edge of the
        terminal.
        """
        clean = [[sanitise_line(cell) for cell in row] for row in rows]
        if not self.is_terminal:
            self._write(["\t".join(row) for row in clean])
        elif clean:
            from reportreader.cli.alignment import aligned

            self._write(aligned(clean, right=right, room_cells=self.columns))

    def json(self, value: object) -> None:
        """One value as JSON on several lines."""
        self._write([_dump(value, indent=2)])

    def json_line(self, value: object) -> None:
        """One value as JSON on a line of its own."""
        self._write([_dump(value, indent=None)])
        self.flush()

    @contextmanager
    def lent_to(self, stream: IO[str]) -> Iterator[None]:
        """Write to `stream` meanwhile, which shows it on the same terminal in its own way."""
        self._stream = stream
        try:
            yield
        finally:
            self._stream = self._shown_on

    def flush(self) -> None:
        """Hand over what is buffered; raises OutputError, or BrokenPipeError for a closed pipe."""
        with _told_as_output_error():
            self._stream.flush()

    def _write(self, lines: Iterable[str]) -> None:
        with _told_as_output_error():
            self._stream.writelines(line + "\n" for line in lines)


@contextmanager
def _told_as_output_error() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError("output_failed", reason=error.strerror or str(error)) from error


def _dump(value: object, *, indent: int | None) -> str:
    """JSON with Chinese as it is, and an escape for everything that sanitising would replace."""
    import json

    text = json.dumps(value, ensure_ascii=False, indent=indent)
    clean = sanitise(text)
    if clean == text:
        return text
    return "".join(
        kept if kept == raw else json.dumps(raw)[1:-1]
        for raw, kept in zip(text, clean, strict=True)
    )
