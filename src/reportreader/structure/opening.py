"""The opening and the close of running text: datelines and the credits in brackets at either end."""

import re
from collections.abc import Iterator

from reportreader.document.metadata import MetadataField, MetadataItem
from reportreader.structure.credits import (
    find_dateline,
    find_own_dateline,
    iter_credits,
    opens_with_dateline,
    opens_with_place,
)
from reportreader.structure.dates import find_date, find_day
from reportreader.structure.flat import find_opening_words
from reportreader.structure.items import make_date_item, make_item
from reportreader.structure.line import Unit
from reportreader.structure.matterlines import iter_bracket_items
from reportreader.structure.names import find_names, find_signers, looks_like_name
from reportreader.structure.official import ENDS_IN_GENRE, GENRE_WORD, NUMBER_INSIDE
from reportreader.structure.patterns import Pattern
from reportreader.structure.slogans import opens_report
from reportreader.structure.titles import find_credit_behind

_OPENING_LENGTH = 90
_CREDIT_LENGTH = 30
_REPORTING = Pattern(r"报[道导]|[,。:]|采访")
_BRACKET = Pattern(r"[(【](?P<content>[^()【】。]{2,60})[)】]")
_CLOSING_BRACKET = Pattern(r"[(【\[](?P<content>[^()【】\[\]。]{2,60})[)】\]][ ]?$")
_REPORTER = Pattern(r"[ ]{0,3}(?=(?:本报|见习|特约|实习)?(?:记者|通讯员))")
_AGENCY = Pattern(
    r"[【(〔]?(?P<source>[\u4e00-\u9fff]{1,6}[社报网])(?:特派)?记者(?P<names>[\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4}){0,3})[ ]?/[^,。 ]{1,16}电[】)〕]?"
)
_PLACED = Pattern(r"(?:特派)?记者(?P<name>[\u4e00-\u9fff]{2,4})")
_SUBJECT = Pattern(r"电?[ ]?题:[ ]{0,2}")
_GREETING = Pattern(r"(?:各位|尊敬的|亲爱的|同志们|女士们|先生们)[^。;?]{0,40}?:")
_YEAR = Pattern(r"(?:19|20)[0-9]{2}年")
_SECOND_GENRE = Pattern(
    r"[及和暨与][^。,;:!? ]{0,16}?(?:总结|计划|打算|安排|思路|要点|报告|建议|设想|意见|方案)"
)
_TRAILING_NAMES = Pattern(
    r"(?<=[。!?”])[ ]{0,8}(?P<names>[\u4e00-\u9fff]{1,4}(?:[ 、]{1,3}[\u4e00-\u9fff]{1,4}){0,3})[ ]{0,3}$"
)


def read_opening(text: str, view: str, unit: Unit) -> tuple[MetadataItem, ...]:
    """Source, date, reporters and title that the first unit opens with."""
    start, end = unit.start, min(unit.end, unit.start + _OPENING_LENGTH)
    items: list[MetadataItem] = []
    agency = _AGENCY.match(view, start, end)
    if agency:
        return tuple(_iter_agency(text, view, agency))
    position = start
    dateline = find_dateline(view, start, end)
    if dateline:
        items.append(make_item(text, MetadataField.SOURCE, *_source_span(dateline)))
        items.extend(_iter_placed(text, view, dateline))
        position = dateline.end()
    elif own := find_own_dateline(view, start, end):
        position = own.end()
    date = find_date(view, start, position) or find_day(view, start, position)
    if date:
        items.append(make_date_item(date))
    credited = _iter_opening_credits(text, view, position, end, dated=position > start)
    return (*items, *credited)


def _iter_agency(text: str, view: str, agency: re.Match[str]) -> Iterator[MetadataItem]:
    """Agency, reporters and day of `中央社記者王某／台北3月5日電`."""
    yield make_item(text, MetadataField.SOURCE, *agency.span("source"))
    for name in find_names(view, *agency.span("names")):
        yield make_item(text, MetadataField.REPORTER, *name)
    day = find_day(view, *agency.span())
    if day:
        yield make_date_item(day)


def _iter_placed(text: str, view: str, dateline: re.Match[str]) -> Iterator[MetadataItem]:
    """The reporter named inside the dateline, before the place (`中央社记者张小美台北12日电`)."""
    placed = _PLACED.match(view, *dateline.span("place"))
    if placed is None:
        return
    start = placed.start("name")
    for length in (3, 2):
        name = view[start : start + length]
        if looks_like_name(name) and dateline.end("place") - start - length != 1:
            yield make_item(text, MetadataField.REPORTER, start, start + length)
            return


def skip_dateline(view: str, start: int, end: int) -> int:
    """Where the headline begins in `view[start:end]`: behind `…5月9日电题：`, else at `start`."""
    dateline = find_dateline(view, start, end)
    subject = _SUBJECT.match(view, dateline.end(), end) if dateline else None
    return subject.end() if subject else start


def _source_span(dateline: re.Match[str]) -> tuple[int, int]:
    """`今日商报` of `【今日商报报道】`; a bare `时报讯` stands for itself."""
    start, end = dateline.span("source")
    return (start, dateline.end("kind")) if end - start <= 2 else (start, end)


