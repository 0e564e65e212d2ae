"""The codebook: tags with colour and description as a table."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from reportreader.errors import InputError
from reportreader.notes.annotation import Colour
from reportreader.notes.spreadsheet import BYTE_ORDER_MARK, spreadsheet
from reportreader.notes.tags import normalise_tag

COLUMNS = ("tag", "colour", "description", "annotations", "reports")
_NEEDED = COLUMNS[:3]
_GUARDED = ("'=", "'+", "'-", "'@")
"""How `spreadsheet` begins a cell that could be taken for a formula."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A tag as a codebook describes it; the counts are of annotations and of their reports."""

    name: str
    colour: Colour | None = None
    description: str = ""
    annotation_count: int = 0
    report_count: int = 0


def to_codebook_csv(codes: Sequence[Code]) -> str:
    """The codebook as a table that spreadsheets open; `parse_codebook_csv` reads it back."""
    rows = (
        (
            code.name,
            code.colour.value if code.colour is not None else "",
            code.description,
            str(code.annotation_count),
            str(code.report_count),
        )
        for code in codes
    )
    return spreadsheet(COLUMNS, rows)


def parse_codebook_csv(text: str) -> tuple[Code, ...]:
    """The tags of a table with a head row; counts in it are left out of account.

    Only the column `tag` must be there. Raises InputError `codebook_malformed` with the row, from
    1, and what is wrong in it; `tag_empty`.
    """
    try:
        rows = list(csv.reader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK)), strict=True))
    except csv.Error as error:
        raise InputError("codebook_malformed", row=1, reason=str(error)) from error
    heads = [head.strip().lower() for head in rows[0]] if rows else []
    if "tag" not in heads:
        raise InputError("codebook_malformed", row=1, reason=",".join(heads) or "-")
    places = {name: heads.index(name) for name in _NEEDED if name in heads}
    return tuple(
        _parse_row(row, places, number)
        for number, row in enumerate(rows[1:], 2)
        if any(cell.strip() for cell in row)
    )


def _parse_row(row: Sequence[str], places: dict[str, int], number: int) -> Code:
    said = {name: _cell(row[place]) for name, place in places.items() if place < len(row)}
    colour = said.get("colour", "").strip().lower()
    if colour and colour not in set(Colour):
        raise InputError("codebook_malformed", row=number, reason=colour)
    return Code(
        name=normalise_tag(said.get("tag", "")),
        colour=Colour(colour) if colour else None,
        description=said.get("description", ""),
    )


def _cell(value: str) -> str:
    return value[1:] if value.startswith(_GUARDED) else value
