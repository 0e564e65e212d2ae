"""Rows as plain strings, for pipes and printers."""

from collections.abc import Iterator

from reportreader.document.document import Document
from reportreader.typography.flow import Flow
from reportreader.typography.line import Line
from reportreader.typography.style import LayoutStyle


def iter_plain_rows(document: Document, style: LayoutStyle) -> Iterator[str]:
    """Every row of the report, without line end and without white space behind its text."""
    flow = Flow(document, style)
    return (render_row(flow, line) for line in flow.iter_lines())


def render_row(flow: Flow, line: Line) -> str:
    """One row as a string: its decorations and pieces at their cells, spaces between."""
    items = [(piece.x, flow.painted(piece)) for piece in line.pieces]
    items += [(decoration.x, decoration.text) for decoration in line.decorations]
    row = ""
    cells = 0
    for x, text in sorted(items):
        row += " " * (x - cells) + text
        cells = max(x, cells) + flow.style.widths.cells(text)
    return row.rstrip()
