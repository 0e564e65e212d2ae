"""What became of files that were to be added, and how far an addition is."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from reportreader.errors import ReportReaderError
from reportreader.ingest.ingested_file import Notice
from reportreader.notes.annotation import PlacementState, ReportId


class AddOutcome(StrEnum):
    """What became of one file."""

    ADDED = "added"
    NEW_VERSION = "new-version"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedFile:
    """One file and what became of it.

    `error` is set where it was refused, `placements` (annotations by state) where a new version
    carried annotations, `notices` where the reader should be told something of the file. `why` is
    the id of a message that says why the text was taken for what it is; its placeholders are
    `{report}` (`report_id`) and `{resembles}`, a report that a new one is much like.
    """

    path: str
    outcome: AddOutcome
    report_id: ReportId | None = None
    title: str = ""
    error: ReportReaderError | None = None
    placements: dict[PlacementState, int] | None = None
    notices: tuple[Notice, ...] = ()
    why: str = ""
    resembles: ReportId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddProgress:
    """How far an addition is; the four counts add up to `done`."""

    done: int
    total: int
    path: str
    elapsed_seconds: float
    added: int
    new_versions: int
    unchanged: int
    refused: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AddSummary:
    """What became of every file that was looked at; the counts add up to `len(files)`."""

    files: tuple[AddedFile, ...]
    interrupted: bool = False

    @property
    def added(self) -> int:
        """Reports that are new in the library."""
        return count_outcomes(self.files, AddOutcome.ADDED)

    @property
    def new_versions(self) -> int:
        """Reports whose text had changed."""
        return count_outcomes(self.files, AddOutcome.NEW_VERSION)

    @property
    def unchanged(self) -> int:
        """Files whose text is in the library already."""
        return count_outcomes(self.files, AddOutcome.UNCHANGED)

    @property
    def refused(self) -> int:
        """Files that could not be read."""
        return count_outcomes(self.files, AddOutcome.REFUSED)


def count_outcomes(files: Iterable[AddedFile], outcome: AddOutcome) -> int:
    """How many files had this outcome."""
    return sum(file.outcome is outcome for file in files)
