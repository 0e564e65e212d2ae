"""Articles: the stories of a newspaper page, each found by its headline, byline or photo credit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportreader.document.metadata import MetadataField, MetadataItem
from reportreader.document.section import Article
from reportreader.structure.credits import iter_credits
from reportreader.structure.line import Unit
from reportreader.structure.names import looks_like_name
from reportreader.structure.patterns import Pattern
from reportreader.structure.roles import Matter, Role
from reportreader.structure.shapes import SHORT_LENGTH, has_han, is_body

_COLUMN = Pattern(r"[■◆●][ ]{0,2}[^ 。,:]{1,12}(?:[ ]{1,2}[^。,:]{1,14})?$")
_BYLINE = Pattern(
    r"(?:[□◎○][ ]{0,2}(?:.{0,12}?(?:记者|通讯员|评论员|实习生|作者|文[/ ]|图[/ ])|[\u4e00-\u9fff]{2,4}(?:[ 、]{1,2}[\u4e00-\u9fff]{2,4}){0,3}$)|(?:本报|本刊|见习|实习|特约)(?:见习|特约|全媒体|融媒体)?(?:记者|通讯员|评论员|实习生)|记者|通讯员|实习生)(?![ ]{0,2}:.{5}).{0,40}(?<![?!。])$"
)
_PHOTO = Pattern(
    r"(?:本报|见习)?(?:记者|通讯员)?[ ]{0,2}[\u4e00-\u9fff]{1,4}(?:[ 、][\u4e00-\u9fff]{1,4}){0,3}[ ]{0,2}摄(?:影报道)?$"
)
_OWN_DATELINE = Pattern(r"本[报网台刊][^,。]{0,12}?[讯电](?=[ (:（])")
_BRIEF = Pattern(r"[(【](?:本报)?(?:见习|实习|特约)?(?:记者|通讯员)[^()【】]{2,24}[)】]")
"""What a short item opens with that names its reporter."""
_RUBRIC = Pattern(
    r"□[ ]{0,2}(?P<name>(?!.{0,8}(?:记者|通讯员|作者|文|图))[\u4e00-\u9fff](?:[ ]{0,2}[\u4e00-\u9fff]){1,6})$"
)
_COLUMN_LENGTH = 30
_HEADLINE_LINES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PageArticle:
    """Unit numbers of one article of a page: headline `first` to `last`, byline or -1.

    `dated` says that its text opens with a dateline of its own (`本报讯`).
    """

    first: int
    last: int
    byline: int = -1
    column: int = -1
    dated: bool = False
    photo: tuple[int, int] = (-1, -1)


def find_page(
    view: str, units: Sequence[Unit], roles: Mapping[int, Role]
) -> tuple[PageArticle, ...]:
    """The articles of a page that holds several; none for a text of one piece."""
    columns = {
        number
        for number, unit in enumerate(units)
        if number not in roles
        and len(unit) <= _COLUMN_LENGTH
        and (_COLUMN.match(view, unit.start, unit.end) or _is_rubric(view, units, number))
    }
    rubrics = frozenset(columns)
    articles: list[PageArticle] = []
    datelines = 0
    for number, unit in enumerate(units):
        if number in roles or number in columns:
            continue
        if (
            len(unit) <= 50
            and _BYLINE.match(view, unit.start, unit.end)
            and not _is_photo(view, unit)
        ):
            lines = _headline_above(view, units, roles, number, columns)
            if len(lines) > 1 and _stands_apart(view, units, lines[0], number):
                columns.add(lines.pop(0))
            if lines:
                articles.append(_make(lines, columns, byline=number))
        elif is_body(view, unit.start, unit.end):
            brief = _BRIEF.match(view, unit.start, unit.end)
            photo = brief.span() if brief else _photo_credit(view, units, number)
            dated = brief or _OWN_DATELINE.match(view, unit.start, unit.end)
            lines = _headline_above(view, units, roles, number, columns) if photo or dated else []
            if lines:
                headline = lines[-1:] if dated else lines
                articles.append(
                    _make(headline, columns, dated=dated is not None, photo=photo or (-1, -1))
                )
                datelines += dated is not None
    signed = datelines + sum(article.byline >= 0 for article in articles)
    several = len(articles) >= 2 and (signed >= 2 or (rubrics and signed))
    below_column = any(article.column in rubrics and article.byline >= 0 for article in articles)
    return tuple(articles) if several or below_column else ()


def _make(
    lines: list[int],
    columns: set[int],
    *,
    byline: int = -1,
    dated: bool = False,
    photo: tuple[int, int] = (-1, -1),
) -> PageArticle:
    column = lines[0] - 1 if lines[0] - 1 in columns else -1
    return PageArticle(
        first=lines[0], last=lines[-1], byline=byline, column=column, dated=dated, photo=photo
    )


def _is_rubric(view: str, units: Sequence[Unit], number: int) -> bool:
    """Whether the line names a column as bylines name persons, but a headline stands below it."""
    unit = units[number]
    rubric = _RUBRIC.match(view, unit.start, unit.end)
    if rubric is None or number + 1 >= len(units):
        return False
    below = units[number + 1]
    headline = len(below) <= SHORT_LENGTH and not is_body(view, below.start, below.end)
    return headline and not looks_like_name(rubric["name"].replace(" ", ""))


def has_own_title(view: str, units: Sequence[Unit], page: Sequence[PageArticle]) -> bool:
    """Whether a line above the items of a digest names it as a whole."""
    first = page[0].first if is_digest(page) else 0
    return any(
        len(units[number]) <= SHORT_LENGTH and has_han(view, units[number].start, units[number].end)
        for number in range(first)
    )


def is_digest(page: Sequence[PageArticle]) -> bool:
    """Whether the page is a row of short items, none with a byline or a column of its own."""
    return bool(page) and all(article.dated and article.column < 0 for article in page)


def _headline_above(
    view: str, units: Sequence[Unit], roles: Mapping[int, Role], number: int, columns: set[int]
) -> list[int]:
    lines: list[int] = []
    above = number - 1
    while (
        above >= 0 and len(lines) < _HEADLINE_LINES and above not in roles and above not in columns
    ):
        unit = units[above]
        if (
            len(unit) > SHORT_LENGTH
            or is_body(view, unit.start, unit.end)
            or view[unit.end - 1] in "。,;"
            or not has_han(view, unit.start, unit.end)
            or _BYLINE.match(view, unit.start, unit.end)
            or _is_photo(view, unit)
        ):
            break
        lines.insert(0, above)
        above -= 1
    while len(lines) > 1 and view.startswith(("——", "--"), units[lines[-1]].start):
        lines.pop()
    return lines


def _stands_apart(view: str, units: Sequence[Unit], first: int, byline: int) -> bool:
    """Whether a blank line parts the first line from a headline whose own lines are not parted."""
    gaps = [
        view.count("\n", units[number].end, units[number + 1].start)
        for number in range(first, byline)
    ]
    return gaps[0] > 1 and min(gaps[1:], default=gaps[0]) == 1


def _is_photo(view: str, unit: Unit) -> bool:
    return _PHOTO.match(view, unit.start, unit.end) is not None


def _photo_credit(view: str, units: Sequence[Unit], number: int) -> tuple[int, int] | None:
    """Where the photographer is named at the end of a picture story or right below it."""
    unit = units[number]
    tail = max(unit.start, unit.end - 30)
    stop = view.rfind("。", tail, unit.end)
    if stop >= 0:
        start = stop + 1
        while start < unit.end and view[start] in " ”":
            start += 1
        if _PHOTO.match(view, start, unit.end):
            return start, unit.end
    if number + 1 < len(units) and _is_photo(view, units[number + 1]):
        below = units[number + 1]
        return below.start, below.end
    return None


def read_page(
    text: str, view: str, units: Sequence[Unit], page: Sequence[PageArticle], *, titled: bool
) -> Matter:
    """Roles of the units that open articles; if `titled`, the page is named by its first one."""
    roles: dict[int, Role] = {}
    for article in page:
        roles.update(dict.fromkeys(range(article.first, article.last + 1), Role.HEADLINE))
        if article.column >= 0:
            roles[article.column] = Role.COLUMN
        if article.byline >= 0:
            roles.update(dict.fromkeys(range(article.last + 1, article.byline), Role.SUBTITLE))
            roles[article.byline] = Role.BYLINE
        elif article.photo[0] >= 0:
            for number in range(article.last + 1, min(article.last + 4, len(units))):
                if (units[number].start, units[number].end) == article.photo:
                    roles[number] = Role.BYLINE
    first = page[0]
    start, end = units[first.first].start, units[first.last].end
    items = [
        MetadataItem(
            field=MetadataField.TITLE, value=" ".join(text[start:end].split()), start=start, end=end
        )
    ]
    if not titled:
        items.clear()
    if first.byline >= 0:
        line = units[first.byline]
        items.extend(
            MetadataItem(
                field=credit.field,
                value=text[credit.start : credit.end],
                start=credit.start,
                end=credit.end,
            )
            for credit in iter_credits(view, line.start, line.end)
        )
    return Matter(roles=roles, items=tuple(items))


def make_articles(
    text: str, units: Sequence[Unit], page: Sequence[PageArticle]
) -> tuple[Article, ...]:
    """The articles of a page as values, each reaching to the next headline or column."""
    found = []
    for index, article in enumerate(page):
        following = page[index + 1] if index + 1 < len(page) else None
        if following is None:
            end = units[-1].end
        else:
            first = following.column if following.column >= 0 else following.first
            end = units[first - 1].end
        column, byline = "", ""
        if article.column >= 0:
            column = text[units[article.column].start : units[article.column].end]
        if article.byline >= 0:
            byline = text[units[article.byline].start : units[article.byline].end]
        elif article.photo[0] >= 0:
            byline = text[slice(*article.photo)]
        start, last = units[article.first].start, units[article.last].end
        found.append(
            Article(start=start, end=end, headline=text[start:last], column=column, byline=byline)
        )
    return tuple(found)
