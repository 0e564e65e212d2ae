"""Views that show annotations as the crash drivers want to see them; only made in test libraries.

The drivers judge a database by three names: `note` (id, body, digest), `note_log` (seq, note_id,
digest) and the index `note_fts`. Here a note's digest stands in front of its body and again as
its tag, so that a change which reached only one of the two tables is seen.
"""

from reportreader.library.library import Library

DIGEST_LENGTH = 16

_VIEWS = (
    f"""CREATE VIEW IF NOT EXISTS note AS SELECT annotation_number AS id,
  substr(body, {DIGEST_LENGTH + 2}) AS body, substr(body, 1, {DIGEST_LENGTH}) AS digest
  FROM annotation WHERE deleted = ''""",
    """CREATE VIEW IF NOT EXISTS note_log AS SELECT annotation_number AS note_id, 1 AS seq,
  CASE annotation.deleted WHEN '' THEN tag.name ELSE '-' END AS digest
  FROM annotation LEFT JOIN annotation_tag USING (annotation_number) LEFT JOIN tag USING (tag_id)""",
)


def make_views(library: Library) -> None:
    """Adds the views."""
    with library.transaction():
        for view in _VIEWS:
            library.execute(view)


def next_number(library: Library) -> int:
    """The id that the next annotation of the library will have."""
    found = library.value("SELECT seq FROM sqlite_sequence WHERE name = 'annotation'")
    return int(found or 0) + 1
