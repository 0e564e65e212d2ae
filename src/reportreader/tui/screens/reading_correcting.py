"""Correcting the structure while reading: headings, their levels and names, title and date."""

from typing import TYPE_CHECKING

from textual import on

from reportreader.document.metadata import MetadataField
from reportreader.document.section import Section
from reportreader.services.opening import Library
from reportreader.services.reading import OpenedReport, open_report, structure_stamp
from reportreader.tui.messages import ReportLoaded
from reportreader.tui.reading.outline import reason_id
from reportreader.tui.reading.prose import Span
from reportreader.tui.screens.app_screen import reports_errors
from reportreader.tui.screens.reading_panels import ReadingPanels
from reportreader.tui.tasks import start_task

# What corrects loads all of `structure`, a third of a start: the actions import it when it is used.
if TYPE_CHECKING:
    from reportreader.services.correcting import Correction, CorrectionKind

_AT_ONCE_LENGTH = 1 << 20
"""Code points of a report that is read again without a task: some tens of milliseconds."""


class ReadingCorrecting(ReadingPanels):
    """Everything a reader knows better than the program."""

    _shown_stamp: tuple[int, ...] = ()

    # -- in the outline ---------------------------------------------------------------------------

    @property
    def chosen_section(self) -> Section | None:
        """The section under the cursor of the outline."""
        pane = self.outline
        row = pane.cursor_row if pane is not None else None
        return None if row is None else self.document.sections[row.section]

    def action_section_shallower(self) -> None:
        """One level up, with its subsections."""
        self._change_level(-1)

    def action_section_deeper(self) -> None:
        """One level down, with its subsections."""
        self._change_level(1)

    def _change_level(self, step: int) -> None:
        from reportreader.services.correcting import CorrectionKind

        section = self.chosen_section
        if section is None:
            return
        if section.level + step < 1:
            self.reader_app.say("reading.level_least")
            return
        span = (section.start, section.end)
        self.correct(CorrectionKind.LEVEL, span, str(section.level + step))

    def action_not_a_heading(self) -> None:
        """It is no heading; what it held belongs to the section before."""
        from reportreader.services.correcting import CorrectionKind

        section = self.chosen_section
        if section is not None:
            self.correct(CorrectionKind.NOT_HEADING, (section.start, section.end))

    def action_merge_sections(self) -> None:
        """Two headings that follow each other are one; else the next is no heading."""
        from reportreader.services.correcting import joining_correction

        pane = self.outline
        row = pane.cursor_row if pane is not None else None
        asked = None if row is None else joining_correction(self.document, row.section)
        if asked is not None:
            self.keep(asked)

    def action_rename_section(self) -> None:
        """Give the section another name; without one it is called what its heading says."""
        from reportreader.services.correcting import CorrectionKind

        section = self.chosen_section
        if section is None:
            return

        def rename(title: str) -> None:
            self.correct(CorrectionKind.TITLE, (section.start, section.end), title)

        self.ask_text(self.words("reading.rename_title"), rename, value=section.title)

    def action_explain_section(self) -> None:
        """Say why it was taken for a heading, and how sure that is."""
        section = self.chosen_section
        if section is not None:
            self.reader_app.say(
                "reading.why_heading",
                reason=self.words(reason_id(section)),
                percent=round(section.confidence * 100),
            )

    # -- in the text ------------------------------------------------------------------------------

    def action_make_heading(self) -> None:
        """The selection is a heading."""
        from reportreader.services.correcting import CorrectionKind

        span = self.selected
        if span is not None:
            self.become(self.state.read())
            self.correct(CorrectionKind.HEADING, span)

    def action_correct_title(self) -> None:
        """Say what the report is called."""
        self._correct_field(MetadataField.TITLE)

    def action_correct_date(self) -> None:
        """Say when the report appeared."""
        self._correct_field(MetadataField.DATE)

    def _correct_field(self, field: MetadataField) -> None:
        from reportreader.services.correcting import CorrectionKind

        def keep(value: str) -> None:
            self.correct(CorrectionKind.METADATA, (0, 0), value, field=field)

        self.ask_text(
            self.words(f"reading.correct_{field.value}"),
            keep,
            value=self.document.metadata.value(field),
            placeholder=self.words(f"reading.correct_{field.value}_placeholder"),
        )

    # -- the library ------------------------------------------------------------------------------

    def correct(
        self,
        kind: "CorrectionKind",
        span: Span,
        value: str = "",
        *,
        field: MetadataField | None = None,
    ) -> None:
        """Keep a correction of a passage."""
        from reportreader.services.correcting import Correction

        self.keep(Correction(kind=kind, start=span[0], end=span[1], value=value, field=field))

    def keep(self, asked: "Correction") -> None:
        """Keep a correction, show the structure afresh, say what was done."""
        from reportreader.services.correcting import add_correction, correction_change

        added = add_correction(self.reader_app.library, self.opened, asked)
        self.reload_structure()
        change = correction_change(added.correction)
        said = self.words(change.summary_id, **change.values)
        self.reader_app.say("reading.corrected", change=said)

    def remember_structure(self) -> None:
        """Take what is shown for what the library holds."""
        self._shown_stamp = structure_stamp(self.reader_app.library, self.opened.report_id)

    def structure_differs(self) -> bool:
        """Whether the library holds another structure of this report than the screen shows."""
        now = structure_stamp(self.reader_app.library, self.opened.report_id)
        return self._shown_stamp not in ((), now)

    def reload_structure(self) -> None:
        """Read the report again: its text is the same, its structure is not."""
        report_id = self.opened.report_id
        self.remember_structure()
        if self.opened.summary.length <= _AT_ONCE_LENGTH:
            self.show_report(open_report(self.reader_app.library, report_id))
            return

        def work(library: Library) -> ReportLoaded:
            return ReportLoaded(open_report(library, report_id))

        start_task(self, self.reader_app.library.path, "load", work)

    @on(ReportLoaded)
    @reports_errors
    def take_report(self, event: ReportLoaded) -> None:
        """The whole of a long report is there."""
        event.stop()
        self.show_report(event.opened)

    def show_report(self, opened: OpenedReport) -> None:
        """Read on in this report; the place stays."""
        raise NotImplementedError
