"""What the mouse does over the page, told as characters: presses, drags, clicks in a row, the wheel.

A drag beyond the upper or lower edge goes on scrolling for as long as the button is held there.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from time import monotonic

from textual import events
from textual.timer import Timer
from textual.widget import Widget

_WHEEL_ROWS = 3
_EDGE_SECONDS = 1 / 20
_CHAIN_SECONDS = 0.5
_LEFT_BUTTON = 1


class PointerKind(StrEnum):
    """What the mouse did."""

    PRESSED = "pressed"
    DRAGGED = "dragged"
    RELEASED = "released"
    SCROLLED = "scrolled"


@dataclass(frozen=True, slots=True, kw_only=True)
class PointerEvent:
    """Over which character it happened, and what else there is to it.

    `chain` counts presses in one place shortly after each other; `extend` is whether Shift was
    held; `rows` are rows to scroll, negative upwards.
    """

    kind: PointerKind
    offset: int = 0
    chain: int = 1
    extend: bool = False
    rows: int = 0


class Pointer:
    """The mouse over one view."""

    def __init__(
        self,
        view: Widget,
        offset_at: Callable[[int, int], int | None],
        tell: Callable[[PointerEvent], None],
    ) -> None:
        self._view = view
        self._offset_at = offset_at
        self._tell = tell
        self._held = False
        self._last: tuple[int, int] = (0, 0)
        self._pressed_at: tuple[int, int, float] = (-1, -1, 0.0)
        self._chain = 0
        self._timer: Timer | None = None

    def press(self, event: events.MouseDown) -> None:
        """The button went down."""
        if event.button != _LEFT_BUTTON:
            return
        offset = self._offset_at(event.x, event.y)
        if offset is None:
            return
        now = monotonic()
        x, y, before = self._pressed_at
        near = abs(event.x - x) <= 1 and event.y == y and now - before <= _CHAIN_SECONDS
        self._chain = self._chain % 3 + 1 if near else 1
        self._pressed_at = (event.x, event.y, now)
        self._held = True
        self._last = (event.x, event.y)
        self._view.capture_mouse()
        self._tell(
            PointerEvent(
                kind=PointerKind.PRESSED, offset=offset, chain=self._chain, extend=event.shift
            )
        )

    def drag(self, event: events.MouseMove) -> None:
        """The mouse moved while the button was held."""
        if not self._held or (event.x, event.y) == self._last:
            return
        self._last = (event.x, event.y)
        self._tell_drag(0)
        self._watch_edge()

    def release(self, event: events.MouseUp) -> None:
        """The button went up."""
        if not self._held:
            return
        event.stop()
        self._held = False
        self._stop_timer()
        self._view.release_mouse()
        self._tell(PointerEvent(kind=PointerKind.RELEASED, chain=self._chain))

    def turn(self, event: events.MouseScrollDown | events.MouseScrollUp, step: int) -> None:
        """The wheel turned."""
        event.stop()
        self._tell(PointerEvent(kind=PointerKind.SCROLLED, rows=step * _WHEEL_ROWS))
        if self._held:
            self._tell_drag(0)

    def _beyond(self) -> int:
        """Rows that the pointer is above (negative) or below the view, the edge rows included."""
        y, height = self._last[1], self._view.size.height
        if y <= 0:
            return y - 1
        return y - height + 2 if y >= height - 1 else 0

    def _watch_edge(self) -> None:
        if self._beyond() and self._timer is None:
            self._timer = self._view.set_interval(_EDGE_SECONDS, self._scroll_at_edge)
        elif not self._beyond():
            self._stop_timer()

    def _scroll_at_edge(self) -> None:
        rows = self._beyond()
        self._tell_drag(max(-4, min(4, rows)))

    def _tell_drag(self, rows: int) -> None:
        offset = self._offset_at(*self._last)
        if offset is not None:
            self._tell(PointerEvent(kind=PointerKind.DRAGGED, offset=offset, rows=rows))

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
