"""Keyphrases of a report, computed once by a worker, and the reader's own term groups."""

from dataclasses import replace
from typing import TYPE_CHECKING

from reportreader.analysis.terms import Term, TermGroup
from reportreader.errors import InputError
from reportreader.ingest.sanitising import sanitise_line
from reportreader.library.documents import load_document
from reportreader.library.journal import journalled
from reportreader.library.keyphrases import keyphrase_version, load_keyphrases, save_keyphrases
from reportreader.library.library import Library
from reportreader.library.listing import count_summaries
from reportreader.library.searching import count_reports_with
from reportreader.library.standing import current_version
from reportreader.library.summary import ReportFilter
from reportreader.library.terms import drop_term_group, load_term_groups, put_term_group
from reportreader.notes.annotation import ReportId, VersionId

if TYPE_CHECKING:
    from reportreader.analysis.keyphrases import Keyphrase
    from reportreader.analysis.words import Segmenter

__all__ = [
    "compute_keyphrases",
    "delete_term_group",
    "find_report_keyphrases",
    "list_term_groups",
    "needs_keyphrases",
    "report_keyphrases",
    "save_term_group",
    "store_keyphrases",
]


def report_keyphrases(library: Library, report_id: ReportId) -> "tuple[Keyphrase, ...]":
    """The stored keyphrases of a report, best first; none if they were never computed."""
    return load_keyphrases(library, current_version(library, report_id))


def needs_keyphrases(library: Library, report_id: ReportId) -> bool:
    """Whether the keyphrases of a report have yet to be computed by this version of the program."""
    from reportreader.analysis.keyphrases import KEYPHRASES_VERSION

    return keyphrase_version(library, current_version(library, report_id)) != KEYPHRASES_VERSION


def compute_keyphrases(
    library: Library, report_id: ReportId, segmenter: "Segmenter"
) -> "tuple[Keyphrase, ...]":
    """The keyphrases of a report, computed and stored unless they are; seconds of work.

    A library that can only be read is not written to. Raises NotFoundError.
    """
    if not needs_keyphrases(library, report_id):
        return report_keyphrases(library, report_id)
    version_id, phrases = find_report_keyphrases(library, report_id, segmenter)
    if not library.read_only:
        store_keyphrases(library, version_id, phrases)
    return phrases


def find_report_keyphrases(
    library: Library, report_id: ReportId, segmenter: "Segmenter"
) -> "tuple[VersionId, tuple[Keyphrase, ...]]":
    """The version that is current and its keyphrases, neither looked up nor stored.

    Raises NotFoundError.
    """
    from reportreader.analysis.keyphrases import find_keyphrases

    version_id = current_version(library, report_id)
    phrases = find_keyphrases(
        load_document(library, version_id),
        segmenter,
        document_frequency=lambda phrase: count_reports_with(library, phrase),
        report_count=count_summaries(library, ReportFilter()),
    )
    return version_id, phrases


def store_keyphrases(
    library: Library, version_id: VersionId, phrases: "tuple[Keyphrase, ...]"
) -> None:
    """Stores what `find_report_keyphrases` found; raises LibraryError."""
    from reportreader.analysis.keyphrases import KEYPHRASES_VERSION

    with library.transaction():
        save_keyphrases(library, version_id, phrases, KEYPHRASES_VERSION)


def list_term_groups(library: Library) -> tuple[TermGroup, ...]:
    """The reader's term groups in the order they were made."""
    return load_term_groups(library)


def save_term_group(library: Library, group: TermGroup, *, replaces: str = "") -> TermGroup:
    """Saves a group in the place of the one named `replaces`, or of the one of its own name.

    Returns it as it was stored. Raises InputError for a group without a name.
    """
    stored = _cleaned(group)
    if not stored.name:
        raise InputError("term_group_empty")
    with journalled(library, "changes.term_group_saved", name=stored.name) as recorder:
        if replaces and replaces != stored.name:
            existing = {one.name for one in load_term_groups(library)}
            if stored.name in existing:
                drop_term_group(recorder, stored.name)
        put_term_group(recorder, stored, replaces=replaces or stored.name)
    return stored


def delete_term_group(library: Library, name: str) -> None:
    """Deletes a group; raises NotFoundError."""
    with journalled(library, "changes.term_group_deleted", name=name) as recorder:
        drop_term_group(recorder, name)


def _cleaned(group: TermGroup) -> TermGroup:
    """The group without control characters, empty terms and terms said twice."""
    terms: dict[str, Term] = {}
    for term in group.terms:
        text = sanitise_line(term.text).strip()
        aliases = (sanitise_line(alias).strip() for alias in term.aliases)
        if text:
            told = tuple(dict.fromkeys(alias for alias in aliases if alias and alias != text))
            terms.setdefault(text, Term(text=text, aliases=told))
    patterns = (sanitise_line(pattern).strip() for pattern in group.patterns)
    return replace(
        group,
        name=sanitise_line(group.name).strip(),
        terms=tuple(terms.values()),
        patterns=tuple(dict.fromkeys(pattern for pattern in patterns if pattern)),
    )
