"""A dialog with a list below a field: the field has the keys, the list is moved in all the same."""

from typing import Generic

from textual import events, on

from reportreader.tui.dialogs.dialog import Answer, Dialog
from reportreader.tui.widgets.option_list import OptionRows
from reportreader.tui.widgets.row_list import RowList


class RowsDialog(Dialog[Answer], Generic[Answer]):
    """Has one `OptionRows`, moved in by keys and wheel, chosen from by a double click."""

    @on(RowList.RowChosen)
    def accept_row(self) -> None:
        """A double click chooses."""
        self.action_accept_dialog()

    async def action_move(self, action: str) -> None:
        """Move in the list while the field has the keys."""
        await self.query_one(OptionRows).run_action(action)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves the cursor, because the list itself has no focus."""
        event.stop()
        self.query_one(OptionRows).cursor += 1

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel moves the cursor, because the list itself has no focus."""
        event.stop()
        self.query_one(OptionRows).cursor -= 1

    def action_accept_dialog(self) -> None:
        """Give back what is chosen."""
        raise NotImplementedError
