"""Every text colour can be read on what it stands on, and every theme has every variable."""

import pytest

from reportreader.settings.values import ThemeChoice
from reportreader.tui.theme import LIGHT, PALETTES, make_theme, theme_name

_COLOURS = ("yellow", "green", "blue", "red", "purple")
_TEXT = (
    "foreground",
    "soft",
    "primary",
    "secondary",
    "warning",
    "error",
    "success",
    "keyphrase",
    "furniture",
    *(f"term-{number}" for number in range(1, 6)),
    *(f"heading-{level}" for level in range(1, 4)),
    *(f"mark-{colour}" for colour in _COLOURS),
)
_PAIRS = (
    *((text, ground) for text in _TEXT for ground in ("background", "surface")),
    *(("foreground", ground) for ground in ("row-cursor", "row-selected")),
    ("row-blurred-text", "row-blurred"),
    *((f"highlight-{colour}-text", f"highlight-{colour}") for colour in _COLOURS),
    ("search-hit-text", "search-hit"),
    ("search-current-text", "search-current"),
    ("foreground", "selection"),
    ("bar-text", "bar"),
    ("bar-key", "bar"),
    ("caret-text", "caret"),
)


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb` (WCAG 2.2)."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", PALETTES)
def test_text_reaches_the_contrast_of_wcag_aa(name: str) -> None:
    palette = PALETTES[name]
    weak = {
        (text, ground): round(contrast(palette[text], palette[ground]), 2)
        for text, ground in _PAIRS
        if contrast(palette[text], palette[ground]) < 4.5
    }
    assert weak == {}


@pytest.mark.parametrize("name", PALETTES)
def test_every_theme_has_the_same_variables(name: str) -> None:
    assert PALETTES[name].keys() == PALETTES[LIGHT].keys()
    assert make_theme(name).name == name


@pytest.mark.parametrize("name", PALETTES)
def test_a_row_shows_whether_keys_go_to_its_list(name: str) -> None:
    palette = PALETTES[name]
    assert len({palette[ground] for ground in ("background", "row-cursor", "row-blurred")}) == 3


def test_yellow_of_sixteen_is_bright_under_black_text_as_terminals_disagree_on_the_dark_one() -> (
    None
):
    for theme in ThemeChoice:
        palette = PALETTES[theme_name(theme, few_colours=True)]
        assert palette["highlight-yellow"] == "#ffff55"
        assert palette["highlight-yellow-text"] == "#000000"
        assert palette["search-current"] != palette["highlight-yellow"]


@pytest.mark.parametrize("name", PALETTES)
def test_the_five_highlights_differ_from_each_other_and_from_the_page(name: str) -> None:
    palette = PALETTES[name]
    grounds = {palette[f"highlight-{colour}"] for colour in _COLOURS} | {palette["background"]}
    assert len(grounds) == 6


def test_a_terminal_of_few_colours_gets_its_own_theme() -> None:
    assert theme_name(ThemeChoice.LIGHT) == LIGHT
    assert theme_name(ThemeChoice.DARK, few_colours=True) == "reportreader-dark-16"
