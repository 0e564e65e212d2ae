"""Exporting annotations to Markdown: values in, the text of a file out.

Every annotation is one marked piece (`markers`), so that a later export can bring the file up to
date without touching what its reader wrote into it (`merging`), and its quote can be checked
against the library (`verifying`).
"""

from collections.abc import Iterable, Sequence

from reportreader.notes.annotation import AnnotationKind, Colour
from reportreader.notes.citations import cite_gb7714, cite_short, describe_publication
from reportreader.notes.escaping import escape_line
from reportreader.notes.exported import ExportedNote, ExportedReport, Grouping, Words
from reportreader.notes.markers import (
    Piece,
    PieceKind,
    PlainText,
    hash_body,
    make_piece,
    render_parts,
)
from reportreader.notes.noting import open_links, render_note, render_unsettled

MAX_HEADING_LEVEL = 6
OPENING_LENGTH = 24
"""Code points of a quote by which a pointer names it."""

Part = Piece | PlainText


def export_markdown(
    reports: Sequence[ExportedReport],
    *,
    words: Words,
    grouping: Grouping = Grouping.SECTION,
) -> str:
    """The annotations of reports as a Markdown file; marks (letters) are left out.

    Grouped by section each report is a chapter with its own sections in reading order. Grouped by
    tag or colour the groups run through all reports, and a flat list has none. What has lost its
    place, may have, or has changed stands in a section of its own at the end.
    """
    parts: list[Part] = []
    if grouping is Grouping.SECTION or len(reports) == 1:
        for report in reports:
            parts += chapter_parts(report, grouping, words)
    else:
        parts.append(_heading(1, words("export.title")))
        parts += _groups(reports, grouping, words, with_source=True)
        parts += _unsettled(reports, words, level=2, with_source=True)
    return render_export(parts)


def export_citations(reports: Sequence[ExportedReport], *, words: Words) -> str:
    """The reports as a numbered list of references after GB/T 7714."""
    parts: list[Part] = [_heading(1, words("export.references"))]
    for number, report in enumerate(reports, 1):
        citation = cite_gb7714(describe_publication(report.metadata, report.title))
        body = escape_line(f"[{number}] {citation}")
        parts.append(make_piece(PieceKind.REPORT, report.short_id, 0, body))
    return render_export(parts)


def render_export(parts: Sequence[Part]) -> str:
    """The text of a file with the keys of all its pieces."""
    keys = tuple(dict.fromkeys(part.key for part in parts if isinstance(part, Piece)))
    return render_parts(tuple(parts), keys)


def chapter_parts(report: ExportedReport, grouping: Grouping, words: Words) -> list[Part]:
    """One report: what it is, and its annotations under headings."""
    parts: list[Part] = [_report_piece(report, words)]
    if grouping is Grouping.SECTION:
        parts += _sections(report, words)
    else:
        parts += _groups([report], grouping, words, with_source=False)
    return parts + _unsettled([report], words, level=2, with_source=False)


def _report_piece(report: ExportedReport, words: Words) -> Piece:
    """Title, metadata and citation."""
    publication = describe_publication(report.metadata, report.title)
    said = {
        "source": publication.source,
        "author": "、".join(publication.authors),
        "date": publication.date,
        "number": publication.number,
        "citation": cite_gb7714(publication),
    }
    lines = [
        "- " + words(f"export.{name}").format(value=escape_line(value))
        for name, value in said.items()
        if value
    ]
    lines.append("- " + open_links(report.short_id, None, words))
    body = "\n".join([f"# {escape_line(report.title)}", "", *lines])
    return make_piece(PieceKind.REPORT, report.short_id, 0, body)


def _sections(report: ExportedReport, words: Words) -> list[Part]:
    """The settled notes of a report in reading order, under the titles of their sections."""
    parts: list[Part] = []
    whole = [note for note in _settled(report) if _is_whole(note)]
    if whole:
        parts.append(_heading(2, words("export.whole_report")))
        parts += [_note_piece(report, note, words, with_source=False) for note in whole]
    shown: tuple[str, ...] | None = None
    for note in (note for note in _settled(report) if not _is_whole(note)):
        path = note.section_path or (words("export.no_section"),)
        parts += _path_headings(shown, path)
        shown = path
        parts.append(_note_piece(report, note, words, with_source=False))
    return parts


