"""What every full screen of the program shares: a status line, a line of keys, words and errors."""

import functools
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar, Concatenate, ParamSpec, Protocol, TypeVar, cast

from textual import on
from textual.keys import format_key
from textual.screen import Screen
from textual.widget import Widget

from reportreader.errors import ReportReaderError
from reportreader.settings.messages import Messages
from reportreader.tui.actions import Action, Scope, actions_for, with_keymap
from reportreader.tui.drawing.key_line import key_parts
from reportreader.tui.widgets.bar import Bar, Part

if TYPE_CHECKING:
    from reportreader.tui.reader_app import ReportReaderApp

STATUS_ID = "status"
KEYS_ID = "keys"

_Parameters = ParamSpec("_Parameters")
_Node = TypeVar("_Node", bound="_InReaderApp")


class _InReaderApp(Protocol):
    """A screen or a part of one."""

    @property
    def reader_app(self) -> "ReportReaderApp": ...


class AppScreen(Screen[None]):
    """A full screen; a subclass names its scopes, yields its body and fills the status line."""

    SCOPES: ClassVar[tuple[Scope, ...]] = ()
    """Scopes whose actions the line of keys, the help and the palette offer here."""

    _told: Part | None = None
    _keys_due = False

    @property
    def reader_app(self) -> "ReportReaderApp":
        """The app, as what it is."""
        return cast("ReportReaderApp", self.app)

    @property
    def messages(self) -> Messages:
        """The catalogue of the reader's language."""
        return self.reader_app.messages

    def words(self, message_id: str, **values: object) -> str:
        """A sentence in the reader's language."""
        return self.messages.text(message_id, **values)

    def frame(self) -> Iterable[Widget]:
        """The lines below the body; yield them last in `compose`."""
        yield Bar(id=STATUS_ID)
        yield Bar(id=KEYS_ID)

    def on_mount(self) -> None:
        """Keep the line of keys true to what applies."""
        self.bindings_updated_signal.subscribe(self, self._show_keys)
        self._show_keys()

    def _compositor_refresh(self) -> None:
        """What Textual calls for every frame."""
        if not self.reader_app.waits_for(self):
            super()._compositor_refresh()

    def complete(self) -> None:
        """The screen has been laid out: say what depends on that, before it is first seen."""
        self._fill_keys()

    def status_parts(self) -> tuple[list[Part], list[Part]]:
        """What the status line says, left and right, when there is nothing to tell."""
        return [], []

    def refresh_status(self) -> None:
        """Draw the status line anew; what was last told stays until the next action."""
        left, right = self.status_parts()
        right = [*self.progress_parts(), *right]
        told = self._told
        for bar in self.query(f"#{STATUS_ID}").results(Bar):
            bar.show_parts(left if told is None else [told], right)

    def progress_parts(self) -> list[Part]:
        """How far the adding of reports is, where that goes on."""
        progress = self.reader_app.progress_text(short=True)
        return [Part(progress, "strong"), Part("   ")] if progress else []

    def show_status(self, text: str, *, error: bool = False) -> None:
        """Tell the reader something in the status line, until the next action."""
        self._told = Part(text, "error" if error else "strong")
        self.refresh_status()

    def forget_status(self) -> None:
        """Let the status line say again what it says at rest."""
        if self._told is not None:
            self._told = None
            self.refresh_status()

    def settings_changed(self) -> None:
        """A setting was changed (language, theme, measure …): draw anew what depends on it."""
        self.refresh_status()
        self._show_keys()

    def query_in_hand(self) -> str:
        """What the reader is looking for or at here, as a query; empty if there is nothing."""
        return ""

    def leave(self) -> None:
        """The screen is about to be closed: keep what the one below will show."""

    def step_back(self) -> bool:
        """Close what lies open inside this screen; False if there is nothing."""
        return False

    def offered_actions(self) -> tuple[Action, ...]:
        """Actions of this screen and of everywhere that apply now, with the keys that work now."""
        active: dict[str, list[str]] = {}
        for key, (_, binding, enabled, _) in self.active_bindings.items():
            if enabled and binding.id:
                active.setdefault(binding.id, []).append(key)
        table = with_keymap(actions_for(*self.SCOPES, Scope.GENERAL), self.reader_app.keymap)
        return tuple(
            action.with_keys(working_keys(action.keys, active.get(action.id, [])))
            for action in table
            if action.id in active or (not action.keys and self._applies(action))
        )

    @on(Bar.PartClicked)
    async def run_clicked(self, event: Bar.PartClicked) -> None:
        """Do what the clicked part stands for."""
        event.stop()
        await self.run_action(event.action)

    def _applies(self, action: Action) -> bool:
        return bool(self.check_action(action.id, ()))

    def _show_keys(self, _: object = None) -> None:
        """Fill the line of keys after the next frame, however often that is asked for until then."""
        if not self._keys_due:
            self._keys_due = True
            self.call_after_refresh(self._fill_keys)

    def _fill_keys(self) -> None:
        """Show the ranked actions that apply."""
        self._keys_due = False
        bars = self.query(f"#{KEYS_ID}")
        if not bars or self.app.screen is not self:
            return
        bars.first(Bar).show_parts(*key_parts(self.offered_actions(), self.messages))


def working_keys(keys: tuple[str, ...], active: list[str]) -> tuple[str, ...]:
    """Those of an action's keys that reach it, in table order.

    `active` names keys as Textual does (`slash`), `keys` may give the character (`/`).
    """
    reachable = {*active, *map(format_key, active)}
    return tuple(key for key in keys if key in reachable)


def reports_errors(
    method: Callable[Concatenate[_Node, _Parameters], None],
) -> Callable[Concatenate[_Node, _Parameters], None]:
    """For handlers of messages: an error that the reader can act on is told in the status line."""

    @functools.wraps(method)
    def guarded(node: _Node, /, *arguments: _Parameters.args, **named: _Parameters.kwargs) -> None:
        try:
            method(node, *arguments, **named)
        except ReportReaderError as error:
            node.reader_app.say_error(error)

    return guarded
