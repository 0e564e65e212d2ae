"""What every dialog shares: a title, a body, a line of keys, and a way out that keeps nothing."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget

from reportreader.tui.actions import Scope, actions_for, bindings_for, with_keymap
from reportreader.tui.actions.key_names import key_name
from reportreader.tui.widgets.bar import Bar, Part

if TYPE_CHECKING:
    from reportreader.tui.reader_app import ReportReaderApp

Answer = TypeVar("Answer")
FRAME_ID = "dialog"
TITLE_ID = "dialog-title"
KEYS_ID = "dialog-keys"
LOW_CLASS = "-low"
LOW_ROWS = 18
"""A screen of fewer rows has none to spare for margins."""


class Dialog(ModalScreen[Answer | None], Generic[Answer]):
    """Asks for one thing and gives it back; None if the reader turned away."""

    CSS_PATH = "../styles/dialogs.tcss"
    BINDINGS = bindings_for(Scope.DIALOG)

    def __init__(self, title: str) -> None:
        super().__init__()
        self.VERTICAL_BREAKPOINTS = [(0, LOW_CLASS), (LOW_ROWS, "-high")]
        self._title = title

    @property
    def reader_app(self) -> "ReportReaderApp":
        """The app, as what it is."""
        return cast("ReportReaderApp", self.app)

    def words(self, message_id: str, **values: object) -> str:
        """A sentence in the reader's language."""
        return self.reader_app.messages.text(message_id, **values)

    def body(self) -> Iterable[Widget]:
        """What stands between title and keys."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Title, body, keys; sparing rows from the first frame on, before Textual tells the size."""
        self.set_class(self.app.size.height < LOW_ROWS, LOW_CLASS)
        with Vertical(id=FRAME_ID):
            yield Bar(id=TITLE_ID)
            yield from self.body()
            yield Bar(id=KEYS_ID)

    def on_mount(self) -> None:
        """Fill title and keys."""
        self.show_title(self._title)
        self.query_one(f"#{KEYS_ID}", Bar).show_parts(self.key_parts())

    def show_title(self, title: str) -> None:
        """Say what is asked for."""
        self.query_one(f"#{TITLE_ID}", Bar).show_parts([Part(title, "strong")])

    def key_parts(self) -> list[Part]:
        """What the line of keys says; each part can be clicked."""
        table = with_keymap(actions_for(Scope.DIALOG), self.reader_app.keymap)
        return [
            Part(
                f"{self.words(action.label)}   ",
                action=action.id,
                key=f"{key_name(action.keys[0])} ",
            )
            for action in table
            if action.footer and self.check_action(action.id, ())
        ]

    def enter_parts(self, label: str) -> list[Part]:
        """The line of keys of a dialog that Enter ends; `label` is a message id."""
        return [
            Part(f"{self.words(label)}   ", action="accept_dialog", key="Enter "),
            Part(self.words("actions.close_dialog"), action="close_dialog", key="Esc "),
        ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only dialogs with a text of several lines can use an editor."""
        del parameters
        return action != "external_editor"

    def action_accept_dialog(self) -> None:
        """Give back what stands there."""
        raise NotImplementedError

    def action_close_dialog(self) -> None:
        """Give back nothing, once all that the dialog consists of has been made."""
        if self.is_mounted:
            self.dismiss(None)
        else:
            self.call_later(self.action_close_dialog)

    @on(Bar.PartClicked)
    async def run_clicked(self, event: Bar.PartClicked) -> None:
        """Do what the clicked part stands for."""
        event.stop()
        await self.run_action(event.action)
