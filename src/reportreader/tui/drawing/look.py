"""How a piece of text looks: colours and attributes, as values that lie over each other."""

from typing import NamedTuple


class Look(NamedTuple):
    """Colours as `#rrggbb`, empty where those below show through; attributes add up."""

    fore: str = ""
    back: str = ""
    bold: bool = False
    underline: bool = False
    reverse: bool = False
    strike: bool = False

    def under(self, upper: "Look") -> "Look":
        """What is seen with `upper` laid over it."""
        return Look(
            upper.fore or self.fore,
            upper.back or self.back,
            self.bold or upper.bold,
            self.underline or upper.underline,
            self.reverse or upper.reverse,
            self.strike or upper.strike,
        )

    def without_colour(self) -> "Look":
        """The attributes alone."""
        return self._replace(fore="", back="")
