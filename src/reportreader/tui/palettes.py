"""The colours of the two themes, paper and ink, by the variables that every style is made of.

Textual's own names (`$background`, `$foreground`, `$primary` …) keep their meaning. Ours:

    $soft                 text of second rank: labels, dates, what is said in passing
    $bar, $bar-text, $bar-key           title and key line: background, text, keys
    $row-cursor, $row-blurred, $row-selected    backgrounds of rows in lists; text: $foreground,
                                        $row-blurred-text
    $highlight-yellow … $highlight-purple       backgrounds of annotations; text on them:
    $highlight-yellow-text … $highlight-purple-text
    $mark-yellow … $mark-purple         the same colours as text, for signs in margins and lists
    $search-hit, $search-current        backgrounds of hits; text: $search-hit-text,
                                        $search-current-text
    $selection                          background of selected text
    $thumb                              the thumb of scroll bars
    $keyphrase, $term-1 … $term-5       text colours
    $heading-1 … $heading-3, $furniture text colours
    $caret, $caret-text                 the caret: background and text

On a terminal of 16 colours the palette is made of exactly those colours that such a terminal has, so
that nothing is rounded into its neighbour. All text has a contrast of at least 4.5 to what it
stands on; a test reckons it.
"""

from collections.abc import Mapping

from reportreader.settings.values import ThemeChoice

LIGHT = "reportreader-light"
DARK = "reportreader-dark"
_SIXTEEN = "-16"

_LIGHT_PALETTE = {
    "background": "#f8f5ee",
    "surface": "#f1ece1",
    "panel": "#e9e3d5",
    "foreground": "#2b2926",
    "primary": "#8f2f1f",
    "secondary": "#245a78",
    "accent": "#8f2f1f",
    "warning": "#8a5200",
    "error": "#a3241c",
    "success": "#35662b",
    "soft": "#635d52",
    "bar": "#e9e3d5",
    "bar-text": "#4a453c",
    "bar-key": "#8f2f1f",
    "row-cursor": "#e3d7bd",
    "row-blurred": "#ece5d6",
    "row-blurred-text": "#2b2926",
    "row-selected": "#d9e4e6",
    "highlight-yellow": "#f7e08f",
    "highlight-green": "#cbe6b4",
    "highlight-blue": "#bfdcf0",
    "highlight-red": "#f5c9be",
    "highlight-purple": "#dfcff0",
    "highlight-yellow-text": "#2b2926",
    "highlight-green-text": "#2b2926",
    "highlight-blue-text": "#2b2926",
    "highlight-red-text": "#2b2926",
    "highlight-purple-text": "#2b2926",
    "search-hit-text": "#2b2926",
    "mark-yellow": "#785a00",
    "mark-green": "#356a1e",
    "mark-blue": "#1c5f8c",
    "mark-red": "#a3301c",
    "mark-purple": "#6a42a0",
    "search-hit": "#ffd3a1",
    "search-current": "#b23c0e",
    "search-current-text": "#ffffff",
    "selection": "#c9d6ea",
    "thumb": "#bdb29a",
    "keyphrase": "#17645c",
    "term-1": "#9a3412",
    "term-2": "#35662b",
    "term-3": "#1c5f8c",
    "term-4": "#6a42a0",
    "term-5": "#8a2c62",
    "heading-1": "#8f2f1f",
    "heading-2": "#245a78",
    "heading-3": "#4a5a1e",
    "furniture": "#6b655a",
    "caret": "#2b2926",
    "caret-text": "#f8f5ee",
}
_DARK_PALETTE = {
    "background": "#17191c",
    "surface": "#1e2125",
    "panel": "#272b30",
    "foreground": "#d9d5ca",
    "primary": "#e0a080",
    "secondary": "#8fb9cf",
    "accent": "#e0a080",
    "warning": "#e2b566",
    "error": "#f0907f",
    "success": "#9ec48a",
    "soft": "#9b968a",
    "bar": "#272b30",
    "bar-text": "#bdb8ac",
    "bar-key": "#e8b193",
    "row-cursor": "#3a3a35",
    "row-blurred": "#292b2c",
    "row-blurred-text": "#d9d5ca",
    "row-selected": "#1f3a44",
    "highlight-yellow": "#5a4d12",
    "highlight-green": "#294d2c",
    "highlight-blue": "#1d4763",
    "highlight-red": "#662e29",
    "highlight-purple": "#483563",
    "highlight-yellow-text": "#d9d5ca",
    "highlight-green-text": "#d9d5ca",
    "highlight-blue-text": "#d9d5ca",
    "highlight-red-text": "#d9d5ca",
    "highlight-purple-text": "#d9d5ca",
    "search-hit-text": "#d9d5ca",
    "mark-yellow": "#e2c25a",
    "mark-green": "#98c987",
    "mark-blue": "#86bce0",
    "mark-red": "#f0988a",
    "mark-purple": "#c3a6e8",
    "search-hit": "#6b480f",
    "search-current": "#f0b65a",
    "search-current-text": "#17191c",
    "selection": "#34455e",
    "thumb": "#55585b",
    "keyphrase": "#7fc4b8",
    "term-1": "#eaa27e",
    "term-2": "#9ec48a",
    "term-3": "#8dbfe0",
    "term-4": "#c3a6e8",
    "term-5": "#e59ac2",
    "heading-1": "#e9aa8a",
    "heading-2": "#93c0d8",
    "heading-3": "#b3c58f",
    "furniture": "#8f8a7f",
    "caret": "#f0e9d8",
    "caret-text": "#17191c",
}

