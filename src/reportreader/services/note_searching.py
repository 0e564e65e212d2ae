"""Search in notes by the query language of reports: what they quote and what they say."""

from dataclasses import dataclass

from reportreader.analysis.queries import SearchRecord, find_hits, matches, parse_query
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

    Reads every note, some milliseconds for a thousand.
    """
    parsed = parse_query(query)
    if parsed is None:
        return NoteResults(query=query)
    found = [
        listed
        for listed in list_annotations(library, AnnotationFilter())
        if matches(parsed, _record(listed))
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
