"""Concordance lines as files: a Markdown table to be read, a CSV table to be reckoned with."""

from collections.abc import Callable, Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path

from reportreader.notes.escaping import escape_line
from reportreader.notes.spreadsheet import spreadsheet
from reportreader.services.concordance import LibraryConcordance
from reportreader.services.filewriting import legal_name, write_text_file

Words = Callable[..., str]
"""`Messages.text`."""
_COLUMNS = ("left", "keyword", "right", "title", "date", "place")
_NAMED_CHARACTERS = 20
"""Characters of a query in a file name."""


class ConcordanceFormat(StrEnum):
    """The formats of a file of lines, by the ending of its name."""

    MARKDOWN = "md"
    CSV = "csv"


def write_concordance(
    found: LibraryConcordance,
    folder: Path,
    format_: ConcordanceFormat,
    *,
    words: Words,
    today: date,
) -> Path:
    """Write the lines, in the order they are in, to a new file in `folder`.

    Returns the file. Raises OutputError.
    """
    render = concordance_csv if format_ is ConcordanceFormat.CSV else concordance_markdown
    text = render(found, words)
    path = _free_path(folder, found.query, format_, today)
    write_text_file(path, text, replace=False)
    return path


def concordance_csv(found: LibraryConcordance, words: Words) -> str:
    """A row a line, for spreadsheets."""
    return spreadsheet(_heads(words), _rows(found))


def concordance_markdown(found: LibraryConcordance, words: Words) -> str:
    """A heading with the query, how much there is, and a table with a row a line."""
    title = words("concordance.file_title", query=escape_line(found.query))
    count = words(
        "concordance.found", lines=f"{len(found.lines):,}", reports=f"{found.report_count:,}"
    )
    table = [
        _table_row(_heads(words)),
        _table_row(("---:", "---", "---", "---", "---", "---")),
        *(_table_row([escape_line(cell) for cell in row]) for row in _rows(found)),
    ]
    return "\n".join((f"# {title}", "", count, "", *table, ""))


def _heads(words: Words) -> list[str]:
    return [words(f"concordance.column_{name}") for name in _COLUMNS]


def _rows(found: LibraryConcordance) -> Iterator[tuple[str, ...]]:
    """The cells of each line; the place is what `reportreader open` takes."""
    for one in found.lines:
        place = f"{one.report.short_id}#{one.line.offset}"
        line = one.line
        yield line.left, line.keyword, line.right, one.report.title, one.report.date, place


def _table_row(cells: tuple[str, ...] | list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _free_path(folder: Path, query: str, format_: ConcordanceFormat, today: date) -> Path:
    """A name that no file of the folder has."""
    stem = f"{legal_name(query[:_NAMED_CHARACTERS])}-{today.isoformat()}"
    path = folder / f"{stem}.{format_.value}"
    number = 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}.{format_.value}"
    return path
