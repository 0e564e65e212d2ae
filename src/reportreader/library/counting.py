"""How much a library holds."""

from dataclasses import dataclass

from reportreader.library.library import Library

_COUNT = """SELECT
  (SELECT count(*) FROM report WHERE deleted = ''),
  (SELECT count(*) FROM report WHERE deleted <> ''),
  (SELECT count(*) FROM report_version),
  (SELECT count(*) FROM annotation WHERE deleted = ''),
  (SELECT count(*) FROM annotation WHERE deleted <> ''),
  (SELECT count(*) FROM tag),
  (SELECT coalesce(sum(length), 0) FROM report WHERE deleted = '')"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """Numbers of things; `length` is the code points of all reports outside the trash."""

    reports: int = 0
    removed_reports: int = 0
    versions: int = 0
    annotations: int = 0
    deleted_annotations: int = 0
    tags: int = 0
    length: int = 0


def count_contents(library: Library) -> Contents:
    """What is in the library."""
    row = library.row(_COUNT) or (0,) * 7
    return Contents(
        reports=row[0],
        removed_reports=row[1],
        versions=row[2],
        annotations=row[3],
        deleted_annotations=row[4],
        tags=row[5],
        length=row[6],
    )
