"""The app as far as it opens other screens; each is imported when it is asked for."""

from typing import TYPE_CHECKING

from reportreader.tui.adding_app import AddingApp
from reportreader.tui.screens.app_screen import AppScreen

if TYPE_CHECKING:
    from reportreader.notes.annotation import ReportId


class ScreenOpeningApp(AddingApp):
    """Answers the keys that lead from any screen to another."""

    def action_help(self) -> None:
        """List what can be done here."""
        from reportreader.tui.screens.help import HelpScreen

        screen = self.screen
        if isinstance(screen, AppScreen):
            self.push_screen(HelpScreen(screen.SCOPES))

    async def action_command_palette(self) -> None:  # type: ignore[override]
        """Find an action or a report by name."""
        from reportreader.tui.palette import show_palette

        if isinstance(self.screen, AppScreen):
            show_palette(self.screen)

    def action_search_library(self) -> None:
        """Search all reports."""
        from reportreader.tui.screens.search import SearchScreen

        self._show_once(SearchScreen)

    def action_show_notes(self) -> None:
        """List all annotations."""
        from reportreader.tui.screens.notes import NotesScreen

        self._show_once(NotesScreen)

    def action_show_tags(self) -> None:
        """List all tags."""
        from reportreader.tui.screens.tags import TagsScreen

        self._show_once(TagsScreen)

    def action_show_concordance(self) -> None:
        """List every occurrence of what the reader has in hand on this screen."""
        from reportreader.tui.screens.concordance import ConcordanceScreen

        screen = self.screen
        if isinstance(screen, AppScreen) and not isinstance(screen, ConcordanceScreen):
            self.push_screen(ConcordanceScreen(screen.query_in_hand()))

    def action_recover_notes(self) -> None:
        """Put notes that were left in an editor into the library."""
        from reportreader.tui.recovering import ask_unsaved

        if isinstance(self.screen, AppScreen):
            ask_unsaved(self.screen)

    def action_compare_reports(self) -> None:
        """Compare the words of the selected reports, or of any that are chosen, with others."""
        from reportreader.tui.screens.keyness import KeynessScreen
        from reportreader.tui.screens.library import LibraryScreen

        screen = self.screen
        picked: tuple[ReportId, ...] = ()
        if isinstance(screen, LibraryScreen) and screen.selected_count:
            picked = screen.chosen_ids()
        if not isinstance(screen, KeynessScreen):
            self.push_screen(KeynessScreen(picked))

    def action_show_terms(self) -> None:
        """Edit the reader's terms."""
        from reportreader.tui.screens.terms import TermsScreen

        self._show_once(TermsScreen)

    def action_show_review(self) -> None:
        """Settle where annotations stand after a report has changed."""
        from reportreader.tui.screens.review import ReviewScreen

        self._show_once(ReviewScreen)

    def _show_once(self, kind: type[AppScreen]) -> None:
        """Show a screen of this kind unless it is the one on top."""
        if not isinstance(self.screen, kind):
            self.push_screen(kind())
