"""A field above a list whose first rows can be chosen by number."""

from reportreader.tui.widgets.line_input import LineInput

NUMBERS = "123456789"


class NumberedField(LineInput):
    """Leaves the figures 1 to 9 to the screen until something is typed."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether a key is text here."""
        if not self.value and character is not None and character in NUMBERS:
            return False
        return super().check_consume_key(key, character)
