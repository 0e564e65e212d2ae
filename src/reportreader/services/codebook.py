"""The codebook: tags described, renamed, moved, merged and deleted; every change can be undone.

A tag of another name takes along the tags below it, the annotations, reports and term groups that
bear it, also those in the trash, its colour and its description.
"""

from collections.abc import Iterable, Sequence

from reportreader.errors import InputError, NotFoundError
from reportreader.ingest.sanitising import sanitise, sanitise_line
from reportreader.library.codebook import (
    TagRow,
    count_pairs_of_tags,
    count_tag_uses,
    count_tagged_reports,
    list_scoped_groups,
    list_tag_rows,
    list_tagged_annotations,
    list_tagged_reports,
    list_unborne_tags,
)
from reportreader.library.journal import Recorder, journalled, read_columns
from reportreader.library.library import Library
from reportreader.notes.annotation import Colour, ReportId
from reportreader.notes.codebook import Code
from reportreader.notes.tags import SEPARATOR, is_within, normalise_tag
from reportreader.services.tagging import make_tag

__all__ = [
    "Code",
    "count_tag_pairs",
    "create_tag",
    "delete_tag",
    "delete_tags",
    "describe_tag",
    "import_codebook",
    "list_codebook",
    "merge_tag",
    "move_tags",
    "rename_tag",
    "uncolour_tag",
]


def list_codebook(library: Library, *, report_id: ReportId | None = None) -> tuple[Code, ...]:
    """Every tag by name, with its counts outside the trash; with `report_id` those of that report.

    Left out are tags that only annotations in the trash bear, unless they are described.
    """
    with library.snapshot():
        rows, uses = list_tag_rows(library), count_tag_uses(library)
        standing = count_tagged_reports(library).keys() | list_unborne_tags(library)
    codes = []
    for row in rows:
        by_report = uses.get(row.name, {})
        if report_id is not None:
            by_report = {report_id: by_report[report_id]} if report_id in by_report else {}
        is_known = bool(row.colour or row.description) or row.name in standing
        if by_report or (report_id is None and is_known):
            codes.append(
                Code(
                    name=row.name,
                    colour=row.colour,
                    description=row.description,
                    annotation_count=sum(by_report.values()),
                    report_count=len(by_report),
                )
            )
    return tuple(codes)


def count_tag_pairs(
    library: Library, *, report_id: ReportId | None = None
) -> tuple[tuple[str, str, int], ...]:
    """Pairs of tags that annotations bear together, with how many do; the most frequent first."""
    return count_pairs_of_tags(library, report_id)


def create_tag(library: Library, tag: str) -> str:
    """Makes a tag that nothing bears yet, if there is none of that name; the name it has.

    Raises InputError `tag_empty`.
    """
    name = _normal(tag)
    with journalled(library, "changes.tag_created", tag=name) as recorder:
        make_tag(recorder, name)
    return name


def describe_tag(
    library: Library, tag: str, *, colour: Colour | None = None, description: str | None = None
) -> None:
    """Gives a tag the colour and the description that are named; makes it if there is none.

    Raises InputError `tag_empty`.
    """
    name = _normal(tag)
    with journalled(library, "changes.tag_described", tag=name) as recorder:
        _describe(recorder, name, colour, description)


def uncolour_tag(library: Library, tag: str) -> None:
    """Takes the colour from a tag. Raises InputError `tag_empty`."""
    name = _normal(tag)
    with journalled(library, "changes.tag_described", tag=name) as recorder:
        recorder.update("tag", {"tag_id": make_tag(recorder, name)}, {"colour": ""})


def import_codebook(library: Library, codes: Sequence[Code]) -> None:
    """Takes the colours and descriptions of `codes`; what they leave empty stays. One change."""
    with journalled(library, "changes.codebook_imported", count=len(codes)) as recorder:
        take_codes(recorder, codes)


def take_codes(recorder: Recorder, codes: Iterable[Code]) -> None:
    """Makes the tags of a codebook, with their colours and descriptions, within a change."""
    for code in codes:
        _describe(recorder, _normal(code.name), code.colour, code.description or None)


def rename_tag(library: Library, old: str, new: str) -> None:
    """Calls a tag and all below it `new`; where there is such a tag, they become one.

    Raises InputError `tag_empty`, NotFoundError `tag_missing`.
    """
    source, target = _normal(old), _normal(new)
    with journalled(library, "changes.tag_renamed", old=source, new=target) as recorder:
        _rename(recorder, source, target)


