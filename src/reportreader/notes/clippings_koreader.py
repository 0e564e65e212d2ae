"""Reads what KOReader keeps of a book (`metadata.….lua`) and what its exporter writes as JSON.

Older settings hold highlights by page, and the reader's notes in the bookmarks of the same time.
"""

import json
from collections.abc import Iterable, Mapping

from reportreader.notes.clippings import Clipping, colour_of, local_time, stem_of, time_of
from reportreader.notes.luatable import parse_table

Table = Mapping[object, object]


def read_lua(text: str) -> tuple[Clipping, ...] | None:
    """The clippings of a settings file; None if it is none. Raises ValueError."""
    head = "\n".join(line for line in text.split("\n")[:5] if not line.lstrip().startswith("--"))
    if not head.lstrip().startswith(("return {", "return{")):
        return None
    settings = _table(parse_table(text))
    properties = _table(settings.get("doc_props"))
    stem = stem_of(settings.get("doc_path"))
    title = _text(properties, "title") or _text(_table(settings.get("stats")), "title") or stem
    entries = [_table(value) for value in _table(settings.get("annotations")).values()]
    if not entries:
        entries = list(_older(settings))
    return tuple(
        _clipping(
            entry,
            title=title,
            file_stem=stem,
            note=_text(entry, "note"),
            made=local_time(_text(entry, "datetime")),
        )
        for entry in entries
    )


def read_json(text: str) -> tuple[Clipping, ...] | None:
    """The clippings of an exported file, of one book or of all; None if it is none of KOReader's."""
    if not text.lstrip().startswith("{"):
        return None
    exported = _object(text)
    documents = exported.get("documents")
    books = [_table(book) for book in (documents if isinstance(documents, list) else [exported])]
    if not all(isinstance(book.get("entries"), list) for book in books):
        return None
    return tuple(clipping for book in books for clipping in _of_book(book))


def _of_book(book: Table) -> Iterable[Clipping]:
    entries = book.get("entries")
    for entry in map(_table, entries if isinstance(entries, list) else ()):
        yield _clipping(
            entry,
            title=_text(book, "title"),
            file_stem=stem_of(book.get("file")),
            note=_text(entry, "note"),
            made=_epoch(entry.get("time")),
        )


def _older(settings: Table) -> Iterable[Table]:
    notes = {
        _text(bookmark, "datetime"): _text(bookmark, "text")
        for bookmark in map(_table, _table(settings.get("bookmarks")).values())
    }
    for page in _table(settings.get("highlight")).values():
        for entry in map(_table, _table(page).values()):
            note = notes.get(_text(entry, "datetime"), "")
            # What KOReader itself puts there repeats the passage.
            yield {**entry, "note": "" if _text(entry, "text") in note else note}


def _clipping(entry: Table, *, title: str, file_stem: str, note: str, made: str) -> Clipping:
    page = entry.get("pageno", entry.get("page", ""))
    return Clipping(
        title=title or file_stem,
        quote=_text(entry, "text") if entry.get("sort") != "bookmark" else "",
        note=note,
        chapter=_text(entry, "chapter"),
        where=str(page) if isinstance(page, str | int) else "",
        made=made,
        colour=colour_of(entry.get("color", "")),
        file_stem=file_stem,
    )


def _object(text: str) -> dict[str, object]:
    try:
        value = json.loads(text)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def _table(value: object) -> Table:
    return value if isinstance(value, dict) else {}


def _text(table: Table, name: str) -> str:
    value = table.get(name)
    return value if isinstance(value, str) else ""


def _epoch(value: object) -> str:
    is_time = isinstance(value, int | float) and not isinstance(value, bool)
    return time_of(float(value)) if is_time and isinstance(value, int | float) else ""
