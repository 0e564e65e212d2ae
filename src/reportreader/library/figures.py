"""Figures as a row: found once for a version, read whenever its panel is opened."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reportreader.library.library import Library
from reportreader.library.partpacking import pack_figures, unpack_figures
from reportreader.notes.annotation import VersionId

if TYPE_CHECKING:
    from reportreader.analysis.figures import Figure

_PUT = "INSERT OR REPLACE INTO figure_pack VALUES (?, ?)"
_GET = "SELECT figures FROM figure_pack WHERE version_id = ?"
_STAMP = "UPDATE report_version SET figures_version = ? WHERE version_id = ?"


def figures_version(library: Library, version_id: VersionId) -> int:
    """Which version of the finder found them, 0 if none did or the structure has changed since."""
    return int(
        library.value(
            "SELECT figures_version FROM report_version WHERE version_id = ?", (version_id,)
        )
        or 0
    )


def load_figures(library: Library, version_id: VersionId) -> "tuple[Figure, ...]":
    """The stored figures of a version in text order; none if they were never found."""
    packed = library.value(_GET, (version_id,))
    return () if packed is None else tuple(unpack_figures(packed))


def save_figures(
    library: Library, version_id: VersionId, figures: "Iterable[Figure]", finder_version: int
) -> None:
    """Replaces the figures of a version; inside a transaction."""
    library.execute(_PUT, (version_id, pack_figures(figures)))
    library.execute(_STAMP, (finder_version, version_id))
