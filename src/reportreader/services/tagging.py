"""Tags on annotations and on reports."""

from collections.abc import Iterable

from reportreader.errors import InputError
from reportreader.ingest.sanitising import sanitise_line
from reportreader.library.annotations import (
    StoredAnnotation,
    count_annotation_tags,
    ensure_tag,
    get_stored,
)
from reportreader.library.journal import Recorder, journalled, read_columns
from reportreader.library.library import Library
from reportreader.notes.annotation import AnnotationId, ReportId


def list_tags(library: Library) -> tuple[tuple[str, int], ...]:
    """Every tag in use on annotations, with how many bear it, by name."""
    return count_annotation_tags(library)


def tag_annotations(
    library: Library, annotation_ids: Iterable[AnnotationId], tag: str, *, remove: bool = False
) -> None:
    """Gives a tag to annotations, or takes it from them; one change. Raises InputError."""
    names = normal_tags((tag,))
    if not names:
        raise InputError("tag_empty", tag=tag)
    stored = [get_stored(library, annotation_id) for annotation_id in annotation_ids]
    summary = "changes.tag_removed" if remove else "changes.tag_added"
    with journalled(library, summary, tag=names[0], count=len(stored)) as recorder:
        for one in stored:
            kept = set(one.annotation.tags)
            kept = kept - set(names) if remove else kept | set(names)
            set_tags(recorder, one, tuple(sorted(kept)))


def tag_reports(
    library: Library, report_ids: Iterable[ReportId], tag: str, *, remove: bool = False
) -> None:
    """Gives a tag to reports, or takes it from them; one change. Raises InputError."""
    names = normal_tags((tag,))
    if not names:
        raise InputError("tag_empty", tag=tag)
    concerned = tuple(report_ids)
    with journalled(library, "changes.report_tagged", count=len(concerned)) as recorder:
        tag_id = ensure_tag(library, names[0])
        for report_id in concerned:
            key: dict[str, object] = {"report_id": report_id, "tag_id": tag_id}
            if remove:
                recorder.delete("report_tag", key)
            elif read_columns(library, "report_tag", key, ("tag_id",)) is None:
                recorder.insert("report_tag", key)


def normal_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags as they are stored: on one line, levels parted by `/`, each once, sorted."""
    names = set()
    for tag in tags:
        levels = sanitise_line(tag).replace("／", "/").strip().lstrip("#＃").split("/")
        names.add("/".join(level.strip() for level in levels if level.strip()))
    return tuple(sorted(names - {""}))


def set_tags(recorder: Recorder, stored: StoredAnnotation, tags: tuple[str, ...]) -> None:
    """Makes `tags` the tags of an annotation."""
    before, after = set(stored.annotation.tags), set(tags)
    for name in sorted(before - after):
        recorder.delete("annotation_tag", _tag_key(recorder.library, stored.number, name))
    for name in sorted(after - before):
        recorder.insert("annotation_tag", _tag_key(recorder.library, stored.number, name))


def _tag_key(library: Library, number: int, name: str) -> dict[str, object]:
    return {"annotation_number": number, "tag_id": ensure_tag(library, name)}
