"""Verifying: whether the quotes in an exported file still read as the library says."""

from dataclasses import dataclass
from enum import StrEnum

from reportreader.notes.annotation import AnnotationId
from reportreader.notes.escaping import read_quote_block
from reportreader.notes.markers import Piece, PieceKind, parse_parts


class QuoteState(StrEnum):
    """What a comparison found."""

    MATCHES = "matches"
    CHANGED = "changed"
    """The library quotes otherwise."""
    MISSING = "missing"
    """The library does not hold the annotation, or the file does not hold the quote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedPassage:
    """A quote in an exported file; `line_number` is that of the annotation's marker, from 1."""

    annotation_id: AnnotationId
    quote: str
    revision: int
    line_number: int
    is_edited: bool


def parse_export(markdown: str) -> tuple[QuotedPassage, ...]:
    """The annotations of an exported file with their quotes, empty where there is none."""
    line_numbers = {
        line.split(" ")[2]: number
        for number, line in reversed(list(enumerate(markdown.split("\n"), 1)))
        if line.startswith("<!-- rr:note ") and line.count(" ") >= 3
    }
    return tuple(
        QuotedPassage(
            annotation_id=AnnotationId(part.key),
            quote=_first_quote(part.body),
            revision=part.revision,
            line_number=line_numbers.get(part.key, 0),
            is_edited=part.is_edited,
        )
        for part in parse_parts(markdown).parts
        if isinstance(part, Piece) and part.kind is PieceKind.NOTE
    )


def compare_quote(quote: str, stored: str | None) -> QuoteState:
    """Whether a quote reads as the library's; spaces at the ends of lines do not count."""
    if stored is None or (stored.strip() and not quote.strip()):
        return QuoteState.MISSING
    return QuoteState.MATCHES if _trimmed(quote) == _trimmed(stored) else QuoteState.CHANGED


def _first_quote(body: str) -> str:
    quoted: list[str] = []
    for line in body.split("\n"):
        if line.startswith(">"):
            quoted.append(line)
        elif quoted:
            break
    return read_quote_block("\n".join(quoted)) if quoted else ""


def _trimmed(text: str) -> str:
    return "\n".join(line.strip() for line in text.strip().split("\n"))
