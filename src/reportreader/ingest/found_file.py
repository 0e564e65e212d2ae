"""A file that is to be read: on disk, or in an archive."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFile:
    """A file to read; `entry` is its name within the archive at `path`, empty for the file itself."""

    path: Path
    entry: str = ""

    @property
    def label(self) -> str:
        """What it is called: its path, or `archive.zip!/inner/name.docx`."""
        return entry_label(str(self.path), self.entry) if self.entry else str(self.path)


def entry_label(archive: str, entry: str) -> str:
    """What a file in an archive is called."""
    return f"{archive}!/{entry}"
