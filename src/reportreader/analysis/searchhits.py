"""Whether a report answers a query, and where: by looking, without an index.

`matches` is the definition of a match, which the index must agree with; `find_hits` gives the
passages to light up.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from reportreader.analysis.querytree import (
    And,
    DateRange,
    Not,
    Or,
    Query,
    SearchField,
    Term,
    iter_terms,
)
from reportreader.analysis.searchtext import SearchText, is_spelt, search_form
from reportreader.document.document import Document
from reportreader.document.metadata import MetadataField


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRecord:
    """What can be asked of one report; `date` is ISO 8601, or empty."""

    title: str = ""
    body: str = ""
    notes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    source: str = ""
    date: str = ""

    def texts(self, field: SearchField | None) -> tuple[str, ...]:
        """The texts in which a term of `field` may stand."""
        match field:
            case SearchField.TITLE:
                return (self.title,)
            case SearchField.BODY:
                return (self.body,)
            case SearchField.NOTE:
                return self.notes
            case SearchField.TAG:
                return self.tags
            case SearchField.SOURCE:
                return (self.source,)
            case None:
                return (self.title, self.body)


def matches(query: Query, record: SearchRecord) -> bool:
    """Whether `record` answers `query`."""
    match query:
        case Term():
            return any(
                next(_iter_positions(search_form(text), query), None) is not None
                for text in record.texts(query.field)
            )
        case DateRange():
            return query.holds(record.date)
        case And(parts=parts):
            return all(matches(part, record) for part in parts)
        case Or(parts=parts):
            return any(matches(part, record) for part in parts)
        case Not(part=part):
            return not matches(part, record)


def find_hits(searched: SearchText | Document | str, query: Query | None) -> list[tuple[int, int]]:
    """Intervals of the text that answer the terms of `query`, ascending.

    A hit that lies inside another is left out; two may overlap. Terms for the title count where a
    document says its title stands, terms for notes, tags and the source nowhere. Make a
    `SearchText` where one text is searched often.
    """
    prepared = searched if isinstance(searched, SearchText) else _prepare(searched)
    titles = _title_intervals(searched) if isinstance(searched, Document) else []
    hits: set[tuple[int, int]] = set()
    for term in dict.fromkeys(iter_terms(query)):
        if term.field in (None, SearchField.BODY):
            hits.update(iter_term_hits(prepared, term))
        elif term.field is SearchField.TITLE:
            for start, end in iter_term_hits(prepared, term):
                if any(first <= start and end <= last for first, last in titles):
                    hits.add((start, end))
    return _outermost(hits)


def iter_term_hits(prepared: SearchText, term: Term) -> Iterator[tuple[int, int]]:
    """Intervals of the text that one term names, ascending and disjoint."""
    length = len(search_form(term.text))
    for position in _iter_positions(prepared.searched, term):
        yield prepared.interval(position, position + length)


def _prepare(searched: Document | str) -> SearchText:
    return SearchText(searched.text if isinstance(searched, Document) else searched)


def _title_intervals(document: Document) -> list[tuple[int, int]]:
    return [
        (item.start, item.end)
        for item in document.metadata.all(MetadataField.TITLE)
        if item.start >= 0
    ]


def _iter_positions(searched: str, term: Term) -> Iterator[int]:
    needle = search_form(term.text)
    if not needle:
        return
    begins_word = term.prefix and is_spelt(needle[0])
    position = searched.find(needle)
    while position >= 0:
        if begins_word and position and is_spelt(searched[position - 1]):
            position = searched.find(needle, position + 1)
            continue
        yield position
        position = searched.find(needle, position + len(needle))


def _outermost(hits: set[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for start, end in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
        if not kept or end > kept[-1][1]:
            kept.append((start, end))
    return kept
