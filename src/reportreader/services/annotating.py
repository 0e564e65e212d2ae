"""Marking passages: every function commits before it returns, and every change can be undone."""

from collections.abc import Iterable, Sequence

from reportreader.errors import ConflictError
from reportreader.ingest.sanitising import sanitise
from reportreader.library.annotations import (
    AnnotationFilter,
    StoredAnnotation,
    get_placed,
    get_stored,
    insert_annotation,
    insert_placement,
    link_tags,
    list_placed,
)
from reportreader.library.fulltext import index_note
from reportreader.library.journal import Change, Recorder, journalled
from reportreader.library.library import Library
from reportreader.library.standing import current_version
from reportreader.notes.anchor import Resolution
from reportreader.notes.annotation import (
    Annotation,
    AnnotationId,
    AnnotationKind,
    Colour,
    PlacedAnnotation,
    PlacedBy,
    Placement,
    PlacementState,
)
from reportreader.services.carrying import carry_annotations
from reportreader.services.drafting import (
    AnnotationDraft,
    AnnotationTarget,
    Readable,
    make_annotation,
    require_passage,
)
from reportreader.services.excerpt import make_excerpt
from reportreader.services.noting import (
    ListedAnnotation,
    find_annotation,
    get_annotation,
    list_annotations,
)
from reportreader.services.reading import report_annotations
from reportreader.services.tagging import (
    list_tags,
    normal_tags,
    set_tags,
    tag_annotations,
    tag_reports,
)
from reportreader.services.undoing import redo, undo

__all__ = [
    "AnnotationDraft",
    "AnnotationFilter",
    "AnnotationTarget",
    "Change",
    "ListedAnnotation",
    "add_annotation",
    "delete_annotations",
    "edit_annotation",
    "find_annotation",
    "get_annotation",
    "insert_recorded",
    "list_annotations",
    "list_tags",
    "move_annotation",
    "normal_tags",
    "redo",
    "report_annotations",
    "restore_annotations",
    "set_mark",
    "tag_annotations",
    "tag_reports",
    "undo",
]

_SAVED_AS = {
    AnnotationKind.HIGHLIGHT: "changes.highlight_added",
    AnnotationKind.BOOKMARK: "changes.bookmark_added",
    AnnotationKind.MARK: "changes.mark_set",
    AnnotationKind.REPORT_NOTE: "changes.report_note_added",
}


def add_annotation(library: Library, target: Readable, draft: AnnotationDraft) -> PlacedAnnotation:
    """Makes an annotation; raises InputError if the passage lies outside the text or is empty."""
    annotation = make_annotation(target, draft, library.now())
    values = {"quote": make_excerpt(annotation.quote), "name": make_excerpt(annotation.body)}
    with library.transaction():
        with journalled(library, _SAVED_AS[draft.kind], **values) as recorder:
            insert_recorded(recorder, annotation)
        return get_placed(library, annotation.annotation_id)


def edit_annotation(
    library: Library,
    annotation_id: AnnotationId,
    *,
    expected_revision: int,
    body: str | None = None,
    colour: Colour | None = None,
    tags: Sequence[str] | None = None,
) -> PlacedAnnotation:
    """Changes what is given of an annotation.

    Raises ConflictError if it is no longer at `expected_revision`, NotFoundError if there is none.
    """
    quote = make_excerpt(get_stored(library, annotation_id).annotation.quote)
    with library.transaction():
        with journalled(library, "changes.annotation_edited", quote=quote) as recorder:
            stored = _require_revision(library, annotation_id, expected_revision)
            columns: dict[str, object] = {}
            if body is not None:
                columns["body"] = sanitise(body)
            if colour is not None:
                columns["colour"] = colour.value
            if columns:
                recorder.update("annotation", {"annotation_number": stored.number}, columns)
            if tags is not None:
                set_tags(recorder, stored, normal_tags(tags))
        return get_placed(library, annotation_id)


