"""The one place where characters become bytes for the terminal, and what the terminal can show.

Texts are cleaned when they enter the library. This is the second layer: whatever else a string on
the screen came from, no character that steers a terminal or turns the direction of writing gets
past `guard_output`. Knows nothing of widgets.
"""

import select
import sys
from functools import lru_cache
from typing import Any, TextIO

from rich.color import ColorSystem
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.filter import Monochrome, NoColor
from textual.strip import Strip

from reportreader.tui.drawing.cleaning import FORBIDDEN, clean
from reportreader.tui.drawing.holding import hold_cells
from reportreader.tui.widths import measured_widths

_PLAIN = ("", "", "")

_render_strip = Strip.render


def clean_for_terminal(text: str) -> str:
    """`text` without the characters that a terminal obeys; its width in cells stays the same."""
    return clean(text, measured_widths())


def guard_output() -> None:
    """Clean every strip before it is rendered, for all of Textual and for good.

    `Strip.render` is what every character of every widget goes through on its way out.
    """
    Strip.render = _render  # type: ignore[method-assign, assignment]


def use_utf8_output() -> None:
    """Let Textual write UTF-8 whatever the locale says; it writes to the standard error stream."""
    stream: Any = sys.__stderr__
    if stream is not None:
        stream.reconfigure(encoding="utf-8", errors="replace")


def is_hung_up(stream: TextIO | None) -> bool:
    """Whether the terminal behind a stream is gone; False where the system cannot tell."""
    if stream is None or not hasattr(select, "poll"):
        return False
    poller = select.poll()
    poller.register(stream, 0)
    return any(event & (select.POLLHUP | select.POLLERR) for _, event in poller.poll(0))


def has_few_colours(console: Console) -> bool:
    """Whether the terminal offers 16 colours or fewer."""
    return console.color_system not in {"256", "truecolor"}


def drop_colours(app: App[Any]) -> None:
    """For NO_COLOR: leave bold, underline and reverse, but no colour at all.

    Textual itself would turn colours into greys of 24 bits.
    """
    app._filters[:] = [  # noqa: SLF001 - Textual has no public list of filters
        NoColor() if isinstance(line_filter, Monochrome) else line_filter
        for line_filter in app._filters  # noqa: SLF001
    ]


def _render(strip: Strip, console: Console) -> str:
    """What `Strip.render` gives, cleaned, and saying only what changes between two pieces.

    A page of coloured text is a third of the bytes that Textual writes for it: full colours and a
    reset around every piece.
    """
    if strip._render_cache is None:  # noqa: SLF001 - the cache of the method this replaces
        if FORBIDDEN.search(strip.text) or any(
            style is not None and style.link and FORBIDDEN.search(style.link)
            for _, style, _ in strip
        ):
            strip = Strip([_clean_segment(segment) for segment in strip], strip.cell_length)
        if any(style is not None and style.link for _, style, _ in strip):
            return _render_strip(strip, console)
        colours = console._color_system or ColorSystem.TRUECOLOR  # noqa: SLF001 - as Textual does
        strip._render_cache = _render_changes(strip, colours)  # noqa: SLF001
    return strip._render_cache  # noqa: SLF001


def _render_changes(strip: Strip, colours: ColorSystem) -> str:
    pieces = []
    current = _PLAIN
    widths = measured_widths()
    for text, style, _ in strip:
        wanted = _sgr(style, colours) if style is not None else _PLAIN
        if wanted != current:
            pieces.append(_change(current, wanted))
            current = wanted
        pieces.append(hold_cells(text, widths))
    if current != _PLAIN:
        pieces.append("\x1b[0m")
    return "".join(pieces)


@lru_cache(maxsize=2048)
def _sgr(style: Style, colours: ColorSystem) -> tuple[str, str, str]:
    """Parameters of SGR for a style: attributes, foreground, background; empty for none."""
    front, back = style.color, style.bgcolor
    return (
        Strip.render_ansi(style.without_color, colours),
        ";".join(front.downgrade(colours).get_ansi_codes()) if front else "",
        ";".join(back.downgrade(colours).get_ansi_codes(foreground=False)) if back else "",
    )


@lru_cache(maxsize=4096)
def _change(current: tuple[str, str, str], wanted: tuple[str, str, str]) -> str:
    """The sequence that leads from one style to another.

    Attributes and colours are only ever added or replaced; to lose one, all begin anew.
    """
    is_loss = wanted[0] != current[0] or any(
        old and not new for old, new in zip(current, wanted, strict=True)
    )
    if is_loss:
        return f"\x1b[{';'.join(['0', *filter(None, wanted)])}m"
    changed = [new for old, new in zip(current, wanted, strict=True) if new != old]
    return f"\x1b[{';'.join(changed)}m"


def _clean_segment(segment: Segment) -> Segment:
    text, style, control = segment
    if style is not None and style.link and FORBIDDEN.search(style.link):
        style = style.update_link(None)
    return Segment(clean_for_terminal(text), style, control)
