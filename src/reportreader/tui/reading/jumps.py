"""The way back: places that jumps left behind, as a browser keeps them."""

from typing import NamedTuple

_KEPT = 100


class Jumps(NamedTuple):
    """Offsets behind and ahead, the nearest last; `previous` is where `''` leads."""

    behind: tuple[int, ...] = ()
    ahead: tuple[int, ...] = ()

    @property
    def previous(self) -> int | None:
        """The place the last jump left."""
        return self.behind[-1] if self.behind else None

    def left(self, place: int) -> "Jumps":
        """A new jump leaves `place`; what was ahead is forgotten."""
        kept = self.behind if self.behind[-1:] == (place,) else (*self.behind, place)
        return Jumps(behind=kept[-_KEPT:])

    def back(self, place: int) -> tuple["Jumps", int] | None:
        """Go back from `place`: the history after it and where it leads; None with nothing behind."""
        behind = self.behind
        while behind and behind[-1] == place:
            behind = behind[:-1]
        if not behind:
            return None
        return Jumps(behind=behind[:-1], ahead=(*self.ahead, place)), behind[-1]

    def forward(self, place: int) -> tuple["Jumps", int] | None:
        """Undo a `back` from `place`; None with nothing ahead."""
        if not self.ahead:
            return None
        return Jumps(behind=(*self.behind, place), ahead=self.ahead[:-1]), self.ahead[-1]
