"""Tags on annotations and on reports."""

from collections.abc import Iterable

from reportreader.ingest.sanitising import sanitise_line
from reportreader.library.annotations import (
    StoredAnnotation,
    count_annotation_tags,
    get_stored,
)
from reportreader.library.codebook import find_tag
from reportreader.library.journal import Recorder, journalled, read_columns
from reportreader.library.library import Library
from reportreader.notes.annotation import AnnotationId, ReportId
from reportreader.notes.tags import normalise_tag, ordered


def list_tags(library: Library) -> tuple[tuple[str, int], ...]:
    """Every tag in use on annotations, with how many bear it, by name."""
    return count_annotation_tags(library)


def tag_annotations(
    library: Library, annotation_ids: Iterable[AnnotationId], tag: str, *, remove: bool = False
) -> None:
    """Gives a tag to annotations, or takes it from them; one change. Raises InputError."""
    change_tags(library, annotation_ids, (tag,), remove=remove)


def change_tags(
    library: Library,
    annotation_ids: Iterable[AnnotationId],
    tags: Iterable[str],
    *,
    remove: bool = False,
) -> None:
    """`tag_annotations` for several tags at once; still one change."""
    names = {normalise_tag(sanitise_line(tag)) for tag in tags}
    stored = [get_stored(library, annotation_id) for annotation_id in annotation_ids]
    summary = "changes.tag_removed" if remove else "changes.tag_added"
    said = " ".join(sorted(names))
    with journalled(library, summary, tag=said, count=len(stored)) as recorder:
        for one in stored:
            kept = set(one.annotation.tags)
            set_tags(recorder, one, tuple(sorted(kept - names if remove else kept | names)))


def tag_reports(
    library: Library, report_ids: Iterable[ReportId], tag: str, *, remove: bool = False
) -> None:
    """Gives a tag to reports, or takes it from them; one change. Raises InputError."""
    name = normalise_tag(sanitise_line(tag))
    concerned = tuple(report_ids)
    with journalled(library, "changes.report_tagged", count=len(concerned)) as recorder:
        tag_id = make_tag(recorder, name)
        for report_id in concerned:
            key: dict[str, object] = {"report_id": report_id, "tag_id": tag_id}
            if remove:
                recorder.delete("report_tag", key)
            elif read_columns(library, "report_tag", key, ("tag_id",)) is None:
                recorder.insert("report_tag", key)


def normal_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags as they are stored, in order, each once; raises InputError for one that says nothing."""
    return ordered(normalise_tag(sanitise_line(tag)) for tag in tags if tag.strip())


def set_tags(recorder: Recorder, stored: StoredAnnotation, tags: tuple[str, ...]) -> None:
    """Makes `tags` the tags of an annotation."""
    before, after = set(stored.annotation.tags), set(tags)
    for name in sorted(before - after):
        recorder.delete("annotation_tag", _tag_key(recorder, stored.number, name))
    for name in sorted(after - before):
        recorder.insert("annotation_tag", _tag_key(recorder, stored.number, name))


def make_tag(recorder: Recorder, name: str) -> int:
    """The id of a tag, made if there is none of that name; undoing the change unmakes it."""
    found = find_tag(recorder.library, name)
    return recorder.insert("tag", {"name": name}) if found is None else found


def _tag_key(recorder: Recorder, number: int, name: str) -> dict[str, object]:
    return {"annotation_number": number, "tag_id": make_tag(recorder, name)}
