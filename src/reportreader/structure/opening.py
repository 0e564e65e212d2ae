"""The opening and the close of running text: datelines and the credits in brackets at either end."""

import re
from collections.abc import Iterator

from reportreader.document.metadata import MetadataField, MetadataItem
from reportreader.structure.credits import find_dateline, iter_credits
from reportreader.structure.dates import find_date, find_day
from reportreader.structure.flat import find_opening_words
from reportreader.structure.line import Unit
from reportreader.structure.matterlines import iter_bracket_items
from reportreader.structure.names import find_names, looks_like_name
from reportreader.structure.official import ENDS_IN_GENRE, GENRE_WORD, NUMBER_INSIDE
from reportreader.structure.patterns import Pattern
from reportreader.structure.slogans import opens_report
from reportreader.structure.titles import find_credit_behind

_OPENING_LENGTH = 90
_OWN_DATELINE = Pattern(
    r"[【\[(]?(?:本报|本网|本站|本刊|本台|讯)[^,。;:!?]{0,16}?(?:电|讯|消息|报道)?[】\]]?[ ]{0,3}(?=[(【]|记者|通讯员)"
)
_BRACKET = Pattern(r"[(【](?P<content>[^()【】。]{2,60})[)】]")
_CLOSING_BRACKET = Pattern(r"[(【](?P<content>[^()【】。]{2,60})[)】][ ]?$")
_REPORTER = Pattern(r"[ ]{0,3}(?=(?:本报|见习|特约|实习)?(?:记者|通讯员))")
_TAIWAN = Pattern(
    r"[【〔(\[]?[ ]?(?:(?:特派|综合|实习)?记者)?[ ]?(?P<names>[\u4e00-\u9fff]{2,4}(?:[、 ][\u4e00-\u9fff]{2,4}){0,5})[ ]?[/\\][ ]?[^,。 ]{1,10}报[道导][】〕)\]]?"
)
_AGENCY = Pattern(
    r"[【(〔]?(?P<source>[\u4e00-\u9fff]{1,6}[社报网])(?:特派)?记者(?P<names>[\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4}){0,3})[ ]?/[^,。 ]{1,16}电[】)〕]?"
)
_PLACED = Pattern(r"(?:特派)?记者(?P<name>[\u4e00-\u9fff]{2,4})")
_SUBJECT = Pattern(r"电?[ ]?题:[ ]{0,2}")
_GREETING = Pattern(r"(?:各位|尊敬的|亲爱的|同志们|女士们|先生们)[^。;?]{0,40}?:")
_TRAILING_NAME = Pattern(r"(?<=[。!?”])[ ]{0,3}(?P<name>[\u4e00-\u9fff]{2,4})[ ]{0,3}$")


def read_opening(text: str, view: str, unit: Unit) -> tuple[MetadataItem, ...]:
    """Source, date, reporters and title that the first unit opens with."""
    start, end = unit.start, min(unit.end, unit.start + _OPENING_LENGTH)
    items: list[MetadataItem] = []
    taiwan = _TAIWAN.match(view, start, end)
    if taiwan:
        names = find_names(view, *taiwan.span("names"))
        return tuple(_item(text, MetadataField.REPORTER, *name) for name in names)
    agency = _AGENCY.match(view, start, end)
    if agency:
        return tuple(_iter_agency(text, view, agency))
    position = start
    dateline = find_dateline(view, start, end)
    if dateline:
        items.append(_item(text, MetadataField.SOURCE, *_source_span(dateline)))
        date = find_date(view, start, dateline.end()) or find_day(view, start, dateline.end())
        if date:
            items.append(
                MetadataItem(
                    field=MetadataField.DATE, value=date.value, start=date.start, end=date.end
                )
            )
        items.extend(_iter_placed(text, view, dateline))
        position = dateline.end()
    else:
        own = _OWN_DATELINE.match(view, start, end)
        if own is None:
            return ()
        position = own.end()
    items.extend(_iter_opening_credits(text, view, position, end))
    return tuple(items)


def _iter_agency(text: str, view: str, agency: re.Match[str]) -> Iterator[MetadataItem]:
    """Agency, reporters and day of `中央社記者王某／台北3月5日電`."""
    yield _item(text, MetadataField.SOURCE, *agency.span("source"))
    for name in find_names(view, *agency.span("names")):
        yield _item(text, MetadataField.REPORTER, *name)
    day = find_day(view, *agency.span())
    if day:
        yield MetadataItem(field=MetadataField.DATE, value=day.value, start=day.start, end=day.end)


