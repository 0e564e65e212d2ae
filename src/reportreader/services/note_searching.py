"""Search in notes by the query language of reports: what they quote, say and are tagged with."""

from dataclasses import dataclass, replace

from reportreader.analysis.queries import (
    And,
    DateRange,
    Not,
    Or,
    Query,
    SearchField,
    SearchRecord,
    Term,
    find_hits,
    matches,
    parse_query,
)
from reportreader.library.library import Library
from reportreader.services.annotating import (
    AnnotationFilter,
    ListedAnnotation,
    list_annotations,
)

MOST_NOTES = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteHits:
    """A note that answers, with the intervals of the hits in its quote and in its body."""

    listed: ListedAnnotation
    quote_ranges: tuple[tuple[int, int], ...]
    body_ranges: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteResults:
    """The first notes that answer a query, by report and place; `total` counts all."""

    query: str
    total: int = 0
    hits: tuple[NoteHits, ...] = ()


def search_notes(library: Library, query: str, *, limit: int = MOST_NOTES) -> NoteResults:
    """The notes that answer `query`: in it 标签 means their tags, 标题 the title of their report.

    A word without a field is looked for in what they quote, in what they say and in their tags, not
    in titles. Reads every note, some milliseconds for a thousand.
    """
    parsed = parse_query(query)
    if parsed is None:
        return NoteResults(query=query)
    asked = _of_notes(parsed)
    found = [
        listed
        for listed in list_annotations(library, AnnotationFilter())
        if matches(asked, _record(listed))
    ]
    return NoteResults(
        query=query,
        total=len(found),
        hits=tuple(
            NoteHits(
                listed=listed,
                quote_ranges=tuple(find_hits(listed.placed.annotation.quote, parsed)),
                body_ranges=tuple(find_hits(listed.placed.annotation.body, parsed)),
            )
            for listed in found[:limit]
        ),
    )


def _of_notes(query: Query) -> Query:
    """The same question for notes: a term without a field means text or tags, not the title."""
    match query:
        case Term(field=None):
            fields = (SearchField.BODY, SearchField.TAG)
            return Or(parts=tuple(replace(query, field=field) for field in fields))
        case And(parts=parts):
            return And(parts=tuple(map(_of_notes, parts)))
        case Or(parts=parts):
            return Or(parts=tuple(map(_of_notes, parts)))
        case Not(part=part):
            return Not(part=_of_notes(part))
        case Term() | DateRange():
            return query


def _record(listed: ListedAnnotation) -> SearchRecord:
    annotation = listed.placed.annotation
    said = (annotation.quote, annotation.body)
    return SearchRecord(
        title=listed.report_title,
        body="\n\n".join(said),
        notes=said,
        tags=annotation.tags,
        date=annotation.created,
    )
