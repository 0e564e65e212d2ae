"""A bare ScrollView with numbered Chinese lines, no animation. The measure of every page turn."""

from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

LINES = 20_000
SENTENCE = "街道党工委把服务群众作为各项工作的落脚点，走访入户，逐项登记，逐项办结。"


class Lines(ScrollView, can_focus=True):
    def on_mount(self) -> None:
        self.virtual_size = Size(80, LINES)

    def render_line(self, y: int) -> Strip:
        row = y + self.scroll_offset.y
        return Strip([Segment(f"{row:6} {SENTENCE}")]).crop_extend(0, self.size.width, None)


class BareScrollApp(App[None]):
    def on_mount(self) -> None:
        self.animation_level = "none"

    def compose(self) -> ComposeResult:
        yield Lines()


if __name__ == "__main__":
    BareScrollApp().run()
