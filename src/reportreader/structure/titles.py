"""Titles: which of the short lines in front is the headline, and what the others are to it."""

from collections.abc import Collection, Mapping, Sequence

from reportreader.structure.line import Unit
from reportreader.structure.matterlines import read_matter_line
from reportreader.structure.official import ENDS_IN_GENRE
from reportreader.structure.patterns import Pattern
from reportreader.structure.roles import Role
from reportreader.structure.shapes import has_han, is_in_parentheses, skip_hashes
from reportreader.structure.titleruns import part_run, role_below

_TITLE_LENGTH = 90
_NAMED_FROM = 30
_LABEL_LENGTH = 12
"""A shorter line that ends with a colon is a field of a form."""
_SITE = Pattern(
    r"_.*$|(?:[ ]?[|-][ ]?|[ ]—[ ])[^-|—]{0,24}(?:网|网站|频道|门户|平台|新闻|日报|晚报|政府|在线|中心|新闻网|\.com|\.cn)$"
)
_NOT_TITLE = Pattern(
    r"(?:问[ ]?:|答[ ]?:|记者[ ]?:|[〔\[(](?:19|20)[0-9]{2}[〕\])][ ]?第[0-9]{1,4}期|第[0-9一二三四五六七八九十百]{1,5}[版期页]|第[ ]?(?!一[编章]|1[编章])[0-9一二三四五六七八九十百]{1,5}[ ]?[编章][ ]|附件[ ]?[0-9一二三四五六七八九十]{0,2}[ ]?:?$|总第|\(?(?:(?:19|20)[0-9]{2}年)?第?[0-9]{1,4}期|[0-9 :./-]+$|[A-Za-z0-9 .:/_-]+$|标[ ]?题[ ]?:[ ]?\|)"
)
_LABEL = Pattern(r"(?:论文|报告|调研|文章)?(?:题[ ]{0,8}目|标[ ]{0,8}题)[ ]?:[ ]{0,4}(?=[^ ])")
_CREDIT_BEHIND = Pattern(
    r"[ ]{1,8}[□◎○(]?[ ]{0,2}(?:(?:本报|本刊|本网|见习|特约|新华社)(?:见习|特约)?(?:记者|通讯员)|(?:记者|通讯员|作者|撰稿)[ ]{0,2}[: ])"
)
_MASTHEAD = Pattern(r"(?:新闻稿|新闻资料|新闻通稿|简报|专报|快讯|新闻发布稿)$")
_ISSUE = Pattern(
    r"[〔\[(](?:19|20)[0-9]{2}[〕\])][ ]?(?:年)?第[ ]?[0-9一二三四五六七八九十百]{1,5}[ ]?期|\(?(?:(?:19|20)[0-9]{2}年)?(?:总|增刊)?第[ ]?[0-9一二三四五六七八九十百]{1,5}[ ]?期"
)


def choose_title(
    view: str,
    units: Sequence[Unit],
    shorts: Sequence[int],
    anchors: Sequence[int],
    subtitles: Sequence[int] = (),
) -> tuple[list[int], dict[int, Role]]:
    """Numbers of the units of the title, and roles of the other short lines in front.

    `anchors` are the lines of metadata in front that stand below a title: date, source, number;
    `subtitles` open with a dash.
    """
    rest = dict.fromkeys(shorts, Role.LEFT_OVER)
    usable = [number for number in shorts if may_be_title(view, units[number])]
    if not usable:
        return [], rest
    repeated = _find_repeated(view, units, usable)
    masthead = _find_masthead(view, units, shorts)
    labelled = [n for n in usable if _LABEL.match(view, units[n].start, units[n].end)]
    if labelled:
        title, extra = labelled[:1], dict.fromkeys(shorts[: shorts.index(labelled[0])], Role.KICKER)
    elif repeated >= 0:
        title, extra = [repeated], dict.fromkeys(shorts[: shorts.index(repeated)], Role.FURNITURE)
    elif masthead >= 0 and usable[-1] > masthead:
        run = [number for number in usable if number > masthead]
        title, extra = part_run(view, units, run[:2], anchored=False)
        extra.update(dict.fromkeys((number for number in shorts if number < run[0]), Role.KICKER))
    elif named := _find_named_paper(view, units, usable, anchors):
        title, extra = named, dict.fromkeys((n for n in shorts if n < named[0]), Role.KICKER)
    else:
        run, anchored = _find_run(usable, anchors, subtitles)
        title, extra = part_run(view, units, run, anchored=anchored)
        above = (number for number in shorts if number < run[0])
        extra.update(dict.fromkeys(above, Role.FURNITURE))
    rest.update(extra)
    for number in shorts:
        if title and number > title[-1] and rest.get(number) in (Role.LEFT_OVER, Role.SUBTITLE):
            rest[number] = role_below(view, units[number], rest[number])
    for number in title:
        rest.pop(number, None)
    return title, rest


