"""What the library screen says: shelves, columns, preview, first steps and results, as values."""

from reportreader.ingest.sanitising import sanitise_line
from reportreader.services.browsing import (
    ReportFilter,
    ReportOrder,
    ReportPreview,
    ReportSummary,
    Shelf,
    list_issuers,
    list_report_tags,
    list_shelves,
    list_years,
)
from reportreader.services.opening import Library
from reportreader.settings.messages import Messages
from reportreader.tui.dialogs.option import Option
from reportreader.tui.drawing.bar import Part
from reportreader.tui.drawing.report_row import ReportRow
from reportreader.tui.screens.report_rows import ReportRows, is_sample_library
from reportreader.tui.widgets.preview_part import PreviewPart

NARROW_CELLS = 76
"""Below this width of the screen only the current shelf is named."""
PREVIEW_LEAST_CELLS = 100
"""Width of the screen from which on there is room for a preview."""
_PREVIEW_MOST_CELLS = 76
_KEYPHRASES_SHOWN = 12
_SECTIONS_SHOWN = 14
_DEEPEST_SHOWN = 3
_OPENING_SHOWN = 500
"""Code points of the text in a preview."""


def column_names(messages: Messages) -> ReportRow:
    """The names of the columns."""
    return ReportRow(
        key=0,
        title=messages.text("library.column_title"),
        issuer=messages.text("library.column_issuer"),
        date=messages.text("library.column_date"),
        length=messages.text("library.column_length"),
        progress=messages.text("library.column_progress"),
        notes=messages.text("library.column_notes"),
        tags=messages.text("library.column_tags"),
    )


def shelf_parts(
    counts: dict[Shelf, int], current: Shelf, messages: Messages, *, narrow: bool
) -> list[Part]:
    """The shelves with their counts, the current one marked; only that one where room is scarce."""
    parts = [Part(f"{messages.text('library.name')}  ", "strong")]
    for shelf in Shelf:
        if narrow and shelf is not current:
            continue
        label = messages.text(f"library.shelf_{shelf.value}")
        if shelf in counts:
            label = f"{label} {counts[shelf]:,}"
        role = "on" if shelf is current else ""
        parts += [Part(label, role, f"show_shelf('{shelf.value}')"), Part("   ")]
    return parts


def preview_cells(width: int) -> int:
    """Width of the preview on a screen of `width` cells that has room for one."""
    return min(width * 38 // 100, _PREVIEW_MOST_CELLS)


def listing_hint(
    rows: ReportRows, chosen: ReportFilter, order: ReportOrder, messages: Messages
) -> str:
    """What narrows the list, else the first step in a new library, else the order."""
    narrowed_by = (chosen.text, chosen.tag, chosen.issuer, chosen.year)
    if any(narrowed_by):
        return messages.text("library.filtered", what=" ".join(filter(None, narrowed_by)))
    if is_sample_library(rows):
        return messages.text("library.first_step")
    return messages.text("library.sorted", order=messages.text(f"library.order_{order.value}"))


def place_parts(hint: str, cursor: int, count: int) -> tuple[list[Part], list[Part]]:
    """The status line of a list: a hint, and the row of the cursor (from 0) among all."""
    return [Part(hint)], [Part(f"{cursor + 1 if count else 0:,}/{count:,}")]


def continue_parts(continued: ReportSummary, messages: Messages) -> list[Part]:
    """The report to go on with."""
    percent = f"{continued.progress:.0%}"
    title = sanitise_line(continued.title)
    text = messages.text("library.continue", title=title, percent=percent)
    return [Part("r ", "key"), Part(text)]


def shelf_options(library: Library, messages: Messages) -> list[Option[ReportFilter]]:
    """All that reports can be divided by: standing shelves, tags, issuers, years."""
    counts = list_shelves(library)
    options = [
        Option(
            messages.text(f"library.shelf_{shelf.value}"),
            ReportFilter(shelf=shelf),
            f"{counts.get(shelf, 0):,}",
        )
        for shelf in Shelf
    ]
    options += [
        Option(messages.text("library.by_tag", value=tag), ReportFilter(tag=tag), f"{count:,}")
        for tag, count in list_report_tags(library)
    ]
    options += [
        Option(
            messages.text("library.by_issuer", value=sanitise_line(issuer)),
            ReportFilter(issuer=issuer),
            f"{count:,}",
        )
        for issuer, count in list_issuers(library)
        if issuer
    ]
    options += [
        Option(messages.text("library.by_year", value=year), ReportFilter(year=year), f"{count:,}")
        for year, count in list_years(library)
        if year
    ]
    return options


def preview_parts(preview: ReportPreview, messages: Messages) -> list[PreviewPart]:
    """Title, data, keyphrases, outline and the first lines."""
    from reportreader.document.metadata import MetadataField

    summary = preview.summary
    parts = [PreviewPart(sanitise_line(summary.title), "title"), PreviewPart("")]
    signed = (summary.issuer, summary.author, summary.date[:10], summary.document_number)
    said = "  ".join(sanitise_line(value) for value in signed if value)
    if said:
        parts.append(PreviewPart(said, "soft"))
    subtitle = preview.metadata.value(MetadataField.SUBTITLE)
    if subtitle:
        parts.append(PreviewPart(sanitise_line(subtitle), "soft"))
    size = messages.text(
        "library.preview_size",
        length=f"{summary.length:,}",
        notes=summary.note_count,
        bookmarks=summary.bookmark_count,
    )
    parts.append(PreviewPart(size, "soft"))
    if preview.keyphrases:
        phrases = "  ".join(one.phrase for one in preview.keyphrases[:_KEYPHRASES_SHOWN])
        parts += [PreviewPart(""), PreviewPart(messages.text("library.keyphrases"), "label")]
        parts.append(PreviewPart(phrases, "keyphrase"))
    outline = [one for one in preview.sections if one.level <= _DEEPEST_SHOWN][:_SECTIONS_SHOWN]
    if outline:
        parts += [PreviewPart(""), PreviewPart(messages.text("library.outline"), "label")]
        top = min(section.level for section in outline)
        parts += [
            PreviewPart(sanitise_line(section.title), "heading", 2 * (section.level - top))
            for section in outline
        ]
    opening = _opening_lines(preview.opening, summary.title)
    if opening:
        parts += [PreviewPart(""), PreviewPart(messages.text("library.opening"), "label")]
        parts += [PreviewPart(line) for line in opening]
    return parts


def _opening_lines(opening: str, title: str) -> list[str]:
    """The first lines of the text, without those that the title is made of."""
    cells_apart = opening[:_OPENING_SHOWN].replace("\t", "  ")
    lines = (line.strip() for line in cells_apart.split("\n"))
    return [line for line in lines if line and line not in title]
