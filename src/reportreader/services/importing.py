"""Importing annotations that this program exported, here or on another machine.

Annotations are joined by their ids. Those that are only in the library stay as they are. An import
is one change, which can be undone.
"""

from collections.abc import Sequence
from datetime import UTC, datetime

from reportreader.ingest.sanitising import sanitise, sanitise_line
from reportreader.library.annotation_times import load_times
from reportreader.library.annotations import get_stored, list_annotation_ids
from reportreader.library.documents import load_text
from reportreader.library.library import Library
from reportreader.library.reports import find_namesakes
from reportreader.library.standing import current_version
from reportreader.notes.anchor import LOST, Anchor, Resolution
from reportreader.notes.anchoring import make_anchor
from reportreader.notes.annotation import (
    Annotation,
    AnnotationId,
    AnnotationKind,
    ReportId,
    VersionId,
)
from reportreader.notes.codebook import Code
from reportreader.notes.ids import make_annotation_id
from reportreader.notes.joining import (
    TAG_SIGN,
    FieldTimes,
    fields_of,
    find_place,
    join_fields,
)
from reportreader.notes.requoting import QuoteFinder
from reportreader.notes.webreading import ImportedAnnotation
from reportreader.services.import_steps import ImportOutcome, ImportStep, take_steps
from reportreader.services.tagging import normal_tags

_FIELDS = ("body", "colour", "deleted")


def import_annotations(
    library: Library,
    imported: Sequence[ImportedAnnotation],
    *,
    codes: Sequence[Code] = (),
    dry_run: bool = False,
) -> tuple[ImportStep, ...]:
    """Joins the annotations of a file with those of the library; the steps in the file's order.

    `codes` is the codebook that came with them, taken in the same change. With `dry_run` nothing
    is changed. Raises InputError for a tag that says nothing.
    """
    with library.transaction():
        importer = _Importer(library)
        steps = tuple(importer.plan(one) for one in imported)
        if not dry_run:
            take_steps(library, steps, codes)
    return steps


class _Importer:
    """Plans the steps of one import; of an id that a file holds twice, the first one counts."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known = set(list_annotation_ids(library))
        self._seen: set[AnnotationId] = set()
        self._texts: dict[VersionId, str] = {}

    def plan(self, imported: ImportedAnnotation) -> ImportStep:
        """What is to become of an annotation."""
        theirs = _cleaned(imported.annotation, self._library.now())
        times = _cleaned_times(imported.times)
        is_repeated = theirs.annotation_id in self._seen
        if theirs.annotation_id:
            self._seen.add(theirs.annotation_id)
        if is_repeated:
            return _unchanged(theirs, imported.title)
        if theirs.annotation_id in self._known:
            return self._join(theirs, times, imported.title)
        outcome, place = ImportOutcome.REPORT_MISSING, None
        reports = self._find_reports(imported)
        for report_id in reports:
            placed = self._place(theirs, report_id, has_position=imported.has_position)
            if placed is not None:
                theirs, outcome = placed, ImportOutcome.ADDED
                break
        else:
            if reports:
                outcome = ImportOutcome.UNPLACED
                theirs, place = self._leave_unplaced(theirs, reports[0])
        return ImportStep(
            outcome=outcome,
            annotation=theirs,
            title=imported.title,
            fields=fields_of(theirs),
            times=times,
            place=place,
        )

    def _join(self, theirs: Annotation, their_times: FieldTimes, title: str) -> ImportStep:
        stored = get_stored(self._library, theirs.annotation_id)
        mine, my_times = stored.annotation, load_times(self._library, stored.number)
        joined, times = join_fields(mine, my_times, theirs, their_times)
        is_same = joined == fields_of(mine)
        return ImportStep(
            outcome=ImportOutcome.UNCHANGED if is_same else ImportOutcome.CHANGED,
            annotation=mine._replace(changed=max(mine.changed, theirs.changed)),
            title=title,
            fields=joined,
            times={} if is_same and times == my_times else times,
        )

    def _find_reports(self, imported: ImportedAnnotation) -> list[ReportId]:
        """The reports of the title that a file names; the one with the same number first."""
        namesakes = find_namesakes(self._library, imported.title)
        found = [namesake.report_id for namesake in namesakes]
        return sorted(found, key=lambda report_id: str(report_id) != imported.report_short_id)

    def _place(
        self, theirs: Annotation, report_id: ReportId, *, has_position: bool
    ) -> Annotation | None:
        """The annotation as one of the current version of a report; None if it has no place."""
        version_id = current_version(self._library, report_id)
        text = self._text(version_id)
        place = find_place(text, theirs, has_position=has_position)
        if place is None:
            return None
        anchor = make_anchor(text, *place)
        is_passage = theirs.kind is not AnnotationKind.REPORT_NOTE
        return theirs._replace(
            annotation_id=theirs.annotation_id or make_annotation_id(),
            report_id=report_id,
            version_id=version_id,
            start=place[0],
            end=place[1],
            quote=anchor.exact,
            prefix=anchor.prefix if is_passage else "",
            suffix=anchor.suffix if is_passage else "",
        )

    def _leave_unplaced(
        self, theirs: Annotation, report_id: ReportId
    ) -> tuple[Annotation, Resolution]:
        """The annotation as one of a report that does not hold its passage, with a suggestion."""
        version_id = current_version(self._library, report_id)
        anchor = Anchor(
            start=theirs.start,
            end=theirs.end,
            exact=theirs.quote,
            prefix=theirs.prefix,
            suffix=theirs.suffix,
        )
        found = QuoteFinder(self._text(version_id)).find(anchor) if theirs.quote else LOST
        made = theirs._replace(
            annotation_id=theirs.annotation_id or make_annotation_id(),
            report_id=report_id,
            version_id=version_id,
        )
        return made, found

    def _text(self, version_id: VersionId) -> str:
        if version_id not in self._texts:
            self._texts[version_id] = load_text(self._library, version_id)
        return self._texts[version_id]


def _unchanged(annotation: Annotation, title: str) -> ImportStep:
    return ImportStep(
        outcome=ImportOutcome.UNCHANGED,
        annotation=annotation,
        title=title,
        fields=fields_of(annotation),
    )


def _cleaned_times(times: FieldTimes) -> dict[str, str]:
    """The times that a file names, of fields that there are, all in one form."""
    cleaned: dict[str, str] = {}
    for name, said in times.items():
        time = _utc(said)
        if time and name in _FIELDS:
            cleaned[name] = time
        elif time and name.startswith(TAG_SIGN) and name[1:].strip():
            cleaned[TAG_SIGN + normal_tags([name[1:]])[0]] = time
    return cleaned


def _utc(said: str) -> str:
    """A time as the library writes it, empty if it is none."""
    try:
        time = datetime.fromisoformat(said)
    except ValueError:
        return ""
    aware = time if time.tzinfo else time.replace(tzinfo=UTC)
    return aware.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _cleaned(annotation: Annotation, now: str) -> Annotation:
    """What a file says, fit to be kept: no control characters, tags and times as ours."""
    created = _time(annotation.created, now)
    return annotation._replace(
        heading_path=tuple(sanitise_line(title) for title in annotation.heading_path),
        body=sanitise(annotation.body),
        tags=normal_tags(annotation.tags),
        created=created,
        changed=_time(annotation.changed, created),
        deleted=_time(annotation.deleted, now) if annotation.deleted else "",
    )


def _time(said: str, otherwise: str) -> str:
    """A time as the library writes it, `otherwise` if it is none."""
    return _utc(said) or otherwise
