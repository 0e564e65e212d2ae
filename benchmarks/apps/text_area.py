"""Textual's TextArea with the text of a file, to be read only. The measure of a page turn."""

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import TextArea


class TextAreaApp(App[None]):
    def on_mount(self) -> None:
        self.animation_level = "none"

    def compose(self) -> ComposeResult:
        area = TextArea(Path(sys.argv[1]).read_text(encoding="utf-8"), read_only=True)
        area.cursor_blink = False  # silence is to mean that a page is drawn
        yield area


if __name__ == "__main__":
    TextAreaApp().run()
