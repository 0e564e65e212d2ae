"""A field for several tags divided by blanks, which offers those that the last one may mean."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from reportreader.tui.widgets.line_input import LineInput

FindTags = Callable[[str], Sequence[str]]
"""The tags that a part of one may mean, the likeliest first."""

_OFFERED = 8
_NO_BREAK = "\u00a0"
"""Stands for a blank within a tag, because blanks divide tags."""


class TagField(LineInput):
    """Tab takes the offer that is marked, Down and Up mark another."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "mark_offer(1)", show=False),
        Binding("up", "mark_offer(-1)", show=False),
    ]

    @dataclass
    class OffersChanged(Message):
        """Other tags are offered, or another of them is marked; `marked` is -1 for none."""

        offers: tuple[str, ...]
        marked: int

    def __init__(
        self,
        tags: Sequence[str],
        find: FindTags,
        *,
        placeholder: str = "",
        id: str | None = None,  # noqa: A002
    ) -> None:
        self._find = find
        self._offers: tuple[str, ...] = ()
        self._marked = -1
        super().__init__(
            " ".join(tag.replace(" ", _NO_BREAK) for tag in tags), placeholder=placeholder, id=id
        )

    def on_mount(self) -> None:
        """Offer the tags used last."""
        self.watch_value()

    def watch_value(self) -> None:
        """Offer what the last tag may mean; nothing typed marks nothing."""
        *before, last = self.value.split(" ")
        found = self._find(last)
        self._offers = tuple(tag for tag in found if tag not in (*before, last))[:_OFFERED]
        self._mark(0 if last and self._offers else -1)

    def action_mark_offer(self, step: int) -> None:
        """Mark the next or previous offer."""
        if self._offers:
            self._mark(max(0, self._marked + step) % len(self._offers))

    def action_complete_field(self) -> None:
        """Take the offer that is marked, or go on to the next field."""
        if self._marked < 0:
            super().action_complete_field()
            return
        head, blank, _ = self.value.rpartition(" ")
        self.value = f"{head}{blank}{self._offers[self._marked].replace(' ', _NO_BREAK)} "
        self.cursor_position = len(self.value)

    def _mark(self, marked: int) -> None:
        self._marked = marked
        if self.is_mounted:
            self.post_message(self.OffersChanged(self._offers, marked))
