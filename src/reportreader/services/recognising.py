"""Recognises a report whose file was moved or renamed: by title, issuer, date and text."""

from dataclasses import dataclass
from pathlib import Path

from reportreader.analysis.folding import fold
from reportreader.document.document import Document
from reportreader.library.documents import load_text
from reportreader.library.library import Library
from reportreader.library.reports import Namesake, describe, find_namesakes
from reportreader.library.sources import list_source_paths
from reportreader.notes.annotation import ReportId

MOST_COMPARED = 5
"""Reports of one title whose texts are read, those described alike first."""
LONGEST_COMPARED = 200_000
"""Code points of each text that are compared."""
SHINGLE_LENGTH = 6
"""Code points; most sixes of a text of usual length occur once in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How much a report of the library is like a text with the same title.

    `similarity` is from 0 to 1. `is_described_alike` says that both name an issuer and a date and
    that these are equal; `is_gone` that no file it was read from is where it was.
    """

    report_id: ReportId
    similarity: float
    is_described_alike: bool
    is_gone: bool


def find_likeness(library: Library, document: Document, *, name: str) -> Likeness | None:
    """The report of the same title that is most like a document, None if none has its title."""
    described = describe(document, name=name)

    def is_alike(namesake: Namesake) -> bool:
        return (
            bool(described.issuer and described.date)
            and namesake.issuer == described.issuer
            and namesake.date == described.date
        )

    namesakes = sorted(find_namesakes(library, described.title), key=is_alike, reverse=True)
    shingles = text_shingles(document.text) if namesakes else frozenset()
    found = [
        Likeness(
            report_id=one.report_id,
            similarity=similarity(shingles, text_shingles(load_text(library, one.version_id))),
            is_described_alike=is_alike(one),
            is_gone=not any(map(_exists, list_source_paths(library, one.report_id))),
        )
        for one in namesakes[:MOST_COMPARED]
    ]
    return max(found, key=lambda one: (one.is_described_alike, one.similarity), default=None)


def text_shingles(text: str) -> frozenset[str]:
    """Every piece of six characters of a text, folded and without white space."""
    plain = "".join(fold(text[:LONGEST_COMPARED]).split())
    return frozenset(
        plain[start : start + SHINGLE_LENGTH]
        for start in range(max(1, len(plain) - SHINGLE_LENGTH + 1))
    )


def similarity(one: frozenset[str], other: frozenset[str]) -> float:
    """Twice what both hold over what each holds (Dice): 1 for equal texts, 0 for strangers."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _exists(path: str) -> bool:
    """Whether a file is there, or the archive that it is an entry of."""
    try:
        return Path(path.partition("!/")[0]).exists()
    except OSError:
        # A place that cannot be asked after may hold the file.
        return True
