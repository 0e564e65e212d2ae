"""Which tags stand together on passages, the most frequent pairs first."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from reportreader.ingest.sanitising import sanitise_line
from reportreader.services.codebook import count_tag_pairs
from reportreader.services.noting import AnnotationFilter
from reportreader.services.tag_finding import fits_tag
from reportreader.tui.actions import Scope, bindings_for
from reportreader.tui.screens.app_screen import reports_errors
from reportreader.tui.screens.filtering import LIST_SIDE_ID, FilteringScreen
from reportreader.tui.screens.passages import PassagesScreen
from reportreader.tui.screens.reloading import ReloadingScreen
from reportreader.tui.widgets.bar import Bar, Part
from reportreader.tui.widgets.option_list import OptionRow, OptionRows
from reportreader.tui.widgets.row_list import RowList


class TagPairsScreen(ReloadingScreen, FilteringScreen):
    """Pairs of tags with how many passages bear both."""

    SCOPES = (Scope.TAG_PAIRS, Scope.LIST)
    BINDINGS = bindings_for(Scope.TAG_PAIRS)
    FILTER_PLACEHOLDER = "tags.filter_placeholder"

    def __init__(self) -> None:
        super().__init__()
        self._pairs: tuple[tuple[str, str, int], ...] = ()
        self._shown: list[tuple[str, str, int]] = []
        self._typed = ""

    def compose(self) -> ComposeResult:
        """Title and list."""
        yield Bar(id="tags-title")
        with Vertical(id=LIST_SIDE_ID):
            yield OptionRows(id="pairs")
        yield from self.frame()

    def on_mount(self) -> None:
        """List the pairs."""
        self.reload()
        self.query_one(OptionRows).focus()

    def reload(self) -> None:
        """Count afresh."""
        self._pairs = count_tag_pairs(self.reader_app.library)
        self.narrow(self._typed)

    def narrow(self, text: str) -> None:
        """List the pairs one of whose tags fits `text`."""
        self._typed = text
        self._shown = [pair for pair in self._pairs if _fits(pair, text)]
        title = self.words("tags.pairs_title", count=f"{len(self._pairs):,}")
        self.query_one("#tags-title", Bar).show_parts([Part(title, "strong")])
        pairs = self.query_one(OptionRows)
        pairs.empty_text = self.words("tags.empty_filter" if text else "tags.no_pairs")
        rows = [
            OptionRow(number, f"#{sanitise_line(first)}  +  #{sanitise_line(second)}", f"{count:,}")
            for number, (first, second, count) in enumerate(self._shown)
        ]
        pairs.show_rows(rows, cursor=pairs.cursor)
        self.refresh_status()
        self.refresh_bindings()

    def status_parts(self) -> tuple[list[Part], list[Part]]:
        """What the counts are of, and the place in the list."""
        place = self.query_one(OptionRows).cursor + 1 if self._shown else 0
        return [Part(self.words("tags.pairs_what"))], [Part(f"{place:,}/{len(self._shown):,}")]

    @on(RowList.CursorMoved)
    def follow_cursor(self, event: RowList.CursorMoved) -> None:
        """Say where the cursor is."""
        event.stop()
        self.refresh_status()

    @on(RowList.RowChosen)
    @reports_errors
    def show_chosen(self, event: RowList.RowChosen) -> None:
        """A double click shows the passages."""
        event.stop()
        self.action_show_pair_passages()

    def action_filter_pairs(self) -> None:
        """Filter as you type."""
        self.open_filter(self._typed)

    def action_show_pair_passages(self) -> None:
        """List the passages that bear both tags."""
        cursor = self.query_one(OptionRows).cursor
        if cursor < len(self._shown):
            first, second, _ = self._shown[cursor]
            self.app.push_screen(PassagesScreen(AnnotationFilter(tag=first, also_tag=second)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Passages need a pair."""
        del parameters
        return bool(self._shown) or action != "show_pair_passages"


def _fits(pair: tuple[str, str, int], typed: str) -> bool:
    return any(fits_tag(tag, typed) for tag in pair[:2])
