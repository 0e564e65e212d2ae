"""The app as far as settings and the terminal go: language, theme, keys, widths, colours."""

import os
from typing import TYPE_CHECKING, Any

from textual import events

from reportreader.settings.messages import Language, Messages
from reportreader.settings.paths import config_path
from reportreader.settings.values import LanguageChoice, Settings, ThemeChoice
from reportreader.tui.actions import Keymap
from reportreader.tui.first_frame import FirstFrameApp
from reportreader.tui.first_page.showing import asks_for_widths
from reportreader.tui.screens.app_screen import AppScreen
from reportreader.tui.terminal import drop_colours, has_few_colours
from reportreader.tui.theme import PALETTES, make_theme, theme_name
from reportreader.tui.width_probe import chosen_widths, probe_sequence, widths_from_answers
from reportreader.tui.widths import measure_with

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.screen import Screen

    from reportreader.tui.first_page.terminal import BorrowedTerminal


class ConfiguredApp(FirstFrameApp):
    """Holds the settings, applies a change of them at once and keeps it in the config file."""

    def __init__(
        self,
        settings: Settings,
        messages: Messages,
        keymap: Keymap,
        terminal: "BorrowedTerminal | None" = None,
    ) -> None:
        super().__init__(terminal)
        self.settings = settings
        self.messages = messages
        self.keymap = keymap
        self.widths = chosen_widths(settings.ambiguous_width)
        self.animation_level = "none"
        self._answered_columns: list[int] = []
        self._is_leaving = False
        for name in PALETTES:
            self.register_theme(make_theme(name))
        if self.no_color:
            drop_colours(self)
        self.theme = self._parsed_for = self._theme_name()
        self.stylesheet.set_variables(self.get_css_variables())
        measure_with(self.widths)
        self.set_keymap({action: ",".join(keys) for action, keys in keymap.items()})

    def exit(self, *arguments: Any, **named: Any) -> None:
        """End the program; what is typed behind that opens nothing any more."""
        self._is_leaving = True
        super().exit(*arguments, **named)

    async def run_action(self, *arguments: Any, **named: Any) -> bool:
        """Run an action, unless the program is ending."""
        return not self._is_leaving and await super().run_action(*arguments, **named)

    def refresh_css(self, animate: bool = True) -> None:  # noqa: FBT001, FBT002 - Textual's own
        """Parse the styles for another theme; for the first one they were parsed at the start."""
        if self.theme != self._parsed_for:
            self._parsed_for = self.theme
            super().refresh_css(animate)

    def change_setting(self, key: str, value: object) -> None:
        """Apply a setting at once and keep it in the config file."""
        from reportreader.settings.loading import parse_setting, save_setting

        parsed: Any = parse_setting(key, value, where=key)
        self.settings = self.settings._replace(**{key: parsed})
        self._apply_settings()
        try:
            save_setting(config_path(os.environ), key, parsed)
        except OSError as error:
            self.say("general.setting_not_saved", reason=str(error))

    def say(self, message_id: str, **values: object) -> None:
        """Tell the reader something in the status line."""
        self.tell(self.messages.text(message_id, **values))

    def tell(self, text: str, *, error: bool = False) -> None:
        """Show a finished sentence in the status line of the screen on top; an error also floats."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, AppScreen):
                screen.show_status(text, error=error)
                break
        if error:
            self.notify(text, severity="error", markup=False, timeout=8)

    def action_switch_theme(self) -> None:
        """Light or dark."""
        light = self.settings.theme is ThemeChoice.LIGHT
        self.change_setting("theme", ThemeChoice.DARK if light else ThemeChoice.LIGHT)

    def action_switch_language(self) -> None:
        """Chinese or English."""
        chinese = self.messages.language is Language.CHINESE
        choice = LanguageChoice.ENGLISH if chinese else LanguageChoice.CHINESE
        self.messages = Messages(Language(choice.value))
        self.change_setting("language", choice)

    def _display(self, screen: "Screen[Any]", renderable: "RenderableType | None") -> None:
        """What Textual calls for every frame: the terminal's cursor goes where one types.

        Input methods open their window there, so it has to be right before the first key.
        """
        focused = screen.focused if screen.is_current else None
        caret = getattr(focused, "cursor_screen_offset", None)
        if caret is not None:
            self.cursor_position = caret
        super()._display(screen, renderable)

    def ask_for_widths(self) -> None:
        """Ask the terminal how wide it draws what terminals disagree on, if the settings say so."""
        if (
            asks_for_widths(self.settings)
            and self._driver is not None
            and not self.has_first_page  # which has asked
        ):
            self._driver.write(probe_sequence())

    def on_cursor_position(self, event: events.CursorPosition) -> None:
        """One answer of the terminal."""
        self._answered_columns.append(event.x)
        widths = widths_from_answers(self._answered_columns)
        if widths is not None and widths != self.widths:
            self.widths = widths
            measure_with(widths)
            self._apply_settings()
            self.refresh(layout=True)

    def _apply_settings(self) -> None:
        self.theme = self._theme_name()
        for screen in self.screen_stack:
            if isinstance(screen, AppScreen):
                screen.settings_changed()

    def _theme_name(self) -> str:
        return theme_name(self.settings.theme, few_colours=has_few_colours(self.console))