def _iter_opening_credits(
    text: str, view: str, start: int, end: int, *, dated: bool
) -> Iterator[MetadataItem]:
    """Who reports, in brackets or before `报道`; names alone only behind a dateline."""
    if opens_with_place(view, start, end):
        yield from _credit_items(text, view, start, end)
        return
    while start < end and view[start] in " 】]":
        start += 1
    bracket = _BRACKET.match(view, start, end)
    if bracket:
        credited = tuple(_credit_items(text, view, *bracket.span("content")))
        names = find_signers(view, *bracket.span("content")) if dated and not credited else []
        yield from credited
        yield from (make_item(text, MetadataField.REPORTER, *name) for name in names)
        return
    stop = _REPORTING.search(view, start, end)
    reported = stop is not None and stop[0].startswith("报")
    last = stop.start() if stop else end
    if _REPORTER.match(view, start, end) and (dated or reported):
        yield from _credit_items(text, view, start, last)
    elif dated and reported:
        for name in find_signers(view, start, last):
            yield make_item(text, MetadataField.REPORTER, *name)


def _credit_items(text: str, view: str, start: int, end: int) -> Iterator[MetadataItem]:
    for credit in iter_credits(view, start, end):
        yield make_item(text, credit.field, credit.start, credit.end)


def read_closing(
    text: str, view: str, unit: Unit, *, is_last: bool
) -> tuple[int, tuple[MetadataItem, ...]]:
    """Offset where the credits behind the text begin (the unit's end if none), and the credits."""
    bracket = _CLOSING_BRACKET.search(view, max(unit.start, unit.end - 70), unit.end)
    if bracket and bracket.start() > unit.start:
        items = tuple(iter_bracket_items(text, view, *bracket.span("content")))
        if items:
            return bracket.start(), items
    tail = _TRAILING_NAMES.search(view, max(unit.start, unit.end - 24), unit.end)
    names = find_signers(view, *tail.span("names")) if tail and is_last and len(unit) > 40 else []
    if names and tail and names[0][0] == tail.start("names"):
        return names[0][0], tuple(make_item(text, MetadataField.AUTHOR, *name) for name in names)
    return unit.end, ()


def read_photographers(text: str, view: str, unit: Unit) -> tuple[MetadataItem, ...]:
    """Who took the picture that a caption describes."""
    credited = _credit_items(text, view, max(unit.start, unit.end - _CREDIT_LENGTH), unit.end)
    return tuple(item for item in credited if item.field is MetadataField.PHOTOGRAPHER)


def read_glued_title(text: str, view: str, unit: Unit) -> tuple[MetadataItem, ...]:
    """Title and document number in front of a flat text, glued to what follows."""
    end = min(unit.end, unit.start + 140)
    if opens_with_dateline(view, unit.start, end):
        return ()
    number = NUMBER_INSIDE.search(view, unit.start + 6, end)
    if number and "。" not in view[unit.start : number.start()]:
        return (
            make_item(text, MetadataField.TITLE, unit.start, number.start()),
            make_item(text, MetadataField.DOCUMENT_NUMBER, *number.span("number")),
        )
    doubled = _find_doubled(view, unit.start, end)
    if doubled:
        return (make_item(text, MetadataField.TITLE, unit.start, doubled),)
    greeting = _GREETING.search(view, unit.start + 4, end)
    if greeting and ENDS_IN_GENRE.search(view[unit.start : greeting.start()].rstrip()):
        return (make_item(text, MetadataField.TITLE, unit.start, greeting.start()),)
    blank = view.find(" ", unit.start, min(end, unit.start + 60))
    if unit.flat and blank > 0 and not any(sign in view[unit.start : blank] for sign in "。,;"):
        genre = ENDS_IN_GENRE.search(view[unit.start : blank])
        if genre or find_opening_words(view, unit) > unit.start:
            last = blank if genre else find_opening_words(view, unit)
            return _title_with_credits(text, view, unit.start, last)
    named = _find_glued_genre(view, unit.start, min(end, unit.start + 60))
    return (make_item(text, MetadataField.TITLE, unit.start, named),) if named else ()


def _title_with_credits(text: str, view: str, start: int, end: int) -> tuple[MetadataItem, ...]:
    """The title at `view[start:end]`, less the reporters named on the same line, and these."""
    first = find_credit_behind(view, start, end)
    return (
        make_item(text, MetadataField.TITLE, start, first),
        *_credit_items(text, view, first, end),
    )


def _find_glued_genre(view: str, start: int, end: int) -> int:
    """End of a title that names its kind of paper before the words that open a report, else 0."""
    for genre in GENRE_WORD.finditer(view, start, end):
        if any(sign in view[start : genre.end()] for sign in "。,;:!? "):
            return 0
        last = _past_second(view, genre.end(), end)
        if last - start >= 6 and (opens_report(view, last) or _YEAR.match(view, last)):
            return last
    return 0


def _past_second(view: str, start: int, end: int) -> int:
    """Where a title ends that names a second paper behind its first (`…总结及下一年打算`)."""
    second = _SECOND_GENRE.match(view, start, end)
    return second.end() if second else start


def _find_doubled(view: str, start: int, end: int) -> int:
    """End of a title that is said twice in a row, 0 if none is."""
    for genre in GENRE_WORD.finditer(view, start, end):
        length = genre.end() - start
        following = genre.end() + (view[genre.end() : genre.end() + 1] == " ")
        if length >= 6 and view.startswith(view[start : genre.end()], following):
            return genre.end()
    return 0
