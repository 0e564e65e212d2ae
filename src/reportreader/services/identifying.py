"""Which report is this? Decides whether a text is known, a new version, or a new report."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reportreader.library.reports import TextOwner
from reportreader.notes.annotation import ReportId, VersionId
from reportreader.services.recognising import Likeness

LEAST_SIMILARITY = 0.6
"""Below, two texts are not versions of one; a report with every fifth sentence new has 0.75."""


class Verdict(StrEnum):
    """What a text is to the library."""

    NEW_REPORT = "new-report"
    NEW_VERSION = "new-version"
    KNOWN = "known"


class Reason(StrEnum):
    """Why a text is taken for what it is; the values are ids of messages."""

    NEW = "adding.new"
    SAME_FILE = "adding.same_file"
    SAME_TEXT = "adding.same_text"
    FORMER_TEXT = "adding.former_text"
    SAME_PATH = "adding.same_path"
    MOVED = "adding.moved"
    KEPT_APART = "adding.kept_apart"
    ASKED_AS_NEW = "adding.asked_as_new"
    ASKED_AS_VERSION = "adding.asked_as_version"


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """A verdict, the report it is about (None for a new one), and the reason.

    `resembles` is a report that a new one is so much like that a person should know.
    """

    verdict: Verdict
    report_id: ReportId | None
    reason: Reason
    resembles: ReportId | None = None


def identify_as_asked(owners: Sequence[TextOwner], version_of: ReportId | None) -> Identity:
    """The identity of a text that a person said is a version of a report, or new (None)."""
    if version_of is None:
        return Identity(verdict=Verdict.NEW_REPORT, report_id=None, reason=Reason.ASKED_AS_NEW)
    if version_of in _current(owners):
        return Identity(verdict=Verdict.KNOWN, report_id=version_of, reason=Reason.SAME_TEXT)
    return Identity(
        verdict=Verdict.NEW_VERSION, report_id=version_of, reason=Reason.ASKED_AS_VERSION
    )


def identify(
    owners: Sequence[TextOwner],
    path_owner: ReportId | None,
    likeness: Likeness | None = None,
    *,
    path_version: VersionId | None = None,
) -> Identity:
    """The identity of a text.

    `owners` are the reports that have or had this very text, best first; `path_owner` is the
    report that was read from the same path before, `path_version` what was read then; `likeness` is
    to the report most like it. A text that some report has now is known, wherever it lies, and so is
    a file that has not changed since its text was replaced. Else the path decides; a text that
    was replaced long ago is still known; and a file that is gone from its place has come to another
    under a new name if title, issuer, date and most of the text say so.
    """
    current = _current(owners)
    if current:
        chosen = path_owner if path_owner in current else current[0]
        return Identity(verdict=Verdict.KNOWN, report_id=chosen, reason=Reason.SAME_TEXT)
    if path_owner is not None and path_version in {owner.version_id for owner in owners}:
        return Identity(verdict=Verdict.KNOWN, report_id=path_owner, reason=Reason.FORMER_TEXT)
    if path_owner is not None:
        return Identity(verdict=Verdict.NEW_VERSION, report_id=path_owner, reason=Reason.SAME_PATH)
    if owners:
        return Identity(
            verdict=Verdict.KNOWN, report_id=owners[0].report_id, reason=Reason.FORMER_TEXT
        )
    if likeness is None or likeness.similarity < LEAST_SIMILARITY:
        return Identity(verdict=Verdict.NEW_REPORT, report_id=None, reason=Reason.NEW)
    if likeness.is_described_alike and likeness.is_gone:
        return Identity(
            verdict=Verdict.NEW_VERSION, report_id=likeness.report_id, reason=Reason.MOVED
        )
    return Identity(
        verdict=Verdict.NEW_REPORT,
        report_id=None,
        reason=Reason.KEPT_APART,
        resembles=likeness.report_id,
    )


def _current(owners: Sequence[TextOwner]) -> list[ReportId]:
    return [owner.report_id for owner in owners if owner.is_current]
