"""Reads the annotations that Readest exports, as JSON and as Markdown in its default form."""

import json
import re
from dataclasses import replace

from reportreader.notes.clippings import Clipping, colour_of, time_of

_NOTE = re.compile(r"\*\*[^*]{1,12}\*\*\s*[:：]\s*(.*)")
_FOOT = re.compile(r"\*\[?(.*?)\]?(?:\(.*\))?\s*(?:·.*)?\*$")


def read_json(text: str) -> tuple[Clipping, ...] | None:
    """The annotations of a JSON file; None if it is none of Readest's."""
    try:
        exported = json.loads(text)
    except ValueError:
        return None
    if not isinstance(exported, dict):
        return None
    book, entries = exported.get("book"), exported.get("annotations")
    if not isinstance(book, dict) or not isinstance(entries, list):
        return None
    title = _text(book, "title")
    return tuple(_clipping(entry, title) for entry in entries if _is_live(entry))


def read_markdown(text: str) -> tuple[Clipping, ...] | None:
    """The annotations of a Markdown file: block quotes below chapters; None if it has no quote."""
    lines = text.split("\n")
    title = next((line[2:].strip() for line in lines if line.startswith("# ")), "")
    is_ours = any(line.startswith("<!-- rr:") for line in lines)
    if is_ours or not title or not any(line.startswith("> ") for line in lines):
        return None
    clippings: list[Clipping] = []
    chapter = last = ""
    for line in lines:
        kind = _kind(line, last)
        if kind == "chapter":
            chapter = line.lstrip("# ").strip()
        elif kind == "quote":
            said = line.removeprefix(">").strip()
            if last == "quote":
                clippings[-1] = _more(clippings[-1], quote=said)
            else:
                clippings.append(Clipping(title=title, quote=said, chapter=chapter))
        elif kind == "note" and clippings:
            found = _NOTE.match(line)
            clippings[-1] = _more(clippings[-1], note=found[1] if found else line)
        elif kind == "foot" and clippings and (foot := _FOOT.fullmatch(line)):
            clippings[-1] = replace(clippings[-1], where=foot[1])
        last = kind
    return tuple(clippings)


def _kind(line: str, last: str) -> str:
    """What a line is; one behind a note goes on with it until a blank one."""
    if line.startswith(("## ", "### ")):
        return "chapter"
    if line.startswith(">"):
        return "quote"
    if _NOTE.match(line):
        return "note"
    if _FOOT.fullmatch(line):
        return "foot"
    return "note" if last == "note" and line.strip() else ""


def _more(clipping: Clipping, *, quote: str = "", note: str = "") -> Clipping:
    """The clipping with another line of its passage or note."""
    if quote:
        return replace(clipping, quote=f"{clipping.quote}\n{quote}".strip())
    return replace(clipping, note=f"{clipping.note}\n{note}".strip())


def _is_live(entry: object) -> bool:
    return isinstance(entry, dict) and not entry.get("deletedAt")


def _clipping(entry: dict[str, object], title: str) -> Clipping:
    made = entry.get("createdAt")
    page = entry.get("page")
    return Clipping(
        title=title,
        quote=_text(entry, "text") if entry.get("type") != "bookmark" else "",
        note=_text(entry, "note") or (_text(entry, "text") if _is_bookmark(entry) else ""),
        where=str(page) if isinstance(page, int) else _text(entry, "cfi"),
        made=time_of(made / 1000) if isinstance(made, int | float) else "",
        colour=colour_of(entry.get("color", "")),
    )


def _is_bookmark(entry: dict[str, object]) -> bool:
    return entry.get("type") == "bookmark"


def _text(holder: dict[str, object], name: str) -> str:
    value = holder.get(name)
    return value if isinstance(value, str) else ""
