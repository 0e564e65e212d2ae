"""From cells to characters and back on one line; graphemes are never parted."""

from collections.abc import Callable, Iterator

from reportreader.typography.graphemes import Grapheme, iter_graphemes
from reportreader.typography.line import Line, Piece
from reportreader.typography.widths import Widths

Painted = Callable[[Piece], str]
"""The characters painted for a piece."""


def offset_in(line: Line, cell: int, painted: Painted, widths: Widths) -> int:
    """Offset of the grapheme whose cells hold `cell`; of the nearest in its piece if none does."""
    piece = _piece_at(line, cell)
    if piece is None:
        return line.start
    offset = piece.start
    for x, grapheme in _iter_placed(piece, painted, widths):
        if x > cell:
            break
        if grapheme.cells:
            offset = piece.start + grapheme.start
    return offset


def edge_in(line: Line, cell: int, painted: Painted, widths: Widths) -> int:
    """Offset of the edge nearest to `cell`: behind a wide character if its right half is meant."""
    piece = _piece_at(line, cell)
    if piece is None:
        return line.start
    for x, grapheme in _iter_placed(piece, painted, widths):
        if 2 * (cell - x) < grapheme.cells:
            return piece.start + grapheme.start
    return piece.end


def cell_in(line: Line, offset: int, painted: Painted, widths: Widths) -> int:
    """Cell at which the grapheme that holds `offset` begins, or where it would stand."""
    if not line.pieces:
        return 0
    before = [piece for piece in line.pieces if piece.start <= offset]
    piece = max(before, key=_start) if before else line.pieces[0]
    if offset >= piece.end:
        return piece.x + widths.cells(painted(piece))
    x = piece.x
    for place, grapheme in _iter_placed(piece, painted, widths):
        if piece.start + grapheme.start > offset:
            break
        x = place
    return x


def _piece_at(line: Line, cell: int) -> Piece | None:
    """The last piece that begins at or left of `cell`, else the first one."""
    found = None
    for piece in line.pieces:
        if found is None or piece.x <= cell:
            found = piece
    return found


def _iter_placed(piece: Piece, painted: Painted, widths: Widths) -> Iterator[tuple[int, Grapheme]]:
    """Every grapheme of a piece with its first cell."""
    x = piece.x
    for grapheme in iter_graphemes(painted(piece), widths):
        yield x, grapheme
        x += grapheme.cells


def _start(piece: Piece) -> int:
    return piece.start
