"""Lines in front of flat text: words parted by blanks that were lines of their own once.

`标题 来源：县报 2021年3月5日 本报记者 王小明 近日，…` is read word by word up to the first sentence.
Words that say something of the report, or name a place of its page, show where the title ends.
"""

from collections.abc import Iterator
from enum import Enum, auto

from reportreader.structure.credits import opens_with_credit, opens_with_dateline
from reportreader.structure.dates import find_date
from reportreader.structure.furniture import judge_line
from reportreader.structure.line import Unit
from reportreader.structure.marks import MarkKind, parse_mark
from reportreader.structure.matterlines import read_matter_line
from reportreader.structure.names import looks_like_body, looks_like_name
from reportreader.structure.official import is_addressee, is_salutation
from reportreader.structure.patterns import Pattern
from reportreader.structure.shapes import is_body, past_blanks

_REACH = 320
_MOST_WORDS = 40
_TITLE_LENGTH = 90
_SENTENCE_LENGTH = 36
_WORD = Pattern(r"[^ ]+")
_TIME = Pattern(r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?$")
_HOME = frozenset(("首页", "网站首页", "本站首页", "主页"))
_MENU_WORDS = 4
_MENU_WORD = 8
_COLUMN_SIGNS = "■◆●"


class _Kind(Enum):
    WORDS = auto()
    MATTER = auto()
    FURNITURE = auto()
    COLUMN = auto()


def cut_front_lines(view: str, unit: Unit) -> Iterator[Unit]:
    """The lines in front of a long unit and the rest of it; the unit itself if there are none."""
    pieces = _find_pieces(view, unit)
    while pieces and pieces[-1][0] is _Kind.WORDS:
        pieces.pop()
    words = sum(end - start for kind, start, end in pieces if kind is _Kind.WORDS)
    matter = any(kind is _Kind.MATTER for kind, _, _ in pieces)
    if not matter or not 0 < words <= _TITLE_LENGTH:
        yield unit
        return
    for _, start, end in pieces:
        yield Unit(start=start, end=end, flat=True)
    start = past_blanks(view, pieces[-1][2], unit.end)
    yield Unit(start=start, end=unit.end, indent=unit.indent, flat=True)


def find_menu_end(view: str, start: int, end: int) -> int:
    """Where the buttons and the menu that open a page end, `start` if there are none.

    A menu is a row of four short words or more, one of them `首页`.
    """
    words = list(_WORD.finditer(view, start, end))
    buttons = 0
    while buttons < len(words) and judge_line(view, *words[buttons].span()):
        buttons += 1
    row = buttons
    while row < len(words) - 1 and len(words[row][0]) <= _MENU_WORD:
        row += 1
    home = any(word[0] in _HOME for word in words[:row])
    last = row if home and row >= _MENU_WORDS else buttons
    return words[last - 1].end() if last else start


def _find_pieces(view: str, unit: Unit) -> list[tuple[_Kind, int, int]]:
    """Runs of words of one kind from the start of the unit up to its first sentence."""
    pieces: list[tuple[_Kind, int, int]] = []
    reach = min(unit.end, unit.start + _REACH)
    first = find_menu_end(view, unit.start, reach)
    if opens_with_dateline(view, past_blanks(view, first, reach), reach):
        return pieces
    if first > unit.start:
        pieces.append((_Kind.FURNITURE, unit.start, first))
    for count, word in enumerate(_WORD.finditer(view, first, reach)):
        start, end = word.span()
        if end >= reach or count >= _MOST_WORDS or _opens_text(view, start, end):
            break
        kind = _kind_of(view, start, end, pieces[-1][0] if pieces else _Kind.WORDS)
        office = kind is _Kind.WORDS and looks_like_body(view[start:end])
        joins = bool(pieces) and pieces[-1][0] is kind and kind is not _Kind.COLUMN and not office
        if joins and not (kind is _Kind.MATTER and _begins_line(view, start, end)):
            pieces[-1] = (kind, pieces[-1][1], end)
        else:
            pieces.append((kind, start, end))
    return pieces


def _opens_text(view: str, start: int, end: int) -> bool:
    """Whether running text or its first heading begins with this word."""
    mark = parse_mark(view, start)
    if mark and mark.number[0] == 1 and mark.kind is not MarkKind.DECIMAL:
        return True
    if view[end - 1] in ",。;" or "。" in view[start:end] or is_body(view, start, end):
        return True
    return end - start > _SENTENCE_LENGTH and "," in view[start:end]


def _kind_of(view: str, start: int, end: int, last: _Kind) -> _Kind:
    unit = Unit(start=start, end=end)
    if view[start] in _COLUMN_SIGNS:
        return _Kind.COLUMN
    if judge_line(view, start, end):
        return _Kind.FURNITURE
    if _is_whole(view, start, end):
        return _Kind.MATTER
    word = view[start:end]
    beside = end - start == 1 or looks_like_name(word) or _TIME.match(word)
    if last is _Kind.MATTER and (beside or looks_like_body(word)):
        return _Kind.MATTER
    return _Kind.MATTER if read_matter_line("", view, unit) else _Kind.WORDS


def _begins_line(view: str, start: int, end: int) -> bool:
    """Whether metadata in this word stands on a line of its own, not beside what is before it."""
    if _is_whole(view, start, end):
        return True
    word = view[start:end]
    person = end - start == 1 or looks_like_name(word) or looks_like_body(word)
    return not person and opens_with_credit(view, start, end)


def _is_whole(view: str, start: int, end: int) -> bool:
    """Whether the word is a line by itself: a day, whom it is sent to, a greeting."""
    unit = Unit(start=start, end=end)
    date = find_date(view, start, end)
    dated = date is not None and date.end - date.start >= end - start - 2
    return dated or is_salutation(view, unit) or is_addressee(view, unit)
