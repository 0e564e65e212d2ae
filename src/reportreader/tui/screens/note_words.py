"""What the notes screen says: rows, kinds to choose from, and one note in full, as values."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from reportreader.ingest.sanitising import sanitise_line
from reportreader.notes.annotation import Annotation, AnnotationKind, Colour, PlacementState
from reportreader.services.note_history import HistoryEntry
from reportreader.services.noting import AnnotationFilter, ListedAnnotation
from reportreader.services.reviewing import is_in_review
from reportreader.settings.messages import Messages
from reportreader.tui.dialogs.option import Option
from reportreader.tui.widgets.bar import Part
from reportreader.tui.widgets.note_list import NoteRow
from reportreader.tui.widgets.preview_part import PreviewPart

SETTLED = frozenset({PlacementState.EXACT, PlacementState.MOVED})
"""States that leave nothing to review."""

_DAYS_BACK = (0, 6, 29)
"""Days before today that a list can be narrowed to."""


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


def note_row(listed: ListedAnnotation, messages: Messages, *, citation: str = "") -> NoteRow:
    """An annotation as its row shows it; its source as `citation`, else as title and sections."""
    annotation = listed.placed.annotation
    state = listed.placed.placement.state
    highlighted = annotation.kind is AnnotationKind.HIGHLIGHT
    sign = f"colour_{annotation.colour.value}" if highlighted else f"sign_{annotation.kind.value}"
    source = (listed.report_title, *listed.section_path)
    return NoteRow(
        key=annotation.annotation_id,
        sign=messages.text(f"notes.{sign}"),
        colour=annotation.colour.value,
        quote=" ".join(sanitise_line(annotation.quote).split())
        or messages.text("notes.no_passage"),
        body=sanitise_line(annotation.body),
        tags=sanitise_line(" ".join(f"#{tag}" for tag in annotation.tags)),
        source=sanitise_line(citation) or " > ".join(sanitise_line(one) for one in source),
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


def empty_message(chosen: NoteChoice) -> str:
    """Id of the sentence for a list that holds nothing: why, and what to do."""
    if chosen.annotation_filter != AnnotationFilter():
        return "notes.empty_filter"
    if chosen.shelf is NoteShelf.TRASH:
        return "notes.empty_trash"
    return "notes.empty_review" if chosen.shelf is NoteShelf.REVIEW else "notes.empty"


def narrowed(current: AnnotationFilter, further: AnnotationFilter) -> AnnotationFilter:
    """`current` with every condition that `further` sets; a second tag is asked for besides."""
    if further.tag and current.tag and further.tag != current.tag:
        further = further._replace(tag=current.tag, also_tag=further.tag)
    plain = AnnotationFilter()
    said = {
        name: value for name, value in further._asdict().items() if value != getattr(plain, name)
    }
    return current._replace(**said)


def filter_words(
    wanted: AnnotationFilter, listed: Sequence[ListedAnnotation], messages: Messages
) -> str:
    """What narrows the list, in words; empty if nothing does."""
    said = [wanted.text, *(f"#{tag}" for tag in (wanted.tag, wanted.also_tag) if tag)]
    if wanted.colour is not None:
        said.append(messages.text(f"dialogs.colour_{wanted.colour.value}"))
    if wanted.state is not None:
        said.append(messages.text(f"notes.state_{wanted.state.value}"))
    if wanted.since:
        said.append(messages.text("notes.since", date=wanted.since))
    if wanted.report_id is not None and listed:
        said.append(f"《{listed[0].report_title}》")
    return sanitise_line("  ".join(filter(None, said)))


def choice_options(
    listed: Sequence[ListedAnnotation], messages: Messages, *, today: date
) -> list[Option[NoteChoice]]:
    """Shelves, and the tags, dates, colours, states and reports that occur."""
    options = [
        Option(messages.text(f"notes.shelf_{shelf.value}"), NoteChoice(shelf=shelf))
        for shelf in NoteShelf
    ]
    annotations = [one.placed.annotation for one in listed]
    tags = Counter(tag for annotation in annotations for tag in annotation.tags)
    colours = Counter(annotation.colour for annotation in annotations)
    options += [
        _option(messages.text("notes.by_tag", value=tag), AnnotationFilter(tag=tag), count)
        for tag, count in sorted(tags.items())
    ]
    options += _date_options(annotations, messages, today)
    options += [
        _option(
            messages.text("notes.by_colour", value=messages.text(f"dialogs.colour_{colour.value}")),
            AnnotationFilter(colour=colour),
            colours[colour],
        )
        for colour in Colour
        if colours[colour]
    ]
    return options + _place_options(listed, messages)


def _place_options(
    listed: Sequence[ListedAnnotation], messages: Messages
) -> list[Option[NoteChoice]]:
    """The states of places, and the reports, that occur."""
    states = Counter(one.placed.placement.state for one in listed)
    reports = Counter((one.placed.annotation.report_id, one.report_title) for one in listed)
    options = [
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


def _date_options(
    annotations: Sequence[Annotation], messages: Messages, today: date
) -> list[Option[NoteChoice]]:
    """Days to look back on, and how many were changed since each."""
    options = []
    for days in _DAYS_BACK:
        since = (today - timedelta(days=days)).isoformat()
        count = sum(annotation.changed >= since for annotation in annotations)
        label = messages.text(f"notes.since_{days}", date=since)
        options.append(_option(label, AnnotationFilter(since=since), count))
    return options


def note_parts(
    listed: ListedAnnotation, messages: Messages, *, citation: str = ""
) -> list[PreviewPart]:
    """One note in full: passage, text, tags, where and when, and how to cite it."""
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
    if citation:
        parts += [PreviewPart(""), PreviewPart(messages.text("notes.citation"), "label")]
        parts.append(PreviewPart(sanitise_line(citation)))
    return parts


def history_option(entry: HistoryEntry, messages: Messages) -> Option[HistoryEntry]:
    """One change of a note: when, what, and the text before it."""
    values = {
        name: sanitise_line(value) if isinstance(value, str) else value
        for name, value in entry.change.values.items()
    }
    said = messages.text(entry.change.summary_id, **values)
    when = local_time(entry.made)
    name = "notes.history_undone" if entry.is_undone else "notes.history_entry"
    label = messages.text(name, time=when, change=said)
    before = sanitise_line(entry.body_before or "")
    hint = messages.text("notes.history_before", body=before) if before else ""
    return Option(label, entry, hint)


def local_time(instant: str) -> str:
    """An ISO 8601 instant as date and minute where the reader is."""
    return f"{datetime.fromisoformat(instant).astimezone():%Y-%m-%d %H:%M}"


def _option(label: str, chosen: AnnotationFilter, count: int) -> Option[NoteChoice]:
    return Option(sanitise_line(label), NoteChoice(annotation_filter=chosen), f"{count:,}")
