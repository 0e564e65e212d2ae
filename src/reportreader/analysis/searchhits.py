"""Whether a report answers a query, and where: by looking, without an index.

`matches` is the definition of a match, which the index must agree with; `find_hits` gives the
passages to light up.
"""

from collections.abc import Iterator, Sequence
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
from reportreader.analysis.rawsearch import RawTerm, may_search_raw, raw_term
from reportreader.analysis.searchtext import SearchText, is_spelt, search_form
from reportreader.analysis.wholewords import CutTexts, has_words, holds_whole, whole_hits
from reportreader.document.document import Document
from reportreader.document.metadata import MetadataField

Interval = tuple[int, int]
_SEPARATOR = "\t"
"""Between texts that are searched as one: no hit of a term without it reaches over it."""
_MOST_JOINED = 1 << 20
"""Code points of texts that are searched as one: a copy of them is made."""


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


def matches(query: Query, record: SearchRecord, *, whole_words: CutTexts | None = None) -> bool:
    """Whether `record` answers `query`; with `whole_words` only whole words count."""
    match query:
        case Term():
            if whole_words is not None and has_words(query):
                return any(
                    holds_whole(text, find_hits(text, as_body(query)), query, whole_words)
                    for text in record.texts(query.field)
                )
            return any(_holds(text, query) for text in record.texts(query.field))
        case DateRange():
            return query.holds(record.date)
        case And(parts=parts):
            return all(matches(part, record, whole_words=whole_words) for part in parts)
        case Or(parts=parts):
            return any(matches(part, record, whole_words=whole_words) for part in parts)
        case Not(part=part):
            return not matches(part, record, whole_words=whole_words)


def _holds(text: str, term: Term) -> bool:
    ready = _raw_term(term)
    if ready is not None and may_search_raw(text):
        return ready.stands_in(text)
    return next(_iter_positions(search_form(text), term), None) is not None


def find_hits(
    searched: SearchText | Document | str,
    query: Query | None,
    *,
    whole_words: CutTexts | None = None,
) -> list[Interval]:
    """Intervals of the text that answer the terms of `query`, ascending.

    A hit that lies inside another is left out; two may overlap. Terms for the title count where a
    document says its title stands, terms for notes, tags and the source nowhere. Make a
    `SearchText` where one text is searched often.
    """
    terms = list(dict.fromkeys(iter_terms(query)))
    titles = None
    if isinstance(searched, Document):
        titles, searched = _title_intervals(searched), searched.text
    looked_for = [
        term
        for term in terms
        if term.field in (None, SearchField.BODY) or (titles and term.field is SearchField.TITLE)
    ]
    found = _hits_of_each(searched, looked_for)
    if whole_words is not None:
        text = searched if isinstance(searched, str) else searched.text
        found = [
            whole_hits(text, hits, term, whole_words)
            for term, hits in zip(looked_for, found, strict=True)
        ]
    if titles and any(term.field is SearchField.TITLE for term in looked_for):
        found = [
            _within(titles, hits) if term.field is SearchField.TITLE else hits
            for term, hits in zip(looked_for, found, strict=True)
        ]
    return _united(found)


def find_hits_in_each(
    texts: Sequence[str], query: Query | None, *, whole_words: CutTexts | None = None
) -> list[list[Interval]]:
    """`find_hits` of each text: one look through all of them where their terms allow it.

    Fifty texts of a thousand characters take a third of the time that they take one by one.
    """
    terms = [
        term for term in dict.fromkeys(iter_terms(query)) if term.field in (None, SearchField.BODY)
    ]
    is_one_look = whole_words is None and sum(map(len, texts)) <= _MOST_JOINED
    joined = _SEPARATOR.join(texts) if is_one_look else ""
    ready = _raw_terms(joined, terms) if is_one_look else None
    if ready is None or any(_SEPARATOR in term.text for term in terms):
        return [find_hits(text, query, whole_words=whole_words) for text in texts]
    return _parted(_united([one.intervals(joined) for one in ready]), texts)


def as_body(term: Term) -> Term:
    """The same term, to be looked for in a text of any kind."""
    return Term(text=term.text, prefix=term.prefix)


def _within(titles: Sequence[Interval], hits: Sequence[Interval]) -> list[Interval]:
    return [
        (start, end)
        for start, end in hits
        if any(first <= start and end <= last for first, last in titles)
    ]


def _hits_of_each(searched: SearchText | str, terms: Sequence[Term]) -> list[list[Interval]]:
    """The hits of each term, by patterns in the text as it stands where they are exact."""
    if isinstance(searched, str):
        ready = _raw_terms(searched, terms)
        if ready is not None:
            return [one.intervals(searched) for one in ready]
        searched = SearchText(searched)
    prepared = searched
    return [list(iter_term_hits(prepared, term)) for term in terms]


def _united(found: Sequence[list[Interval]]) -> list[Interval]:
    """The hits of all terms, those that lie inside another left out."""
    return found[0] if len(found) == 1 else _outermost({hit for hits in found for hit in hits})


def _parted(hits: Sequence[Interval], texts: Sequence[str]) -> list[list[Interval]]:
    """Hits in the joined texts, ascending, as hits of each text."""
    parted: list[list[Interval]] = []
    index, begin = 0, 0
    for text in texts:
        end = begin + len(text)
        mine = []
        while index < len(hits) and hits[index][0] < end:
            start, stop = hits[index]
            mine.append((start - begin, stop - begin))
            index += 1
        parted.append(mine)
        begin = end + len(_SEPARATOR)
    return parted


def _raw_terms(text: str, terms: Sequence[Term]) -> list[RawTerm] | None:
    """All terms for a text as it stands; None where one of them would not be exact in it."""
    ready = [one for term in terms if (one := _raw_term(term))]
    return ready if len(ready) == len(terms) and may_search_raw(text) else None


def _raw_term(term: Term) -> RawTerm | None:
    """A term for the text as it stands; None where the character before a hit counts."""
    if term.prefix:
        form = search_form(term.text)
        if form and is_spelt(form[0]):
            return None
    return raw_term(term.text)


def iter_term_hits(prepared: SearchText, term: Term) -> Iterator[Interval]:
    """Intervals of the text that one term names, ascending and disjoint."""
    length = len(search_form(term.text))
    for position in _iter_positions(prepared.searched, term):
        yield prepared.interval(position, position + length)


def _title_intervals(document: Document) -> list[Interval]:
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


def _outermost(hits: set[Interval]) -> list[Interval]:
    kept: list[Interval] = []
    for start, end in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
        if not kept or end > kept[-1][1]:
            kept.append((start, end))
    return kept