def _path_headings(shown: tuple[str, ...] | None, path: tuple[str, ...]) -> Iterable[PlainText]:
    """Headings for the part of a path that is not yet shown."""
    common = 0
    for before, now in zip(shown or (), path, strict=False):
        if before != now:
            break
        common += 1
    if shown is not None and common == len(path) and len(shown) > len(path):
        common -= 1
    for depth in range(common, len(path)):
        yield _heading(depth + 2, path[depth])


def _groups(
    reports: Sequence[ExportedReport], grouping: Grouping, words: Words, *, with_source: bool
) -> list[Part]:
    """The settled notes of all reports by tag or colour.

    A note with several tags stands under the first; under the others a pointer leads to it. In a
    flat list nothing parts them.
    """
    if grouping is Grouping.FLAT:
        return [
            _note_piece(report, note, words, with_source=with_source)
            for report in reports
            for note in _settled(report)
        ]
    groups: dict[str, list[Part]] = {}
    for report in reports:
        for note in _settled(report):
            names = _group_names(note, grouping)
            piece = _note_piece(report, note, words, with_source=with_source)
            groups.setdefault(names[0], []).append(piece)
            for name in names[1:]:
                groups.setdefault(name, []).append(_pointer(note, names[0], name, words))
    parts: list[Part] = []
    for name in _group_order(groups, grouping):
        title = name if grouping is Grouping.TAG and name else _group_title(name, grouping, words)
        parts += [_heading(2, title), *groups[name]]
    return parts


def _group_names(note: ExportedNote, grouping: Grouping) -> tuple[str, ...]:
    if grouping is Grouping.COLOUR:
        return (note.annotation.colour.value,)
    return tuple(sorted(note.annotation.tags)) or ("",)


def _group_order(groups: Iterable[str], grouping: Grouping) -> list[str]:
    """Tags by name with the untagged last; colours in their own order."""
    if grouping is Grouping.COLOUR:
        return [colour.value for colour in Colour if colour.value in groups]
    return sorted(groups, key=lambda name: (not name, name))


def _group_title(name: str, grouping: Grouping, words: Words) -> str:
    return words(f"export.colour_{name}" if grouping is Grouping.COLOUR else "export.untagged")


def _pointer(note: ExportedNote, heading: str, name: str, words: Words) -> Piece:
    annotation = note.annotation
    opening = " ".join((annotation.quote or annotation.body).split())[:OPENING_LENGTH]
    body = words("export.see").format(heading=escape_line(heading), opening=escape_line(opening))
    key = f"{annotation.annotation_id}@{hash_body(name)[:6]}"
    return make_piece(PieceKind.SEE, key, annotation.revision, body)


def _unsettled(
    reports: Sequence[ExportedReport], words: Words, *, level: int, with_source: bool
) -> list[Part]:
    """What needs a person's eye: changed, ambiguous and lost passages."""
    parts: list[Part] = []
    for report in reports:
        for note in _in_reading_order(report):
            if note.is_settled:
                continue
            body = render_unsettled(report.short_id, note, words)
            parts.append(_piece(report, note, body, with_source=with_source))
    if parts:
        parts.insert(0, _heading(level, words("export.unsettled")))
    return parts


def _note_piece(
    report: ExportedReport, note: ExportedNote, words: Words, *, with_source: bool
) -> Piece:
    body = render_note(report.short_id, note, words)
    return _piece(report, note, body, with_source=with_source)


def _piece(report: ExportedReport, note: ExportedNote, body: str, *, with_source: bool) -> Piece:
    annotation = note.annotation
    if with_source:
        publication = describe_publication(report.metadata, report.title)
        body += f"\n\n—— {escape_line(cite_short(publication, note.section_path, note.page))}"
    return make_piece(PieceKind.NOTE, annotation.annotation_id, annotation.revision, body)


def _settled(report: ExportedReport) -> list[ExportedNote]:
    return [note for note in _in_reading_order(report) if note.is_settled]


def _in_reading_order(report: ExportedReport) -> list[ExportedNote]:
    kept = [note for note in report.notes if note.annotation.kind is not AnnotationKind.MARK]
    return sorted(kept, key=lambda note: (note.offset, note.annotation.annotation_id))


def _is_whole(note: ExportedNote) -> bool:
    return note.annotation.kind is AnnotationKind.REPORT_NOTE


def _heading(level: int, title: str) -> PlainText:
    signs = "#" * min(level, MAX_HEADING_LEVEL)
    return PlainText(text=f"{signs} {escape_line(title)}")
