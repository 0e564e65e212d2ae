"""What the notes screen says: rows, kinds to choose from, and one note in full, as values."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from reportreader.ingest.sanitising import sanitise_line
from reportreader.notes.annotation import AnnotationKind, Colour, PlacementState
from reportreader.services.noting import AnnotationFilter, ListedAnnotation
from reportreader.services.reviewing import is_in_review
from reportreader.settings.messages import Messages
from reportreader.tui.dialogs.option import Option
from reportreader.tui.widgets.bar import Part
from reportreader.tui.widgets.note_list import NoteRow
from reportreader.tui.widgets.preview_part import PreviewPart

SETTLED = frozenset({PlacementState.EXACT, PlacementState.MOVED})
"""States that leave nothing to review."""


class NoteShelf(StrEnum):
    """The standing divisions of the notes."""

    ALL = "all"
    REVIEW = "review"
    TRASH = "trash"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteChoice:
    """What the notes screen lists: a shelf, narrowed by a filter."""

    shelf: NoteShelf = NoteShelf.ALL
    annotation_filter: AnnotationFilter = field(default_factory=AnnotationFilter)


def listed_on(shelf: NoteShelf, listed: Sequence[ListedAnnotation]) -> list[ListedAnnotation]:
    """Those of a shelf; the marks of vi are places to jump to and no notes."""
    return [
        one
        for one in listed
        if one.placed.annotation.kind is not AnnotationKind.MARK
        and (shelf is not NoteShelf.REVIEW or is_in_review(one.placed))
    ]


def note_row(listed: ListedAnnotation, messages: Messages) -> NoteRow:
    """An annotation as its row shows it."""
    annotation = listed.placed.annotation
    state = listed.placed.placement.state
    highlighted = annotation.kind is AnnotationKind.HIGHLIGHT
    sign = f"colour_{annotation.colour.value}" if highlighted else f"sign_{annotation.kind.value}"
    source = (listed.report_title, *listed.section_path)
    return NoteRow(
        key=annotation.annotation_id,
        sign=messages.text(f"notes.{sign}"),
        colour=annotation.colour.value,
        quote=sanitise_line(annotation.quote) or messages.text("notes.no_passage"),
        body=sanitise_line(annotation.body),
        tags=sanitise_line(" ".join(f"#{tag}" for tag in annotation.tags)),
        source=" > ".join(sanitise_line(one) for one in source),
        state="" if state in SETTLED else messages.text(f"notes.state_{state.value}"),
    )


def shelf_parts(counts: dict[NoteShelf, int], current: NoteShelf, messages: Messages) -> list[Part]:
    """The shelves with their counts, the current one marked."""
    parts = [Part(f"{messages.text('notes.name')}  ", "strong")]
    for shelf in NoteShelf:
        label = f"{messages.text(f'notes.shelf_{shelf.value}')} {counts[shelf]:,}"
        role = "on" if shelf is current else ""
        parts += [Part(label, role, f"show_notes_shelf('{shelf.value}')"), Part("   ")]
    return parts


def choice_options(
    listed: Sequence[ListedAnnotation], messages: Messages
) -> list[Option[NoteChoice]]:
    """Shelves, and the tags, colours, states and reports that occur."""
    options = [
        Option(messages.text(f"notes.shelf_{shelf.value}"), NoteChoice(shelf=shelf))
        for shelf in NoteShelf
    ]
    annotations = [one.placed.annotation for one in listed]
    tags = Counter(tag for annotation in annotations for tag in annotation.tags)
    colours = Counter(annotation.colour for annotation in annotations)
    states = Counter(one.placed.placement.state for one in listed)
    reports = Counter((one.placed.annotation.report_id, one.report_title) for one in listed)
    options += [
        _option(messages.text("notes.by_tag", value=tag), AnnotationFilter(tag=tag), count)
        for tag, count in sorted(tags.items())
    ]
    options += [
        _option(
            messages.text("notes.by_colour", value=messages.text(f"dialogs.colour_{colour.value}")),
            AnnotationFilter(colour=colour),
            colours[colour],
        )
        for colour in Colour
        if colours[colour]
    ]
    options += [
        _option(
            messages.text("notes.by_state", value=messages.text(f"notes.state_{state.value}")),
            AnnotationFilter(state=state),
            states[state],
        )
        for state in PlacementState
        if states[state]
    ]
    options += [
        _option(
            messages.text("notes.by_report", value=sanitise_line(title)),
            AnnotationFilter(report_id=report_id),
            count,
        )
        for (report_id, title), count in reports.items()
    ]
    return options


def note_parts(listed: ListedAnnotation, messages: Messages) -> list[PreviewPart]:
    """One note in full: passage, text, tags, where and when."""
    annotation = listed.placed.annotation
    row = note_row(listed, messages)
    parts = [PreviewPart(sanitise_line(listed.report_title), "title")]
    parts += [
        PreviewPart(sanitise_line(title), "soft", 2 * depth)
        for depth, title in enumerate(listed.section_path)
    ]
    parts.append(PreviewPart(""))
    parts += [PreviewPart(line) for line in annotation.quote.split("\n")]
    if annotation.body:
        parts += [PreviewPart(""), PreviewPart(messages.text("notes.note"), "label")]
        parts += [PreviewPart(line) for line in annotation.body.split("\n")]
    if row.tags:
        parts += [PreviewPart(""), PreviewPart(row.tags, "keyphrase")]
    times = messages.text(
        "notes.times", created=annotation.created[:10], changed=annotation.changed[:10]
    )
    parts += [PreviewPart(""), PreviewPart(times, "soft")]
    if row.state:
        parts.append(PreviewPart(row.state, "label"))
    return parts


def _option(label: str, chosen: AnnotationFilter, count: int) -> Option[NoteChoice]:
    return Option(sanitise_line(label), NoteChoice(annotation_filter=chosen), f"{count:,}")
