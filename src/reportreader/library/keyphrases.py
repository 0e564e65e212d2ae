"""Keyphrases as rows: computed once for a version, read whenever it is opened."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reportreader.library.library import Library
from reportreader.notes.annotation import VersionId

if TYPE_CHECKING:
    from reportreader.analysis.keyphrases import Keyphrase

_ADD = "INSERT INTO keyphrase VALUES (?, ?, ?, ?, ?, ?)"
_GET = "SELECT phrase, score, count, kind FROM keyphrase WHERE version_id = ? ORDER BY number"


def load_keyphrases(library: Library, version_id: VersionId) -> "tuple[Keyphrase, ...]":
    """The stored keyphrases of a version, best first; none if they were never computed."""
    rows = library.rows(_GET, (version_id,))
    if not rows:
        return ()
    from reportreader.analysis.keyphrases import Keyphrase, KeyphraseKind

    return tuple(
        Keyphrase(phrase=row[0], score=row[1], count=row[2], kind=KeyphraseKind(row[3]))
        for row in rows
    )


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
    library.execute("DELETE FROM keyphrase WHERE version_id = ?", (version_id,))
    library.execute_many(
        _ADD,
        [
            (version_id, number, phrase.phrase, phrase.score, phrase.count, phrase.kind.value)
            for number, phrase in enumerate(phrases)
        ],
    )
    library.execute(
        "UPDATE report_version SET keyphrase_version = ? WHERE version_id = ?",
        (extractor_version, version_id),
    )
