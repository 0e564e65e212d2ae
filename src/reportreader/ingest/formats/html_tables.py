"""The columns of a table whose cells cover several columns or rows: where each cell stands.

After the table model of the HTML standard, with limits: nothing that people read is wider.
"""

MOST_COLUMNS = 60
_MOST_ROWS = 1000


class TableColumns:
    """Counts the columns of one table while its cells come in order.

    Cells are parted by TAB; an answer is how many of them come next.
    """

    def __init__(self) -> None:
        self._covered: dict[int, int] = {}
        self._column = 0
        self._tabs = 0

    def begin_row(self) -> None:
        """A row begins; cells that reach down from those above keep their columns."""
        self._column = self._tabs = 0

    def begin_cell(self, columns: str | None, rows: str | None) -> int:
        """TABs before a cell that says it covers so many columns and rows."""
        self._pass_covered()
        tabs = self._reach(self._column)
        width = min(_count(columns), max(MOST_COLUMNS - self._column, 1))
        height = min(_count(rows), _MOST_ROWS)
        if height > 1:
            for column in range(self._column, self._column + width):
                self._covered[column] = height
        self._column += width
        return tabs

    def end_row(self) -> int:
        """TABs behind the last cell, for columns that it or cells above it cover."""
        self._pass_covered()
        tabs = self._reach(self._column - 1)
        self._covered = {
            column: height - 1 for column, height in self._covered.items() if height > 1
        }
        return tabs

    def _pass_covered(self) -> None:
        while self._column in self._covered:
            self._column += 1

    def _reach(self, column: int) -> int:
        tabs = max(min(column, MOST_COLUMNS) - self._tabs, 0)
        self._tabs += tabs
        return tabs


def _count(said: str | None) -> int:
    """A number of columns or rows; what is none is one."""
    digits = (said or "").strip()
    is_number = digits.isascii() and digits.isdigit() and len(digits) < 6
    return max(int(digits), 1) if is_number else 1
