"""Checks the quotes of an exported file against the library."""

from dataclasses import dataclass

from reportreader.errors import NotFoundError
from reportreader.library.library import Library
from reportreader.notes.exported import SETTLED_STATES
from reportreader.notes.verifying import QuotedPassage, QuoteState, compare_quote, parse_export
from reportreader.services.noting import get_annotation

__all__ = ["QuoteState", "VerifiedQuote", "verify_export"]


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedQuote:
    """A quote of an exported file beside the library.

    `state` compares it with the annotation; `is_in_text` says whether the passage still stands in
    the current version of the report.
    """

    passage: QuotedPassage
    state: QuoteState
    report_title: str = ""
    is_in_text: bool = False


def verify_export(library: Library, markdown: str) -> tuple[VerifiedQuote, ...]:
    """Every quote of an exported file, compared with the library, in the order of the file."""
    with library.snapshot():
        return tuple(_verified(library, passage) for passage in parse_export(markdown))


def _verified(library: Library, passage: QuotedPassage) -> VerifiedQuote:
    try:
        listed = get_annotation(library, passage.annotation_id)
    except NotFoundError:
        return VerifiedQuote(passage=passage, state=QuoteState.MISSING)
    annotation = listed.placed.annotation
    return VerifiedQuote(
        passage=passage,
        state=compare_quote(passage.quote, None if annotation.deleted else annotation.quote),
        report_title=listed.report_title,
        is_in_text=listed.placed.placement.state in SETTLED_STATES,
    )
