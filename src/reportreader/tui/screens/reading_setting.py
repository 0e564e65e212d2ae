"""How the text is set, changed while it is read and remembered: measure, paragraphs, punctuation."""

from dataclasses import replace

from reportreader.settings.values import MEASURE_RANGE, ParagraphStyle
from reportreader.tui.screens.reading_copying import ReadingCopying

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
        self.become(replace(self.state, count=None))
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

    def _switch_setting(self, setting: str, told: str) -> None:
        app = self.reader_app
        is_on = not getattr(app.settings, setting)
        app.change_setting(setting, is_on)
        app.say(f"reading.{told}_{'on' if is_on else 'off'}")
