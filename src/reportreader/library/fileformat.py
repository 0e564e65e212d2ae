"""What the header of a library file says."""

from reportreader.library.library import Library

APPLICATION_ID = 0x52505254
"""`RPRT`: this file is a library of reportreader."""

SCHEMA_VERSION = 4
"""Number of migrations that the file has gone through; `schema.MIGRATIONS` holds as many."""


def schema_version(library: Library) -> int:
    """How many steps the file has gone through."""
    return int(library.value("PRAGMA user_version"))


def is_ours(library: Library) -> bool:
    """Whether the file is a library of this program, or still empty."""
    found = int(library.value("PRAGMA application_id"))
    if found == APPLICATION_ID:
        return True
    return found == 0 and not library.value("SELECT count(*) FROM sqlite_master")