def has_title_above(view: str, units: Sequence[Unit], roles: Mapping[int, Role]) -> bool:
    """Whether one of the first `units` could be the headline; the head of a bulletin is none."""
    shorts = [
        number
        for number, unit in enumerate(units)
        if roles.get(number) in (None, Role.TITLE, Role.HEADLINE)
        and len(unit) <= _TITLE_LENGTH
        and read_matter_line("", view, unit) is None
    ]
    masthead = _find_masthead(view, units, shorts)
    return any(number > masthead and may_be_title(view, units[number]) for number in shorts)


def may_be_title(view: str, unit: Unit) -> bool:
    """Whether a short line could be a headline: words, and not the end of a sentence."""
    if not 2 <= len(unit) <= _TITLE_LENGTH or view[unit.end - 1] in "。,;、":
        return False
    if view[unit.end - 1] == ":" and len(unit) <= _LABEL_LENGTH:
        return False
    if is_in_parentheses(view, unit.start, unit.end):
        return False
    return has_han(view, unit.start, unit.end) and not _NOT_TITLE.match(view, unit.start, unit.end)


def trim_title(view: str, start: int, end: int) -> tuple[int, int]:
    """Bounds of the headline proper: no Markdown sign in front, no site name behind."""
    start = skip_hashes(view, start, end)
    label = _LABEL.match(view, start, end)
    if label:
        start = label.end()
    site = _SITE.search(view, start, end)
    if site and site.start() > start + 3:
        end = site.start()
    end = find_credit_behind(view, start, end)
    while end > start and view[end - 1] == " ":
        end -= 1
    return start, end


def find_credit_behind(view: str, start: int, end: int) -> int:
    """Where the credit behind a headline on the same line begins, `end` if there is none."""
    credit = _CREDIT_BEHIND.search(view, start + 4, end)
    return credit.start() if credit else end


def _find_named_paper(
    view: str, units: Sequence[Unit], usable: Sequence[int], anchors: Sequence[int]
) -> list[int]:
    """The name of an official paper (`关于…的通知`) below its letterhead and number."""
    if not anchors or ENDS_IN_GENRE.search(view[units[usable[0]].start : units[usable[0]].end]):
        return []
    for index, number in enumerate(usable):
        unit = units[number]
        if number > anchors[0] and "关于" in view[unit.start : unit.start + _NAMED_FROM]:
            for last in usable[index : index + 3]:
                if last - number <= 2 and ENDS_IN_GENRE.search(
                    view[units[last].start : units[last].end]
                ):
                    return list(range(number, last + 1))
    return []


def _find_run(
    usable: Sequence[int], anchors: Sequence[int], subtitles: Sequence[int]
) -> tuple[list[int], bool]:
    """The short lines that hold the title: above a subtitle or the last anchor, else the first."""
    for subtitle in subtitles:
        if subtitle - 1 in usable:
            return _last_neighbours([number for number in usable if number < subtitle]), True
    for anchor in reversed(anchors):
        above = [number for number in usable if number < anchor]
        if above:
            return _last_neighbours(above), True
    below = [number for number in usable if not anchors or number > anchors[-1]]
    return (below or list(usable))[:3], False


def _last_neighbours(numbers: Sequence[int]) -> list[int]:
    first = len(numbers) - 1
    while first > 0 and numbers[first - 1] == numbers[first] - 1:
        first -= 1
    return list(numbers[first:])


def _find_repeated(view: str, units: Sequence[Unit], usable: Sequence[int]) -> int:
    """The later short line that repeats the first one, -1 if none does."""
    first = units[usable[0]]
    names = {
        _squeeze(view[first.start : first.end]),
        _squeeze(view[slice(*trim_title(view, first.start, first.end))]),
    }
    for number in reversed(usable[1:]):
        if _squeeze(view[units[number].start : units[number].end]) in names:
            return number
    return -1


def _find_masthead(view: str, units: Sequence[Unit], shorts: Collection[int]) -> int:
    """The line that numbers the issue of a bulletin; its name stands above, the title below."""
    for number in shorts:
        line = view[units[number].start : units[number].end]
        if _ISSUE.match(line) or _MASTHEAD.search(line):
            return number
    return -1


def _squeeze(line: str) -> str:
    return "".join(line.split())
