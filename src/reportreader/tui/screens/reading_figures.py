"""The figures of the report: found when they are asked for, painted, walked, listed."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from reportreader.notes.annotation import VersionId
from reportreader.services.opening import Library
from reportreader.tui.reading.figures import FigureLayer, FigureRow, figure_rows
from reportreader.tui.reading.layers import Layer
from reportreader.tui.reading.state import ReadingState, Walked
from reportreader.tui.screens.app_screen import reports_errors
from reportreader.tui.screens.reading_outline import ReadingOutline
from reportreader.tui.tasks import start_task

if TYPE_CHECKING:
    from reportreader.analysis.figures import Figure


@dataclass
class FiguresFound(Message):
    """A task has found the figures of a version, or read those that were stored."""

    version_id: VersionId
    figures: "tuple[Figure, ...]"


class ReadingFigures(ReadingOutline):
    """Everything about the numbers."""

    _figures_asked = False

    def become(self, state: ReadingState) -> None:
        """Take on a state; one that shows or walks figures asks for them."""
        super().become(state)
        if state.shows(Layer.FIGURES) or state.walked is Walked.FIGURES:
            self.need_figures()

    def need_figures(self) -> None:
        """Ask for the figures once."""
        if not self._figures_asked:
            self.load_figures()

    def load_figures(self) -> None:
        """Find the figures in a task, or read those that were stored."""
        self._figures_asked = True
        report_id, version_id = self.opened.report_id, self.opened.version_id

        def work(library: Library) -> Message:
            from reportreader.services.figures import compute_figures

            return FiguresFound(version_id, compute_figures(library, report_id))

        start_task(self, self.reader_app.library.path, "figures", work)

    @on(FiguresFound)
    @reports_errors
    def take_figures(self, event: FiguresFound) -> None:
        """Paint and list them."""
        event.stop()
        if event.version_id == self.opened.version_id:
            self.show_overlays(self.overlays._replace(figures=FigureLayer(event.figures)))
            self.figures_changed()

    def figures_changed(self) -> None:
        """Figures are others, or in another order: the panel shows it."""

    def figure_rows(self) -> tuple[FigureRow, ...]:
        """The figures of the text that is there, as the panel lists them."""
        layer, length = self.overlays.figures, len(self.document.text)
        figures = () if layer is None else layer.figures
        return figure_rows(
            [figure for figure in figures if figure.end <= length],
            by_unit=self.state.figures_by_unit,
            name_of=lambda dimension: self.words(f"reading.dimension_{dimension}"),
        )

    def action_group_figures(self) -> None:
        """List the figures by unit, or in the order of the text again."""
        self.become(self.state._replace(figures_by_unit=not self.state.figures_by_unit))
        self.figures_changed()

    def go_to_figure(self, row: FigureRow) -> None:
        """Show a figure and light it."""
        lit = None if row.is_head else (row.offset, row.end)
        self.become(self.state._replace(lit=lit, walked=Walked.FIGURES))
        self.go_to(row.offset, margin=3)
        self.walked_from = row.offset
