"""A list of which some rows are selected, by their keys."""

from typing import Generic, Protocol, TypeVar

from reportreader.tui.widgets.row_list import RowList

Key = TypeVar("Key", int, str)


class Keyed(Protocol):
    """A row that is known by its key, whatever else in it changes."""

    @property
    def key(self) -> int | str:
        """What no other row of the list has."""


KeyedRow = TypeVar("KeyedRow", bound=Keyed)


class SelectableList(RowList[KeyedRow], Generic[KeyedRow, Key]):
    """Rows under a cursor, some of them selected for an action on several."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.selected: frozenset[Key] = frozenset()
        """Keys of the selected rows."""

    def is_selected(self, row: KeyedRow) -> bool:
        """Whether the row is selected."""
        return row.key in self.selected

    def select(self, keys: frozenset[Key]) -> None:
        """Select exactly these."""
        self.selected = keys
        self.refresh()
