"""What a query can ask of one report, read from its rows."""

from collections.abc import Iterator

from reportreader.analysis.queries import (
    And,
    DateRange,
    Not,
    Or,
    Query,
    SearchField,
    SearchRecord,
    Term,
)
from reportreader.library.documents import load_text
from reportreader.library.library import Library
from reportreader.library.standing import current_version
from reportreader.notes.annotation import ReportId


def make_record(library: Library, report_id: ReportId, query: Query) -> SearchRecord:
    """What a query can ask of a report; only what it does ask is read."""
    fields = {term.field for term in _iter_all_terms(query)}
    row = library.row("SELECT title, issuer, date FROM report WHERE report_id = ?", (report_id,))
    title, issuer, date = row or ("", "", "")
    reads_body = bool(fields & {None, SearchField.BODY})
    notes: list[str] = []
    if SearchField.NOTE in fields:
        rows = library.rows(
            "SELECT quote, body FROM annotation WHERE report_id = ? AND deleted = ''", (report_id,)
        )
        notes = [text for row in rows for text in row]
    return SearchRecord(
        title=title,
        body=load_text(library, current_version(library, report_id)) if reads_body else "",
        notes=tuple(notes),
        tags=_tags_of(library, report_id) if SearchField.TAG in fields else (),
        source=issuer,
        date=date,
    )


def _iter_all_terms(query: Query) -> Iterator[Term]:
    match query:
        case Term():
            yield query
        case And(parts=parts) | Or(parts=parts):
            for part in parts:
                yield from _iter_all_terms(part)
        case Not(part=part):
            yield from _iter_all_terms(part)
        case DateRange():
            return


def _tags_of(library: Library, report_id: ReportId) -> tuple[str, ...]:
    rows = library.rows(
        """SELECT name FROM report_tag JOIN tag USING (tag_id) WHERE report_id = ?
          UNION SELECT name FROM annotation_tag JOIN tag USING (tag_id)
            JOIN annotation USING (annotation_number) WHERE report_id = ? AND deleted = ''""",
        (report_id, report_id),
    )
    return tuple(row[0] for row in rows)
