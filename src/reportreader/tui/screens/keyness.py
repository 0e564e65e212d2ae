"""Two sets of reports compared: the phrases that each uses more than the other, most first."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.message import Message

from reportreader.analysis.concordance import Keyness
from reportreader.analysis.quoting import exact_query
from reportreader.ingest.sanitising import sanitise_line
from reportreader.notes.annotation import ReportId
from reportreader.services.browsing import ReportFilter, Shelf
from reportreader.services.keyness import Chosen, Comparison, compare_reports
from reportreader.tui.actions import Scope, bindings_for
from reportreader.tui.dialogs.choice import Choice
from reportreader.tui.dialogs.option import Option
from reportreader.tui.dialogs.text_prompt import TextPrompt
from reportreader.tui.drawing.keyness_row import keyness_head_line
from reportreader.tui.screens.app_screen import AppScreen, reports_errors
from reportreader.tui.screens.keyness_words import (
    KeynessOrder,
    keyness_heads,
    keyness_rows,
    ordered,
)
from reportreader.tui.screens.library_words import shelf_options
from reportreader.tui.tasks import is_stale, start_task
from reportreader.tui.widgets.bar import Bar, Part
from reportreader.tui.widgets.column_heads import ColumnHeads
from reportreader.tui.widgets.keyness_list import KeynessList
from reportreader.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from reportreader.services.opening import Library

_MOST_PHRASES = 300
"""Phrases that are listed of each set."""


class ReportChoice(NamedTuple):
    """Reports to compare, and how they are called."""

    chosen: Chosen
    name: str


class ByQuery(Enum):
    """Choosing reports by a search that is yet to be typed."""

    QUERY = "query"


@dataclass
class Compared(Message):
    """A task has compared two sets."""

    sides: tuple[ReportChoice, ReportChoice]
    comparison: Comparison


class KeynessScreen(AppScreen):
    """The list of phrases; 1 and 2 choose what is compared."""

    SCOPES = (Scope.KEYNESS, Scope.LIST)
    BINDINGS = bindings_for(Scope.KEYNESS)

    def __init__(self, picked: tuple[ReportId, ...] = ()) -> None:
        """`picked`: reports that the reader had selected; they are the left set at first."""
        super().__init__()
        self._picked = picked
        self._sides: list[ReportChoice | None] = [None, None]
        self._order = KeynessOrder.SCORE
        self._comparison: Comparison | None = None
        self._phrases: tuple[Keyness, ...] = ()
        self._is_comparing = False

    def compose(self) -> ComposeResult:
        """Title with both sets, heads, phrases."""
        yield Bar(id="keyness-title")
        yield Bar(id="keyness-sets")
        yield ColumnHeads(id="keyness-heads")
        yield KeynessList(id="keyness")
        yield from self.frame()

    def on_mount(self) -> None:
        """Compare what was selected with everything, or ask."""
        self.reader_app.load_words()
        self.query_one(KeynessList).focus()
        if self._picked:
            name = self.words("keyness.picked", count=len(self._picked))
            self._sides = [
                ReportChoice(self._picked, name),
                ReportChoice(ReportFilter(), self.words("library.shelf_all")),
            ]
            self._compare()
        else:
            self.action_choose_left()
        self._show_words()

    def settings_changed(self) -> None:
        """Words anew."""
        super().settings_changed()
        self._show_words()
        self._show_phrases()

    def status_parts(self) -> tuple[list[Part], list[Part]]:
        """How many phrases either set has for itself, and their order."""
        order = [Part(self.words(f"keyness.order_{self._order.value}"))]
        found = self._comparison
        if self._is_comparing:
            return [Part(self.words("keyness.comparing"))], []
        if found is None:
            return [Part(self.words("keyness.how"))], []
        if not self._phrases:
            return [Part(self.words("keyness.nothing"))], []
        left, right = len(found.left_phrases), len(found.right_phrases)
        return [Part(self.words("keyness.found", left=left, right=right))], order

    def query_in_hand(self) -> str:
        """The phrase under the cursor."""
        phrase = self._current()
        return "" if phrase is None else exact_query(phrase.phrase)

    # -- comparing ------------------------------------------------------------------------------

    def _compare(self) -> None:
        left, right = self._sides
        if left is None or right is None:
            return
        sides = (left, right)
        words = self.reader_app.segmenter
        self._is_comparing = True

        def work(library: "Library") -> Message:
            words.load()
            found = compare_reports(
                library,
                left.chosen,
                right.chosen,
                lambda text: words.cut_texts([text])[0],
                limit=_MOST_PHRASES,
                should_stop=is_stale,
            )
            return Compared(sides, found)

        start_task(self, self.reader_app.library.path, "keyness", work)
        self.refresh_status()

    @on(Compared)
    def show_comparison(self, event: Compared) -> None:
        """List the phrases unless other sets have been chosen meanwhile."""
        event.stop()
        if event.sides == tuple(self._sides):
            self._is_comparing = False
            self._comparison = event.comparison
            self._show_words()
            self._show_phrases()

    # -- actions --------------------------------------------------------------------------------

    def action_choose_left(self) -> None:
        """Ask which reports stand on the left, and then, the first time, on the right."""
        self._ask(0)

    def action_choose_right(self) -> None:
        """Ask which reports stand on the right."""
        self._ask(1)

    def _ask(self, side: int) -> None:
        title = self.words("keyness.right_title" if side else "keyness.left_title")
        options: list[Option[ReportChoice | ByQuery]] = [
            Option(self.words("keyness.by_query"), ByQuery.QUERY)
        ]
        if self._picked:
            name = self.words("keyness.picked", count=len(self._picked))
            options.append(Option(name, ReportChoice(self._picked, name)))
        options += [
            Option(label, ReportChoice(chosen, sanitise_line(label)), hint)
            for label, chosen, hint, _ in shelf_options(self.reader_app.library, self.messages)
            if chosen.shelf is not Shelf.TRASH
        ]
        self.app.push_screen(Choice(title, options), partial(self._take, side))

    def _take(self, side: int, chosen: ReportChoice | ByQuery | None) -> None:
        if isinstance(chosen, ByQuery):
            title = self.words("keyness.query_title")
            hint = self.words("keyness.query_placeholder")
            dialog = TextPrompt(title, placeholder=hint)
            self.app.push_screen(dialog, partial(self._take_query, side))
        elif chosen is not None:
            self._sides[side] = chosen
            self._show_words()
            if self._sides[1] is None:
                self._ask(1)
            else:
                self._compare()

    def _take_query(self, side: int, query: str | None) -> None:
        if query and query.strip():
            self._take(side, ReportChoice(query, sanitise_line(query)))

    def action_sort_phrases(self) -> None:
        """Next order."""
        orders = list(KeynessOrder)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self._show_phrases()

    @on(RowList.RowChosen)
    @reports_errors
    def list_chosen(self, event: RowList.RowChosen) -> None:
        """A double click lists."""
        event.stop()
        self.action_list_phrase()

    def action_list_phrase(self) -> None:
        """List every occurrence of the phrase under the cursor."""
        from reportreader.tui.screens.concordance import ConcordanceScreen

        if self._current() is not None:
            self.app.push_screen(ConcordanceScreen(self.query_in_hand()))

    def action_export_phrases(self) -> None:
        """Write the phrases to a CSV file."""
        from reportreader.services.keyness_export import write_keyness

        if self._comparison is not None:
            folder = Path(self.reader_app.settings.export_folder or ".").expanduser()
            name = self.words("keyness.file_name")
            today = datetime.now().astimezone().date()
            path = write_keyness(
                self._comparison, folder, name=name, words=self.messages.text, today=today
            )
            self.reader_app.say("keyness.exported", path=path)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done with phrases needs some."""
        del parameters
        if action in {"list_phrase", "sort_phrases", "export_phrases"}:
            return bool(self._phrases)
        return True

    # -- showing --------------------------------------------------------------------------------

    def _current(self) -> Keyness | None:
        cursor = self.query_one(KeynessList).cursor
        return self._phrases[cursor] if cursor < len(self._phrases) else None

    def _show_phrases(self) -> None:
        found = self._comparison
        if found is None:
            return
        self._phrases = ordered((*found.left_phrases, *found.right_phrases), self._order)
        self.query_one(KeynessList).show_rows(keyness_rows(self._phrases, found, self.messages))
        self.refresh_status()
        self.refresh_bindings()

    def _show_words(self) -> None:
        title = Part(self.words("keyness.title"), "strong")
        self.query_one("#keyness-title", Bar).show_parts([title])
        self.query_one("#keyness-sets", Bar).show_parts(
            [Part(f"1 {self._set_text(0)}")], [Part(f"2 {self._set_text(1)}")]
        )
        heads = partial(keyness_head_line, keyness_heads(self.messages))
        self.query_one(ColumnHeads).show_heads(heads)
        self.query_one(KeynessList).empty_text = self.words("keyness.empty")
        self.refresh_status()

    def _set_text(self, side: int) -> str:
        choice, found = self._sides[side], self._comparison
        if choice is None:
            return ""
        if found is None or self._is_comparing:
            return choice.name
        counted = found.right if side else found.left
        return self.words(
            "keyness.set",
            name=choice.name,
            reports=f"{counted.reports:,}",
            characters=f"{counted.characters:,}",
        )
