"""A file that is to be read: on disk, or in an archive."""

from pathlib import Path
from typing import NamedTuple

_ENTRY_SIGN = "!/"


class FoundFile(NamedTuple):
    """A file to read; `entry` is its name within the archive at `path`, empty for the file itself."""

    path: Path
    entry: str = ""

    @property
    def label(self) -> str:
        """What it is called: its path, or `archive.zip!/inner/name.docx`."""
        return entry_label(str(self.path), self.entry) if self.entry else str(self.path)


def entry_label(archive: str, entry: str) -> str:
    """What a file in an archive is called."""
    return f"{archive}{_ENTRY_SIGN}{entry}"


def find_labelled(label: str) -> FoundFile | None:
    """The file that is called so, if it (or the archive it lies in) is still there."""
    path = Path(label)
    if path.is_file():
        return FoundFile(path=path)
    archive, sign, entry = label.partition(_ENTRY_SIGN)
    while sign:
        if Path(archive).is_file():
            return FoundFile(path=Path(archive), entry=entry)
        further, sign, entry = entry.partition(_ENTRY_SIGN)
        archive = f"{archive}{_ENTRY_SIGN}{further}"
    return None
