"""Noting down: one annotation as a piece of Markdown.

> the exact passage

what the reader wrote

黄 · #民生/饮水 · 2026-03-01 · [打开原文](reportreader://open/7Q2K#123) · `reportreader open 7Q2K#123`
"""

from urllib.parse import quote as percent_encode

from reportreader.notes.annotation import AnnotationKind, PlacementState
from reportreader.notes.escaping import contain_markdown, escape_line, quote_block
from reportreader.notes.exported import ExportedNote, Words

DAY = len("2026-03-01")
"""Characters of a time in ISO 8601 that are its day."""
CONTEXT_SHOWN = 32
"""Code points of the old surroundings that are shown on each side."""


def render_note(short_id: str, note: ExportedNote, words: Words) -> str:
    """A passage with its note and particulars."""
    annotation = note.annotation
    blocks = []
    if annotation.kind is AnnotationKind.BOOKMARK:
        blocks.append(words("export.bookmark").format(label=escape_line(annotation.body)))
    if annotation.quote.strip():
        blocks.append(quote_block(annotation.quote))
    if annotation.body.strip() and annotation.kind is not AnnotationKind.BOOKMARK:
        blocks.append(contain_markdown(annotation.body))
    blocks.append(_particulars(short_id, note, words))
    return "\n\n".join(blocks)


def render_unsettled(short_id: str, note: ExportedNote, words: Words) -> str:
    """A passage that has changed or has no certain place: as it was, as it is, and what is known."""
    annotation, placement = note.annotation, note.placement
    percent = round(placement.confidence * 100)
    state = words(f"export.state_{placement.state.value}").format(percent=percent)
    blocks = [f"**{escape_line(state)}**"]
    if annotation.quote.strip():
        blocks.append(quote_block(annotation.quote))
    if note.current_text and placement.state is PlacementState.CHANGED:
        blocks += [escape_line(words("export.now_reads")), quote_block(note.current_text)]
    before = annotation.prefix[-CONTEXT_SHOWN:]
    behind = annotation.suffix[:CONTEXT_SHOWN]
    if before.strip() or behind.strip():
        context = words("export.old_context").format(
            before=escape_line(before), behind=escape_line(behind)
        )
        blocks.append(context)
    if annotation.heading_path:
        path = escape_line(" / ".join(annotation.heading_path))
        blocks.append(words("export.old_section").format(path=path))
    if annotation.body.strip():
        blocks.append(contain_markdown(annotation.body))
    blocks.append(_particulars(short_id, note, words))
    return "\n\n".join(blocks)


def open_links(short_id: str, offset: int | None, words: Words) -> str:
    """A link and a command that open a report, at an offset if one is given."""
    place = open_place(short_id, offset)
    label = escape_line(words("export.open"))
    return f"[{label}](reportreader://open/{place}) · `reportreader open {place}`"


def open_place(short_id: str, offset: int | None) -> str:
    """What `reportreader open` takes: a report, and an offset in it if one is given."""
    return percent_encode(short_id) + ("" if offset is None else f"#{offset}")


def _particulars(short_id: str, note: ExportedNote, words: Words) -> str:
    """Colour, tags, time and the ways back to the passage."""
    annotation = note.annotation
    is_lost = note.placement.start is None
    said = []
    if annotation.kind is AnnotationKind.HIGHLIGHT:
        said.append(escape_line(words(f"export.colour_{annotation.colour.value}")))
    said += [f"\\#{escape_line(tag)}" for tag in annotation.tags]
    if note.page:
        said.append(escape_line(words("export.page").format(page=note.page)))
    if annotation.created:
        said.append(escape_line(annotation.created[:DAY]))
    said.append(open_links(short_id, None if is_lost else note.offset, words))
    return " · ".join(said)
