"""Pieces of exported files as they were written: the third text of a merge.

A piece is found by the hash that its marker bears, so that a file may be moved, renamed or copied.
"""

from collections.abc import Iterable, Mapping

from reportreader.library.library import Library

KEPT_PIECES = 50_000
_MANY = 500


def remember_pieces(library: Library, bodies: Mapping[str, str]) -> None:
    """Keeps bodies by their hashes, and forgets those that were written longest ago."""
    with library.transaction():
        now = library.now()
        for key, body in bodies.items():
            library.execute(
                "INSERT OR REPLACE INTO written_export VALUES (?, ?, ?)", (key, body, now)
            )
        library.execute(
            """DELETE FROM written_export WHERE hash IN
              (SELECT hash FROM written_export ORDER BY written DESC, hash LIMIT -1 OFFSET ?)""",
            (KEPT_PIECES,),
        )


def recall_pieces(library: Library, hashes: Iterable[str]) -> dict[str, str]:
    """The bodies that were kept, by hash."""
    wanted = list(dict.fromkeys(hashes))
    found: dict[str, str] = {}
    for start in range(0, len(wanted), _MANY):
        some = wanted[start : start + _MANY]
        marks = ", ".join("?" * len(some))
        rows = library.rows(f"SELECT hash, body FROM written_export WHERE hash IN ({marks})", some)
        found |= {row[0]: row[1] for row in rows}
    return found