_BLACK, _RED, _GREEN, _BROWN = "#000000", "#aa0000", "#00aa00", "#aa5500"
_BLUE, _PURPLE, _CYAN, _GREY = "#0000aa", "#aa00aa", "#00aaaa", "#aaaaaa"
_DARK_GREY, _BRIGHT_RED, _BRIGHT_GREEN, _YELLOW = "#555555", "#ff5555", "#55ff55", "#ffff55"
_BRIGHT_PURPLE, _BRIGHT_CYAN, _WHITE = "#ff55ff", "#55ffff", "#ffffff"

SIXTEEN_COLOURS = (
    *(_BLACK, _RED, _GREEN, _BROWN, _BLUE, _PURPLE, _CYAN, _GREY),
    *(_DARK_GREY, _BRIGHT_RED, _BRIGHT_GREEN, _YELLOW, "#5555ff", _BRIGHT_PURPLE),
    *(_BRIGHT_CYAN, _WHITE),
)
"""The colours of a terminal that has only these, by their numbers."""

_DARK_SIXTEEN = {
    **dict.fromkeys(("background", "surface", "caret-text", "search-current-text"), _BLACK),
    **dict.fromkeys(("foreground", "caret"), _GREY),
    **dict.fromkeys(("panel", "bar", "row-cursor", "selection"), _BLUE),
    **dict.fromkeys(("primary", "accent", "bar-key", "heading-1", "mark-yellow"), _YELLOW),
    **dict.fromkeys(("secondary", "heading-2", "term-3", "mark-blue", "keyphrase"), _BRIGHT_CYAN),
    **dict.fromkeys(("success", "heading-3", "term-2", "mark-green"), _BRIGHT_GREEN),
    **dict.fromkeys(("error", "mark-red", "term-1"), _BRIGHT_RED),
    **dict.fromkeys(("term-4", "term-5", "mark-purple"), _BRIGHT_PURPLE),
    **dict.fromkeys(("warning", "highlight-yellow"), _YELLOW),
    **dict.fromkeys(("soft", "furniture"), _CYAN),
    **dict.fromkeys(("highlight-yellow-text", "highlight-green-text", "search-hit-text"), _BLACK),
    **dict.fromkeys(("highlight-blue-text", "highlight-red-text"), _WHITE),
    **dict.fromkeys(("highlight-purple-text", "row-blurred-text"), _WHITE),
    **dict.fromkeys(("bar-text", "search-current"), _WHITE),
    "row-blurred": _DARK_GREY,
    "row-selected": _BLACK,
    "highlight-green": _GREEN,
    "highlight-blue": _BLUE,
    "highlight-red": _RED,
    "highlight-purple": _PURPLE,
    "search-hit": _CYAN,
    "thumb": _CYAN,
}
_LIGHT_SIXTEEN = {
    **dict.fromkeys(("background", "surface", "caret-text", "search-current-text"), _WHITE),
    **dict.fromkeys(("foreground", "caret", "bar-text"), _BLACK),
    **dict.fromkeys(("panel", "bar"), _GREY),
    **dict.fromkeys(("row-cursor", "selection"), _CYAN),
    **dict.fromkeys(("row-blurred-text", "highlight-yellow-text"), _BLACK),
    "row-blurred": _GREY,
    **dict.fromkeys(("primary", "accent", "heading-1", "error"), _RED),
    **dict.fromkeys(("mark-red", "term-1", "warning", "mark-yellow"), _RED),
    **dict.fromkeys(("secondary", "heading-2", "term-3", "mark-blue", "search-current"), _BLUE),
    **dict.fromkeys(("heading-3", "term-2", "success", "mark-green", "keyphrase"), _BLUE),
    **dict.fromkeys(("term-4", "term-5", "mark-purple"), _PURPLE),
    **dict.fromkeys(("soft", "furniture", "bar-key"), _BLUE),
    "highlight-green-text": _BLACK,
    **dict.fromkeys(("highlight-blue-text", "highlight-red-text"), _BLACK),
    **dict.fromkeys(("highlight-purple-text", "search-hit-text"), _BLACK),
    "row-selected": _BRIGHT_CYAN,
    "highlight-yellow": _YELLOW,
    "highlight-green": _BRIGHT_GREEN,
    "highlight-blue": _BRIGHT_CYAN,
    "highlight-red": _BRIGHT_RED,
    "highlight-purple": _BRIGHT_PURPLE,
    "thumb": _BLUE,
    "search-hit": _YELLOW,
}

PALETTES: Mapping[str, Mapping[str, str]] = {
    LIGHT: _LIGHT_PALETTE,
    DARK: _DARK_PALETTE,
    LIGHT + _SIXTEEN: _LIGHT_SIXTEEN,
    DARK + _SIXTEEN: _DARK_SIXTEEN,
}
"""Colours by theme and variable."""


def theme_name(choice: ThemeChoice, *, few_colours: bool = False) -> str:
    """Name of the theme for a setting, on a terminal of at most 16 colours or a better one."""
    name = LIGHT if choice is ThemeChoice.LIGHT else DARK
    return name + _SIXTEEN if few_colours else name