def merge_tag(library: Library, sources: Iterable[str], target: str) -> None:
    """Makes several tags and all below them one; a single change. Raises as `rename_tag`."""
    names, into = [_normal(source) for source in sources], _normal(target)
    with journalled(library, "changes.tags_merged", count=len(names), tag=into) as recorder:
        for name in names:
            _rename(recorder, name, into)


def move_tags(library: Library, tags: Iterable[str], parent: str) -> None:
    """Puts tags, with all below them, under `parent`, or on the top where it is empty; one change.

    Where there is such a tag already, they become one. Raises InputError `tag_within_itself`, and
    as `rename_tag`.
    """
    names, above = [_normal(tag) for tag in tags], _normal(parent) if parent else ""
    inside = next((name for name in names if above and is_within(above, name)), None)
    if inside is not None:
        raise InputError("tag_within_itself", tag=inside, parent=above)
    summary = "changes.tags_moved" if above else "changes.tags_moved_up"
    with journalled(library, summary, count=len(names), tag=above) as recorder:
        for name in _outermost(names):
            label = name.rpartition(SEPARATOR)[2]
            _rename(recorder, name, f"{above}{SEPARATOR}{label}" if above else label)


def delete_tag(library: Library, tag: str) -> None:
    """Takes a tag and all below it from whatever bears them, and drops them.

    Raises InputError `tag_empty`, NotFoundError `tag_missing`.
    """
    name = _normal(tag)
    with journalled(library, "changes.tag_deleted", tag=name) as recorder:
        _delete(recorder, name)


def delete_tags(library: Library, tags: Iterable[str]) -> None:
    """`delete_tag` for several; a single change."""
    names = [_normal(tag) for tag in tags]
    with journalled(library, "changes.tags_deleted", count=len(names)) as recorder:
        for name in _outermost(names):
            _delete(recorder, name)


def _delete(recorder: Recorder, name: str) -> None:
    for row in _rows_within(recorder.library, name):
        for table, key in _links(recorder.library, row):
            recorder.delete(table, key)
        recorder.delete("tag", {"tag_id": row.tag_id})


def _outermost(names: Sequence[str]) -> list[str]:
    """The tags without those that go along with another of them."""
    return [
        name
        for name in dict.fromkeys(names)
        if not any(is_within(name, other) for other in names if other != name)
    ]


def _rename(recorder: Recorder, source: str, target: str) -> None:
    rows = _rows_within(recorder.library, source)
    for row in rows:
        if source != target and not is_within(row.name, target):
            _move(recorder, row, target + row.name[len(source) :])


def _move(recorder: Recorder, row: TagRow, name: str) -> None:
    """Makes tag `row` the tag `name`, which may be there already."""
    library = recorder.library
    tag_id = make_tag(recorder, name)
    for table, key in _links(library, row):
        recorder.delete(table, key)
        moved = {**key, "tag_id": tag_id}
        if read_columns(library, table, moved, ("tag_id",)) is None:
            recorder.insert(table, moved)
    for group_id in list_scoped_groups(library, row.name):
        recorder.update("term_group", {"term_group_id": group_id}, {"scope_value": name})
    has = read_columns(library, "tag", {"tag_id": tag_id}, ("colour", "description")) or {}
    said: dict[str, object] = {
        "colour": row.colour.value if row.colour is not None else "",
        "description": row.description,
    }
    given = {column: value for column, value in said.items() if value and not has[column]}
    if given:
        recorder.update("tag", {"tag_id": tag_id}, given)
    recorder.delete("tag", {"tag_id": row.tag_id})


def _describe(
    recorder: Recorder, name: str, colour: Colour | None, description: str | None
) -> None:
    columns: dict[str, object] = {}
    if colour is not None:
        columns["colour"] = colour.value
    if description is not None:
        columns["description"] = sanitise(description).strip()
    tag_id = make_tag(recorder, name)
    if columns:
        recorder.update("tag", {"tag_id": tag_id}, columns)


def _links(library: Library, row: TagRow) -> list[tuple[str, dict[str, object]]]:
    """The rows, by table and key, that give a tag to annotations and reports."""
    bearers = (
        ("annotation_tag", "annotation_number", list_tagged_annotations(library, row.tag_id)),
        ("report_tag", "report_id", list_tagged_reports(library, row.tag_id)),
    )
    return [
        (table, {column: bearer, "tag_id": row.tag_id})
        for table, column, found in bearers
        for bearer in found
    ]


def _rows_within(library: Library, name: str) -> list[TagRow]:
    """The tag and those below it; raises NotFoundError if there is none."""
    found = [row for row in list_tag_rows(library) if is_within(row.name, name)]
    if not found:
        raise NotFoundError("tag_missing", tag=name)
    return found


def _normal(tag: str) -> str:
    return normalise_tag(sanitise_line(tag))
