"""What a library remembers of itself: names with values."""

from reportreader.library.library import Library

SAMPLES_FILLED = "samples"
"""Set once the sample reports were offered, whatever became of them."""


def get_meta(library: Library, name: str) -> str:
    """The value under a name, empty if there is none."""
    return str(library.value("SELECT value FROM meta WHERE name = ?", (name,)) or "")


def put_meta(library: Library, name: str, value: str) -> None:
    """Writes a value under a name; inside a transaction."""
    library.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))
