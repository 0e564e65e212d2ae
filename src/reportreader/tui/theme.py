"""The two themes as Textual takes them, made of the palettes."""

from collections.abc import Mapping

from textual.theme import Theme

from reportreader.tui.palettes import DARK, LIGHT, PALETTES, theme_name

__all__ = ["DARK", "LIGHT", "PALETTES", "make_theme", "theme_name"]


def make_theme(name: str) -> Theme:
    """The Textual theme of this name; KeyError if there is none."""
    palette = PALETTES[name]
    return Theme(
        name=name,
        dark=name.startswith(DARK),
        text_alpha=1.0,
        variables={**_widget_variables(palette), **palette},
        primary=palette["primary"],
        secondary=palette["secondary"],
        accent=palette["accent"],
        warning=palette["warning"],
        error=palette["error"],
        success=palette["success"],
        foreground=palette["foreground"],
        background=palette["background"],
        surface=palette["surface"],
        panel=palette["panel"],
    )


def _widget_variables(palette: Mapping[str, str]) -> dict[str, str]:
    """What Textual's own widgets (text fields, scroll bars) ask for."""
    return {
        "scrollbar": palette["thumb"],
        "scrollbar-hover": palette["primary"],
        "scrollbar-active": palette["primary"],
        "scrollbar-background": palette["surface"],
        "scrollbar-background-hover": palette["surface"],
        "scrollbar-background-active": palette["surface"],
        "scrollbar-corner-color": palette["surface"],
        "input-cursor-background": palette["caret"],
        "input-cursor-foreground": palette["caret-text"],
        "input-selection-background": palette["selection"],
        "screen-selection-background": palette["selection"],
        "screen-selection-foreground": palette["foreground"],
        "text-muted": palette["soft"],
        "text-disabled": palette["soft"],
        "foreground-muted": palette["soft"],
    }
