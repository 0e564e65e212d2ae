"""The figures of a report, found once by a worker and then read."""

from typing import TYPE_CHECKING

from reportreader.library.documents import load_document
from reportreader.library.figures import figures_version, load_figures, save_figures
from reportreader.library.library import Library
from reportreader.library.standing import current_version
from reportreader.notes.annotation import ReportId

if TYPE_CHECKING:
    from reportreader.analysis.figures import Figure

__all__ = ["compute_figures", "needs_figures", "report_figures"]


def report_figures(library: Library, report_id: ReportId) -> "tuple[Figure, ...]":
    """The stored figures of a report in text order; none if they were never found."""
    return load_figures(library, current_version(library, report_id))


def needs_figures(library: Library, report_id: ReportId) -> bool:
    """Whether the figures of a report have yet to be found by this version of the program."""
    from reportreader.analysis.figures import FIGURES_VERSION

    return figures_version(library, current_version(library, report_id)) != FIGURES_VERSION


def compute_figures(library: Library, report_id: ReportId) -> "tuple[Figure, ...]":
    """The figures of a report, found and stored unless they are; a second for a million characters.

    A library that can only be read is not written to. Raises NotFoundError.
    """
    from reportreader.analysis.figures import FIGURES_VERSION, find_figures

    if not needs_figures(library, report_id):
        return report_figures(library, report_id)
    with library.snapshot():
        version_id = current_version(library, report_id)
        document = load_document(library, version_id)
    figures = find_figures(document)
    if not library.read_only:
        with library.transaction():
            save_figures(library, version_id, figures, FIGURES_VERSION)
    return figures
