"""Clippings: what other reading programs keep of a book, as values.

Each reader of a format gives the same: whose text it is, the passage, what was noted, when. None of
them knows offsets of ours, so that the passage is looked for by its words (`placing`).
"""

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from reportreader.errors import InputError
from reportreader.notes.annotation import AnnotationId, Colour
from reportreader.notes.ids import encode_ulid


class ClippingFormat(StrEnum):
    """Where clippings come from."""

    KINDLE = "kindle"
    KOREADER = "koreader"
    READEST = "readest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clipping:
    """A passage from another program; `made` is ISO 8601 in UTC or empty, `where` for people.

    `file_stem` is the name of the book's file where the program tells it. Without a quote it is a
    note or bookmark that only that program can place.
    """

    title: str
    quote: str = ""
    note: str = ""
    chapter: str = ""
    where: str = ""
    made: str = ""
    colour: Colour = Colour.YELLOW
    file_stem: str = ""


_COLOURS: Mapping[str, Colour] = {
    **{colour.value: colour for colour in Colour},
    "olive": Colour.GREEN,
    "cyan": Colour.BLUE,
    "orange": Colour.YELLOW,
    "pink": Colour.RED,
    "violet": Colour.PURPLE,
}


def clipping_id(clipping: Clipping) -> AnnotationId:
    """The id of the annotation that a clipping becomes: the same at every import."""
    said = (
        clipping.title,
        clipping.chapter,
        clipping.quote,
        clipping.note,
        clipping.where,
        clipping.made,
    )
    digest = hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).digest()
    time_ms = 0
    if clipping.made:
        time_ms = max(0, int(datetime.fromisoformat(clipping.made).timestamp() * 1000))
    return encode_ulid(min(time_ms, (1 << 48) - 1), int.from_bytes(digest[:10]))


def colour_of(name: object) -> Colour:
    """The nearest of our colours to one that another program names."""
    return _COLOURS.get(str(name).lower(), Colour.YELLOW)


def time_of(seconds: float) -> str:
    """Seconds since 1970 as a time, empty if they are none."""
    try:
        return _iso(datetime.fromtimestamp(seconds, UTC))
    except (ValueError, OverflowError, OSError):
        return ""


def local_time(text: str, pattern: str = "%Y-%m-%d %H:%M:%S") -> str:
    """A time without zone, taken as it stands; empty if it is none."""
    try:
        return _iso(datetime.strptime(text.strip(), pattern).replace(tzinfo=UTC))
    except ValueError:
        return ""


def _iso(time: datetime) -> str:
    return time.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def parse_clippings(text: str) -> tuple[ClippingFormat, tuple[Clipping, ...]] | None:
    """The clippings of a file, whichever program wrote it; None if it is none of theirs.

    Raises InputError `clippings_malformed` for one of theirs that cannot be read.
    """
    from reportreader.notes import (
        clippings_kindle,
        clippings_koreader,
        clippings_markup,
        clippings_readest,
    )

    text = text.replace("\r\n", "\n").lstrip("\ufeff")
    readers: tuple[tuple[ClippingFormat, Callable[[str], tuple[Clipping, ...] | None]], ...] = (
        (ClippingFormat.KINDLE, clippings_kindle.read),
        (ClippingFormat.KOREADER, clippings_koreader.read_lua),
        (ClippingFormat.KOREADER, clippings_koreader.read_json),
        (ClippingFormat.KOREADER, clippings_markup.read_html),
        (ClippingFormat.KOREADER, clippings_markup.read_markdown),
        (ClippingFormat.READEST, clippings_readest.read_json),
        (ClippingFormat.READEST, clippings_readest.read_markdown),
    )
    for made_by, read in readers:
        try:
            found = read(text)
        except (ValueError, RecursionError) as error:
            raise InputError("clippings_malformed", reason=str(error)) from error
        if found is not None:
            return made_by, found
    return None


def stem_of(path: object) -> str:
    """The name of a file without its folders and its last suffix."""
    name = re.split(r"[/\\]", str(path or ""))[-1]
    return re.sub(r"\.[A-Za-z0-9]{1,5}$", "", name)
