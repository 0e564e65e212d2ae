"""Keyphrases as a row: computed once for a version, read whenever it is opened."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reportreader.library.library import Library
from reportreader.library.partpacking import pack_keyphrases, unpack_keyphrases
from reportreader.notes.annotation import VersionId

if TYPE_CHECKING:
    from reportreader.analysis.keyphrases import Keyphrase

_PUT = "INSERT OR REPLACE INTO keyphrase_pack VALUES (?, ?)"
_GET = "SELECT keyphrases FROM keyphrase_pack WHERE version_id = ?"


def load_keyphrases(library: Library, version_id: VersionId) -> "tuple[Keyphrase, ...]":
    """The stored keyphrases of a version, best first; none if they were never computed."""
    packed = library.value(_GET, (version_id,))
    return () if packed is None else tuple(unpack_keyphrases(packed))


def keyphrase_version(library: Library, version_id: VersionId) -> int:
    """Which version of the extractor computed them, 0 if none did."""
    return int(
        library.value(
            "SELECT keyphrase_version FROM report_version WHERE version_id = ?", (version_id,)
        )
        or 0
    )


def save_keyphrases(
    library: Library, version_id: VersionId, phrases: "Iterable[Keyphrase]", extractor_version: int
) -> None:
    """Replaces the keyphrases of a version; inside a transaction."""
    library.execute(_PUT, (version_id, pack_keyphrases(phrases)))
    library.execute(
        "UPDATE report_version SET keyphrase_version = ? WHERE version_id = ?",
        (extractor_version, version_id),
    )
