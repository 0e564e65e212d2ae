"""Looks read from the style sheets that Textual reads too, so that colours stand there alone.

Knows of CSS what our sheets use for text: rules of one selector or several, and the properties
`color`, `background` and `text-style` with variables of a theme. The order in which selectors win
over each other is the caller's to know.
"""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from reportreader.tui.drawing.look import Look

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_PROPERTIES = {"color", "background", "text-style"}
NO_COLOUR = ":nocolor"

Declarations = Mapping[str, str]


def parse_rules(source: str) -> dict[str, dict[str, str]]:
    """What a style sheet says about text, by selector; a later rule wins over an earlier one."""
    rules: dict[str, dict[str, str]] = {}
    for selectors, body in _RULE.findall(_COMMENT.sub("", source)):
        declarations = {
            name.strip(): value.strip()
            for name, _, value in (line.partition(":") for line in body.split(";"))
            if name.strip() in _PROPERTIES
        }
        for selector in selectors.split(","):
            rules.setdefault(" ".join(selector.split()), {}).update(declarations)
    return rules


class StyleSheet(NamedTuple):
    """Rules by selector and the colours of a theme; `no_colour` leaves only attributes."""

    rules: Mapping[str, Declarations]
    palette: Mapping[str, str]
    no_colour: bool = False

    def widget(self, *selectors: str) -> Look:
        """The look of a widget that these selectors fit, the weightiest last."""
        return self._look(selectors)

    def component(self, scopes: Iterable[str], name: str) -> Look:
        """What the component class `name` lays over a widget that the selectors `scopes` fit."""
        names = [f".{name}", *(f"{scope} .{name}" for scope in scopes)]
        if self.no_colour:
            names += [f"{scope}{NO_COLOUR} .{name}" for scope in scopes]
        return self._look(names)

    def _look(self, selectors: Iterable[str]) -> Look:
        merged: dict[str, str] = {}
        for selector in selectors:
            merged.update(self.rules.get(selector, {}))
        attributes = merged.get("text-style", "").split()
        look = Look(
            self._colour(merged.get("color", "")),
            self._colour(merged.get("background", "")),
            bold="bold" in attributes,
            underline="underline" in attributes,
            reverse="reverse" in attributes,
            strike="strike" in attributes,
        )
        return look.without_colour() if self.no_colour else look

    def _colour(self, value: str) -> str:
        return self.palette[value[1:]] if value.startswith("$") else value