def move_annotation(
    library: Library, target: Readable, annotation_id: AnnotationId, start: int, end: int
) -> PlacedAnnotation:
    """Says where an annotation stands in the version of `target`; by a person, so it is settled.

    What the annotation was made on does not change. Raises InputError, NotFoundError.
    """
    stored = get_stored(library, annotation_id)
    require_passage(target.document, start, end, stored.annotation.kind)
    quote = make_excerpt(stored.annotation.quote)
    passage = target.document.text[start:end]
    state = PlacementState.MOVED if passage == stored.annotation.quote else PlacementState.CHANGED
    with library.transaction():
        with journalled(library, "changes.annotation_moved", quote=quote) as recorder:
            recorder.insert(
                "placement",
                {
                    "annotation_number": stored.number,
                    "version_id": target.version_id,
                    "start_offset": start,
                    "end_offset": end,
                    "state": state.value,
                    "confidence": 1.0,
                    "placed_by": PlacedBy.PERSON.value,
                    "placed": library.now(),
                },
            )
        return get_placed(library, annotation_id)


def delete_annotations(library: Library, annotation_ids: Iterable[AnnotationId]) -> None:
    """Puts annotations into the trash; one change. Raises NotFoundError."""
    _set_deleted(library, annotation_ids, deleted=library.now())


def restore_annotations(library: Library, annotation_ids: Iterable[AnnotationId]) -> None:
    """Takes annotations out of the trash; one change. Raises NotFoundError."""
    _set_deleted(library, annotation_ids, deleted="")


def set_mark(library: Library, target: Readable, letter: str, offset: int) -> PlacedAnnotation:
    """Puts mark `letter` at `offset`, away from where it stood before in this report."""
    draft = AnnotationDraft(kind=AnnotationKind.MARK, start=offset, end=offset, body=letter)
    annotation = make_annotation(target, draft, library.now())
    with library.transaction():
        with journalled(library, _SAVED_AS[AnnotationKind.MARK], name=letter, quote="") as recorder:
            for placed in list_placed(library, target.report_id):
                old = placed.annotation
                if old.kind is AnnotationKind.MARK and old.body == letter:
                    number = get_stored(library, old.annotation_id).number
                    key: dict[str, object] = {"annotation_number": number}
                    recorder.update("annotation", key, {"deleted": library.now()})
            insert_recorded(recorder, annotation)
        return get_placed(library, annotation.annotation_id)


def insert_recorded(
    recorder: Recorder, annotation: Annotation, place: Resolution | None = None
) -> int:
    """Adds an annotation outside the trash as part of a change; the number of its row.

    It stands where it was made unless `place` says otherwise.
    """
    library = recorder.library
    number = insert_annotation(library, annotation)
    link_tags(library, number, annotation.tags)
    index_note(library, number, annotation.quote, annotation.body)
    insert_placement(
        library,
        number,
        Placement(
            annotation_id=annotation.annotation_id,
            version_id=annotation.version_id,
            start=annotation.start if place is None else place.start,
            end=annotation.end if place is None else place.end,
            state=PlacementState.EXACT if place is None else place.state,
            confidence=1.0 if place is None else place.confidence,
        ),
    )
    current = current_version(library, annotation.report_id)
    if current != annotation.version_id:
        carry_annotations(library, annotation.report_id, current)
    recorder.remember_new_annotation(number, annotation.created)
    return number


def _require_revision(
    library: Library, annotation_id: AnnotationId, expected_revision: int
) -> StoredAnnotation:
    stored = get_stored(library, annotation_id)
    if stored.annotation.revision != expected_revision:
        raise ConflictError(
            "annotation_changed_elsewhere",
            annotation=annotation_id,
            quote=make_excerpt(stored.annotation.quote),
        )
    return stored


def _set_deleted(library: Library, annotation_ids: Iterable[AnnotationId], *, deleted: str) -> None:
    stored = [get_stored(library, annotation_id) for annotation_id in annotation_ids]
    concerned = [one for one in stored if bool(one.annotation.deleted) is not bool(deleted)]
    if not concerned:
        return
    name = "changes.annotation_deleted" if deleted else "changes.annotation_restored"
    if len(concerned) > 1:
        name += "_several"
    quote = make_excerpt(concerned[0].annotation.quote)
    with journalled(library, name, quote=quote, count=len(concerned)) as recorder:
        for one in concerned:
            recorder.update("annotation", {"annotation_number": one.number}, {"deleted": deleted})
