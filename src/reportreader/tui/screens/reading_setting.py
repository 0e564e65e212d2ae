"""How the text is set, changed while it is read and remembered: measure, paragraphs, line ends."""

from textual import on
from textual.message import Message

from reportreader.services.opening import Library
from reportreader.settings.values import MEASURE_RANGE, ParagraphStyle
from reportreader.tui.screens.reading_copying import ReadingCopying
from reportreader.tui.screens.reading_core import LineWordsCame
from reportreader.tui.tasks import start_task

_MEASURE_STEP = 2


class ReadingSetting(ReadingCopying):
    """Everything about the look of the page."""

    def action_narrower(self) -> None:
        """A narrower column, remembered."""
        self._change_measure(-_MEASURE_STEP * self.state.times)

    def action_wider(self) -> None:
        """A wider column, remembered."""
        self._change_measure(_MEASURE_STEP * self.state.times)

    def _change_measure(self, step: int) -> None:
        app = self.reader_app
        low, high = MEASURE_RANGE
        measure = max(low, min(high, app.settings.measure + step))
        self.become(self.state._replace(typed_count=None))
        if measure != app.settings.measure:
            app.change_setting("measure", measure)
        app.say("reading.measure", measure=measure)

    def action_switch_paragraphs(self) -> None:
        """Tell paragraphs apart by an indent, or by an empty row."""
        app = self.reader_app
        is_indented = app.settings.paragraphs is ParagraphStyle.INDENT
        style = ParagraphStyle.GAP if is_indented else ParagraphStyle.INDENT
        app.change_setting("paragraphs", style)
        app.say(f"reading.paragraphs_{style.value}")

    def action_switch_hanging(self) -> None:
        """Let punctuation hang into the margin, or keep it within the column."""
        self._switch_setting("hanging_punctuation", "hanging")

    def action_switch_full_width(self) -> None:
        """Show ASCII punctuation between Chinese characters as full width, or as it is."""
        self._switch_setting("full_width_punctuation", "full_width")

    def action_switch_words(self) -> None:
        """End lines between words, or fill every line."""
        self._switch_setting("keep_words", "words")

    def load_line_words(self) -> None:
        """Have the words of the text loaded if its lines are to end between them."""
        app = self.reader_app
        if not app.settings.keep_words or app.ready_segmenter is not None:
            return
        segmenter = app.segmenter

        def work(library: Library) -> Message:
            del library
            segmenter.load()
            return LineWordsCame()

        start_task(self, app.library.path, "line-words", work)

    @on(LineWordsCame)
    def take_line_words(self, event: LineWordsCame) -> None:
        """Lay the text out anew between its words; the place stays."""
        event.stop()
        if self.line_words is not None:
            self.line_words.take_late()
        self.view.restyle(self.layout_style)

    def _switch_setting(self, setting: str, told: str) -> None:
        app = self.reader_app
        is_on = not getattr(app.settings, setting)
        app.change_setting(setting, is_on)
        app.say(f"reading.{told}_{'on' if is_on else 'off'}")