def _iter_placed(text: str, view: str, dateline: re.Match[str]) -> Iterator[MetadataItem]:
    """The reporter named inside the dateline, before the place (`中央社记者张小美台北12日电`)."""
    placed = _PLACED.match(view, *dateline.span("place"))
    if placed is None:
        return
    start = placed.start("name")
    for length in (3, 2):
        name = view[start : start + length]
        if looks_like_name(name) and dateline.end("place") - start - length != 1:
            yield _item(text, MetadataField.REPORTER, start, start + length)
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


def _iter_opening_credits(text: str, view: str, start: int, end: int) -> Iterator[MetadataItem]:
    while start < end and view[start] in " 】]":
        start += 1
    bracket = _BRACKET.match(view, start, end)
    if bracket:
        yield from _credit_items(text, view, *bracket.span("content"))
        return
    if _REPORTER.match(view, start, end):
        stop = re.search(r"报道|[,。:]|采访", view[start:end])
        last = start + stop.start() if stop else end
        yield from _credit_items(text, view, start, last)


def _credit_items(text: str, view: str, start: int, end: int) -> Iterator[MetadataItem]:
    for credit in iter_credits(view, start, end):
        yield _item(text, credit.field, credit.start, credit.end)


def read_closing(
    text: str, view: str, unit: Unit, *, is_last: bool
) -> tuple[int, tuple[MetadataItem, ...]]:
    """Offset where the credits behind the text begin (the unit's end if none), and the credits."""
    bracket = _CLOSING_BRACKET.search(view, max(unit.start, unit.end - 70), unit.end)
    if bracket and bracket.start() > unit.start:
        items = tuple(iter_bracket_items(text, view, *bracket.span("content")))
        if items:
            return bracket.start(), items
    name = (
        _TRAILING_NAME.search(view, max(unit.start, unit.end - 12), unit.end) if is_last else None
    )
    if name and looks_like_name(name["name"]) and len(unit) > 40:
        return name.start("name"), (_item(text, MetadataField.AUTHOR, *name.span("name")),)
    return unit.end, ()


def read_glued_title(text: str, view: str, unit: Unit) -> tuple[MetadataItem, ...]:
    """Title and document number in front of a flat text, glued to what follows."""
    end = min(unit.end, unit.start + 140)
    number = NUMBER_INSIDE.search(view, unit.start + 6, end)
    if number and "。" not in view[unit.start : number.start()]:
        return (
            _item(text, MetadataField.TITLE, unit.start, number.start()),
            _item(text, MetadataField.DOCUMENT_NUMBER, *number.span("number")),
        )
    doubled = _find_doubled(view, unit.start, end)
    if doubled:
        return (_item(text, MetadataField.TITLE, unit.start, doubled),)
    greeting = _GREETING.search(view, unit.start + 4, end)
    if greeting and ENDS_IN_GENRE.search(view[unit.start : greeting.start()].rstrip()):
        return (_item(text, MetadataField.TITLE, unit.start, greeting.start()),)
    blank = view.find(" ", unit.start, min(end, unit.start + 60))
    if unit.flat and blank > 0 and not any(sign in view[unit.start : blank] for sign in "。,;:"):
        genre = ENDS_IN_GENRE.search(view[unit.start : blank])
        if genre or find_opening_words(view, unit) > unit.start:
            last = blank if genre else find_opening_words(view, unit)
            return _title_with_credits(text, view, unit.start, last)
    named = _find_glued_genre(view, unit.start, min(end, unit.start + 60))
    return (_item(text, MetadataField.TITLE, unit.start, named),) if named else ()


def _title_with_credits(text: str, view: str, start: int, end: int) -> tuple[MetadataItem, ...]:
    """The title at `view[start:end]`, less the reporters named on the same line, and these."""
    first = find_credit_behind(view, start, end)
    return (
        _item(text, MetadataField.TITLE, start, first),
        *_credit_items(text, view, first, end),
    )


def _find_glued_genre(view: str, start: int, end: int) -> int:
    """End of a title that names its kind of paper before the words that open a report, else 0."""
    for genre in GENRE_WORD.finditer(view, start, end):
        if any(sign in view[start : genre.end()] for sign in "。,;:!? "):
            return 0
        if genre.end() - start >= 6 and opens_report(view, genre.end()):
            return genre.end()
    return 0


def _find_doubled(view: str, start: int, end: int) -> int:
    """End of a title that is said twice in a row, 0 if none is."""
    for genre in GENRE_WORD.finditer(view, start, end):
        length = genre.end() - start
        following = genre.end() + (view[genre.end() : genre.end() + 1] == " ")
        if length >= 6 and view.startswith(view[start : genre.end()], following):
            return genre.end()
    return 0


def _item(text: str, field: MetadataField, start: int, end: int) -> MetadataItem:
    while end > start and text[end - 1].isspace():
        end -= 1
    return MetadataItem(field=field, value=" ".join(text[start:end].split()), start=start, end=end)
