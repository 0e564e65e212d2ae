"""Styles of the page: from its keys to the styles of the theme; combinations are remembered."""

from collections.abc import Callable

from rich.style import Style

from reportreader.tui.drawing.page_keys import KEYS, PREFIX

COMPONENT_CLASSES = frozenset(PREFIX + key for key in KEYS)


class PageStyles:
    """The styles of one theme: `base` for plain text and `look_up` for the key of a component."""

    def __init__(self, base: Style, look_up: Callable[[str], Style]) -> None:
        self.base = base
        self._look_up = look_up
        self._known: dict[tuple[str, ...], Style] = {(): base, ("",): base}

    def of(self, *keys: str) -> Style:
        """The style of plain text under these keys, the later over the earlier."""
        style = self._known.get(keys)
        if style is None:
            style = self.base
            for key in keys:
                if key:
                    style += self._look_up(PREFIX + key)
            self._known[keys] = style
        return style
