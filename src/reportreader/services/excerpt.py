"""The beginning of a text, as a message about a change shows it."""

from reportreader.ingest.sanitising import sanitise_line

_LENGTH = 20
"""Code points of a text in a message."""


def make_excerpt(text: str) -> str:
    """The first words of `text` on one line, with an ellipsis where there are more."""
    line = sanitise_line(text[: _LENGTH + 1]).strip()
    return line if len(line) <= _LENGTH else line[:_LENGTH] + "…"
