"""The least a Textual program can be: one line painted. The measure of every start."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class BareApp(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("Hello", markup=False)


if __name__ == "__main__":
    BareApp().run()
