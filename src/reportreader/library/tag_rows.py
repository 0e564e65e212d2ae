"""Brings a tag back under the id that it had, whatever has come into its place since.

A tag is found by its name by whoever gives it, and by its id in the journal. One that was deleted may
be there again under another id when its deletion is undone, because an annotation in the trash bears it.
"""

from collections.abc import Mapping

from reportreader.library.library import Library

_LINKS = ("annotation_tag", "report_tag")


def bring_back_tag(library: Library, columns: Mapping[str, object]) -> None:
    """Makes the row of a tag as `columns` say; inside a transaction."""
    tag_id, name = int(str(columns["tag_id"])), columns["name"]
    other = library.value("SELECT tag_id FROM tag WHERE name = ?", (name,))
    if other is not None and other != tag_id:
        library.execute("UPDATE tag SET name = '' WHERE tag_id = ?", (other,))
    library.execute(
        """INSERT INTO tag (tag_id, name, colour, description) VALUES (?, ?, ?, ?)
          ON CONFLICT (tag_id) DO UPDATE SET
            name = excluded.name, colour = excluded.colour, description = excluded.description""",
        (tag_id, name, columns.get("colour", ""), columns.get("description", "")),
    )
    if other is not None and other != tag_id:
        _replace(library, other, tag_id)


def _replace(library: Library, old: int, new: int) -> None:
    """Whatever bears one tag bears the other, in the journal too."""
    for table in _LINKS:
        library.execute(f"UPDATE OR IGNORE {table} SET tag_id = ? WHERE tag_id = ?", (new, old))
    library.execute("DELETE FROM tag WHERE tag_id = ?", (old,))
    # The journal is JSON of ours: within a text of the reader's a quotation mark is escaped.
    for behind in ("}", ","):
        library.execute(
            "UPDATE change SET edits = replace(edits, ?, ?) WHERE instr(edits, ?)",
            (
                f'"tag_id": {old}{behind}',
                f'"tag_id": {new}{behind}',
                f'"tag_id": {old}{behind}',
            ),
        )
