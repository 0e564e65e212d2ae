"""Reads Kindle's `My Clippings.txt`, of devices set to Chinese or English.

    书名 (作者)
    - 您在第 12 页（位置 #170-171）的标注 | 添加于 2023年1月3日星期二 下午3:11:12

    the passage
    ==========

A note is a piece of its own at the last place of the passage that it belongs to.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportreader.notes.clippings import Clipping, local_time

_SEPARATOR = re.compile(r"^={10}\s*$", re.MULTILINE)
_AUTHOR = re.compile(r"\s*[(（][^()（）]*[)）]\s*$")
_KINDS = (
    ("note", re.compile(r"\bnote\b|笔记|筆記", re.IGNORECASE)),
    ("bookmark", re.compile(r"\bbookmark\b|书签|書籤", re.IGNORECASE)),
    ("highlight", re.compile(r"highlight|\bclip|标注|標註|螢光|剪切", re.IGNORECASE)),
)
_LOCATION = re.compile(r"(?:location|loc\.|位置)\s*#?\s*(\d+)(?:\s*[-–]\s*(\d+))?", re.IGNORECASE)
_PAGE = re.compile(r"(?:page|第)\s*(\d+)(?:\s*[-–]\s*(\d+))?", re.IGNORECASE)
_CHINESE_DATE = re.compile(
    r"(\d{4})年(\d{1,2})月(\d{1,2})日\D{0,6}?(上午|中午|下午|晚上|凌晨)?\s*"
    r"(\d{1,2}):(\d{2})(?::(\d{2}))?"
)
_ENGLISH_DATE = re.compile(
    r"(?:(\d{1,2}) ([A-Z][a-z]+)|([A-Z][a-z]+) (\d{1,2})),? (\d{4})\D{0,5}"
    r"(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([AP]M)?"
)
_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_LATE = frozenset({"下午", "晚上", "中午", "PM"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """One piece of the file; `first` and `last` are places of the device, 0 if it gives none."""

    kind: str
    title: str
    text: str
    where: str
    first: int
    last: int
    made: str


def read(text: str) -> tuple[Clipping, ...] | None:
    """The clippings of a file; None if it is none of Kindle's."""
    if not _SEPARATOR.search(text):
        return None
    pieces = [piece for part in _SEPARATOR.split(text) if (piece := _piece(part)) is not None]
    return _joined(pieces) if pieces else None


def _piece(part: str) -> _Piece | None:
    lines = part.replace("\ufeff", "").strip("\n").split("\n")
    if len(lines) < 2 or not lines[1].lstrip().startswith("-"):
        return None
    said, _, dated = lines[1].lstrip(" -").rpartition("|")
    kind = next((name for name, sign in _KINDS if sign.search(said or dated)), "")
    if not kind:
        return None
    place = _LOCATION.search(said) or _PAGE.search(said)
    first = int(place[1]) if place else 0
    last = _last(place[1], place[2] or place[1]) if place else 0
    return _Piece(
        kind=kind,
        title=_AUTHOR.sub("", lines[0]).strip() or lines[0].strip(),
        text="\n".join(lines[2:]).strip(),
        where=said.strip(),
        first=first,
        last=last,
        made=_time(dated),
    )


def _last(first: str, last: str) -> int:
    """The end of a range that may be cut short: `170-71`."""
    return int(first[: len(first) - len(last)] + last) if len(last) < len(first) else int(last)


def _joined(pieces: Sequence[_Piece]) -> tuple[Clipping, ...]:
    """Passages with the notes that belong to them, then the notes and bookmarks left alone."""
    clippings: list[Clipping] = []
    places: list[_Piece] = []
    loose = []
    for piece in pieces:
        if piece.kind == "highlight":
            clippings.append(_clipping(piece, quote=piece.text))
            places.append(piece)
        else:
            loose.append(piece)
    for piece in loose:
        owner = next((at for at, place in enumerate(places) if _belongs(piece, place)), None)
        if owner is None or piece.kind != "note" or clippings[owner].note:
            clippings.append(_clipping(piece, note=piece.text))
        else:
            clippings[owner] = replace(clippings[owner], note=piece.text)
    return tuple(clippings)


def _belongs(note: _Piece, passage: _Piece) -> bool:
    is_same_book = note.title == passage.title
    return is_same_book and note.first > 0 and passage.first <= note.first <= passage.last


def _clipping(piece: _Piece, *, quote: str = "", note: str = "") -> Clipping:
    return Clipping(title=piece.title, quote=quote, note=note, where=piece.where, made=piece.made)


def _time(text: str) -> str:
    """The time at the end of the second line, which has no zone."""
    if found := _CHINESE_DATE.search(text):
        year, month, day, half, hour, minute, second = found.groups()
    elif found := _ENGLISH_DATE.search(text):
        day, name, other_name, other_day, year, hour, minute, second, half = found.groups()
        day = day or other_day
        month = str(_MONTHS.get((name or other_name)[:3].lower(), 0))
    else:
        return ""
    hours = int(hour) % 12 + 12 if half in _LATE and int(hour) <= 12 else int(hour)
    hours = 0 if half in {"AM", "上午", "凌晨"} and hours == 12 else hours
    said = f"{year}-{month}-{day} {hours}:{minute}:{second or '0'}"
    return local_time(said)
