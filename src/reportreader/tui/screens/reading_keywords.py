"""Keyphrases and the reader's own terms over the text, and adding to the latter."""

from dataclasses import replace
from typing import TYPE_CHECKING

from reportreader.analysis.terms import Term, TermGroup
from reportreader.notes.annotation import Colour
from reportreader.services.keywords import list_term_groups, save_term_group
from reportreader.tui.reading.layers import KEYPHRASE_KEY
from reportreader.tui.reading.panel_rows import one_line
from reportreader.tui.reading.terms import TermLayer, single_terms
from reportreader.tui.screens.reading_asking import Asked
from reportreader.tui.screens.reading_panels import ReadingPanels
from reportreader.tui.widgets.page_style import TERM_KEYS

if TYPE_CHECKING:
    from reportreader.analysis.keyphrases import Keyphrase

_FEWEST, _MOST = 5, 20
_CHARACTERS_EACH = 200
"""A keyphrase is painted for so many code points of text; more would paint everything."""
_LONGEST_NAME = 40

GroupOrColour = TermGroup | Colour


class ReadingKeywords(ReadingPanels):
    """Everything about words that matter."""

    def show_keyphrases(self, keyphrases: "tuple[Keyphrase, ...]") -> None:
        """Take these keyphrases for painting; call `show_overlays` once the page is there."""
        shown = max(_FEWEST, min(_MOST, len(self.document.text) // _CHARACTERS_EACH))
        phrases = [one.phrase for one in keyphrases[:shown]]
        layer = TermLayer(self.document.text, single_terms(phrases), [KEYPHRASE_KEY] * len(phrases))
        self.overlays = replace(self.overlays, keyphrases=layer if phrases else None)
        self.keyphrase_counts = ()

    def load_terms(self) -> None:
        """Take the reader's term groups from the library and paint them."""
        groups = self.groups_here()
        colours = tuple(colour.value for colour in Colour)
        keys = [
            TERM_KEYS[colours.index(group.colour) if group.colour in colours else 0]
            for group in groups
        ]
        layer = TermLayer(self.document.text, groups, keys) if groups else None
        self.term_counts = ()
        self.show_overlays(replace(self.overlays, terms=layer))
        self.fill_side()
        self.count_terms()

    def groups_here(self) -> tuple[TermGroup, ...]:
        """The reader's term groups that apply to this report."""
        summary = self.opened.summary
        return tuple(
            group
            for group in list_term_groups(self.reader_app.library)
            if group.applies(report=summary.short_id, tags=summary.tags)
        )

    def action_add_term(self) -> None:
        """Add the selection, or a word typed, to a group of terms or to a new one."""
        span = self.selected
        if span is not None:
            word = one_line(self.document.passage(*span))[:_LONGEST_NAME]
            self.become(self.state.read())
            self._ask_group(word)
            return

        self.ask_text(
            self.words("reading.term_title"),
            self._ask_group,
            placeholder=self.words("reading.term_placeholder"),
        )

    def _ask_group(self, word: str) -> None:
        new = self.words("reading.term_new_group", name=word)
        options: list[Asked[GroupOrColour]] = [
            (new, colour, self.words(f"dialogs.colour_{colour.value}")) for colour in Colour
        ]
        options += [
            (
                self.words("reading.term_into_group", name=group.name),
                group,
                " ".join(term.text for term in group.terms[:3]),
            )
            for group in list_term_groups(self.reader_app.library)
        ]

        def chosen(target: GroupOrColour) -> None:
            term = Term(text=word)
            if isinstance(target, Colour):
                group = TermGroup(name=word, colour=target.value, terms=(term,))
            else:
                group = replace(target, terms=(*target.terms, term))
            save_term_group(self.reader_app.library, group)
            self.load_terms()
            self.reader_app.say("reading.term_added", word=word, name=group.name)

        self.ask_choice(self.words("reading.term_group_title", word=word), options, chosen)
