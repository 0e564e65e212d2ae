"""Which report is this? Decides whether a text is known, a new version, or a new report."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reportreader.library.reports import TextOwner
from reportreader.notes.annotation import ReportId


class Verdict(StrEnum):
    """What a text is to the library."""

    NEW_REPORT = "new-report"
    NEW_VERSION = "new-version"
    KNOWN = "known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """A verdict, and the report it is about; None for a new one."""

    verdict: Verdict
    report_id: ReportId | None


def identify(owners: Sequence[TextOwner], path_owner: ReportId | None) -> Identity:
    """The identity of a text.

    `owners` are the reports that have or had this very text, best first; `path_owner` is the
    report that was read from the same path before. A text that some report has now is known,
    wherever it lies. Else the path decides; and a text that was replaced long ago is still known.
    """
    current = [owner.report_id for owner in owners if owner.is_current]
    if current:
        chosen = path_owner if path_owner in current else current[0]
        return Identity(verdict=Verdict.KNOWN, report_id=chosen)
    if path_owner is not None:
        return Identity(verdict=Verdict.NEW_VERSION, report_id=path_owner)
    if owners:
        return Identity(verdict=Verdict.KNOWN, report_id=owners[0].report_id)
    return Identity(verdict=Verdict.NEW_REPORT, report_id=None)
