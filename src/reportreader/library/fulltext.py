"""The two full-text indexes, kept in the transaction that changes the texts.

They are contentless: an entry is taken out by telling SQLite the very tokens that went in, so the
old text must still be at hand.
"""

from collections.abc import Iterator

from reportreader.analysis.bigrams import TOKENIZER_VERSION, index_tokens
from reportreader.errors import LibraryError
from reportreader.library.documents import load_text
from reportreader.library.index_merging import merge_at_once
from reportreader.library.library import Library
from reportreader.library.meta import get_meta, put_meta
from reportreader.notes.annotation import ReportId

_ADD_REPORT = "INSERT INTO report_fts (rowid, body, title) VALUES (?, ?, ?)"
_REMOVE_REPORT = (
    "INSERT INTO report_fts (report_fts, rowid, body, title) VALUES ('delete', ?, ?, ?)"
)
_ADD_NOTE = "INSERT INTO note_fts (rowid, quote, body) VALUES (?, ?, ?)"
_REMOVE_NOTE = "INSERT INTO note_fts (note_fts, rowid, quote, body) VALUES ('delete', ?, ?, ?)"

TOKENIZER_KEY = "tokenizer_version"


def index_report(library: Library, report_id: ReportId, title: str, text: str) -> None:
    """Adds a report; inside a transaction."""
    library.execute(_ADD_REPORT, (report_id, index_tokens(text), index_tokens(title)))


def unindex_report(library: Library, report_id: ReportId, title: str, text: str) -> None:
    """Takes a report out, which was added with this title and text; inside a transaction."""
    _take_out(library, _REMOVE_REPORT, (report_id, index_tokens(text), index_tokens(title)))


def index_note(library: Library, number: int, quote: str, body: str) -> None:
    """Adds an annotation; inside a transaction."""
    library.execute(_ADD_NOTE, (number, index_tokens(quote), index_tokens(body)))


def unindex_note(library: Library, number: int, quote: str, body: str) -> None:
    """Takes an annotation out, which was added with this quote and body; inside a transaction."""
    _take_out(library, _REMOVE_NOTE, (number, index_tokens(quote), index_tokens(body)))


def _take_out(library: Library, sql: str, values: tuple[object, ...]) -> None:
    """Takes an entry out; where the text is no longer what went in, the index is due to be rebuilt.

    SQLite calls such an entry damage. A text that somebody changed with another program must not
    keep the reader from changing it here.
    """
    try:
        with library.transaction():
            library.execute(sql, values)
    except LibraryError as error:
        if error.message_id != "library_damaged":
            raise
        put_meta(library, TOKENIZER_KEY, "")


def is_index_current(library: Library) -> bool:
    """Whether the index was built by the tokenizer of this program."""
    return get_meta(library, TOKENIZER_KEY) == str(TOKENIZER_VERSION)


def stamp_index(library: Library) -> None:
    """Writes down that the index is of this program's tokenizer; inside a transaction."""
    put_meta(library, TOKENIZER_KEY, str(TOKENIZER_VERSION))


def rebuild_index(library: Library) -> Iterator[tuple[int, int]]:
    """Builds both indexes anew in one transaction; yields (reports done, reports in all).

    The new index counts once the iterator is exhausted; one that is left early changes nothing.
    """
    with library.transaction():
        library.execute("INSERT INTO report_fts (report_fts) VALUES ('delete-all')")
        library.execute("INSERT INTO note_fts (note_fts) VALUES ('delete-all')")
        reports = library.rows("SELECT report_id, version_id, title FROM report")
        for done, (report_id, version_id, title) in enumerate(reports, start=1):
            index_report(library, report_id, title, load_text(library, version_id))
            yield done, len(reports)
        for number, quote, body in library.rows(
            "SELECT annotation_number, quote, body FROM annotation"
        ):
            index_note(library, number, quote, body)
        merge_at_once(library)
        stamp_index(library)
