"""The lists of the side panel: notes, keywords, figures, hits."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len

from reportreader.notes.annotation import AnnotationKind, Colour
from reportreader.tui.drawing.margin import BOOKMARK_SIGN, NOTE_SIGN
from reportreader.tui.drawing.page_keys import TERM_KEYS
from reportreader.tui.reading.figures import FigureRow
from reportreader.tui.reading.panel_rows import HitRow, KeywordKind, KeywordRow, NoteRow
from reportreader.tui.widgets.cells import clip
from reportreader.tui.widgets.row_list import Cell, RowList

_SIGN_CLASSES = frozenset(f"row-list--mark-{colour.value}" for colour in Colour)
_TERM_CLASSES = frozenset(f"row-list--{key}" for key in TERM_KEYS)


class NoteRows(RowList[NoteRow]):
    """Passage, note, tags: three lines a row."""

    ROW_HEIGHT = 3
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *_SIGN_CLASSES,
        "row-list--strong",
        "row-list--second",
    }

    def cells_of(self, row: NoteRow, line: int, width: int) -> Sequence[Cell]:
        """One of the three lines."""
        if line == 0:
            sign = _note_sign(row)
            return (
                Cell(" ", 1),
                Cell(sign, 2, f"mark-{row.colour.value}"),
                Cell(clip(row.quote, width - 4), width - 3),
            )
        text = row.body if line == 1 else " ".join(f"#{tag}" for tag in row.tags)
        return (
            Cell("", 3),
            Cell(clip(text, width - 4), width - 3, "strong" if line == 1 else "second"),
        )


class KeywordRows(RowList[KeywordRow]):
    """A term or keyphrase and how often it occurs."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {*_TERM_CLASSES, "row-list--keyphrase"}

    def cells_of(self, row: KeywordRow, line: int, width: int) -> Sequence[Cell]:
        """Name and count; heads stand out."""
        del line
        if row.kind is KeywordKind.HEADING:
            return (Cell(f" {row.name}", width, "soft"),)
        count = "" if row.count is None else f"{row.count} "
        room = max(0, width - 3 - len(count))
        return (
            Cell("", 3),
            Cell(clip(row.name, room), room, row.key),
            Cell(count, len(count), "soft"),
        )


class FigureRows(RowList[FigureRow]):
    """A figure as it is written and what it counts; a unit and how many figures it has."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"row-list--figure"}

    def cells_of(self, row: FigureRow, line: int, width: int) -> Sequence[Cell]:
        """Figures in a column of their own, heads with their count at the right."""
        del line
        if row.is_head:
            count = f"{row.counts} "
            room = max(0, width - 1 - len(count))
            return (
                Cell("", 1),
                Cell(clip(row.text, room), room, "soft"),
                Cell(count, len(count), "soft"),
            )
        column = max(cell_len(row.text) + 1, width * 2 // 5)
        room = max(0, width - 2 - column)
        return (
            Cell("", 2),
            Cell(clip(row.text, column), column, "figure"),
            Cell(clip(row.counts, room), room, "soft"),
        )


class HitRows(RowList[HitRow]):
    """Section and context: two lines a row."""

    ROW_HEIGHT = 2
    COMPONENT_CLASSES: ClassVar[set[str]] = {"row-list--match"}

    def cells_of(self, row: HitRow, line: int, width: int) -> Sequence[Cell]:
        """Number and section, or the text around the hit."""
        if line == 0:
            label = f" {row.number + 1}  "
            room = max(0, width - len(label))
            return (Cell(label, len(label), "soft"), Cell(clip(row.section, room), room, "soft"))
        before, found, behind = (
            row.text[: row.start],
            row.text[row.start : row.end],
            row.text[row.end :],
        )
        room = max(0, width - 3 - cell_len(found))
        shown = _clip_left(before, room // 2)
        rest = max(0, room - cell_len(shown))
        return (
            Cell("", 2),
            Cell(shown, cell_len(shown)),
            Cell(found, cell_len(found), "match"),
            Cell(clip(behind, rest), rest),
        )


def _note_sign(row: NoteRow) -> str:
    if row.kind is AnnotationKind.BOOKMARK:
        return BOOKMARK_SIGN
    if row.kind is AnnotationKind.MARK:
        return "'"
    return NOTE_SIGN if row.body else "|"


def _clip_left(text: str, cells: int) -> str:
    """The end of `text`, as much as fits."""
    while text and cell_len(text) > cells:
        text = text[1:]
    return text
