"""Keyphrases and the reader's own terms over the text, and adding to the latter."""

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from reportreader.notes.annotation import Colour
from reportreader.tui.drawing.page_keys import TERM_KEYS
from reportreader.tui.reading.panel_rows import KeywordKind, KeywordRow, one_line
from reportreader.tui.reading.state import Walked
from reportreader.tui.screens.reading_asking import Asked
from reportreader.tui.screens.reading_walking import ReadingWalking
from reportreader.tui.tasks import give_way, start_task

if TYPE_CHECKING:
    from reportreader.analysis.keyphrases import Keyphrase
    from reportreader.analysis.terms import TermGroup

    # What finds terms is loaded after the first frame, unless there are keyphrases to paint in it.
    GroupOrColour = TermGroup | Colour

_LONGEST_NAME = 40


@dataclass
class TermsCounted(Message):
    """A task has counted keyphrases in the whole text, and found the places of its terms."""

    length: int
    keyphrases: tuple[int, ...]
    terms: tuple[tuple[int, int], ...]


class ReadingKeywords(ReadingWalking):
    """Everything about words that matter."""

    keyphrase_counts: tuple[int, ...] = ()
    term_counts: tuple[int, ...] = ()

    def show_keyphrases(self, keyphrases: "tuple[Keyphrase, ...]") -> None:
        """Take these keyphrases for painting; call `show_overlays` once the page is there."""
        layer = None
        if keyphrases:
            from reportreader.tui.reading.terms import keyphrase_layer

            layer = keyphrase_layer(self.document.text, [one.phrase for one in keyphrases])
        self.overlays = self.overlays._replace(keyphrases=layer)
        self.keyphrase_counts = ()

    def load_terms(self) -> None:
        """Take the reader's term groups from the library and paint them."""
        from reportreader.tui.reading.terms import TermLayer

        groups = self.groups_here()
        colours = tuple(colour.value for colour in Colour)
        keys = [
            TERM_KEYS[colours.index(group.colour) if group.colour in colours else 0]
            for group in groups
        ]
        layer = TermLayer(self.document.text, groups, keys) if groups else None
        self.term_counts = ()
        self.term_places = ()
        self.show_overlays(self.overlays._replace(terms=layer))
        self.keywords_changed()
        self.count_terms()

    def groups_differ(self) -> bool:
        """Whether the library holds other term groups than the screen shows."""
        shown = self.overlays.terms.groups if self.overlays.terms is not None else ()
        return shown != self.groups_here()

    def groups_here(self) -> "tuple[TermGroup, ...]":
        """The reader's term groups that apply to this report."""
        from reportreader.services.keywords import list_term_groups

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
        from reportreader.analysis.terms import Term, TermGroup
        from reportreader.services.keywords import list_term_groups, save_term_group

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

        def chosen(target: "GroupOrColour") -> None:
            term = Term(text=word)
            if isinstance(target, Colour):
                group = TermGroup(name=word, colour=target.value, terms=(term,))
            else:
                group = replace(target, terms=(*target.terms, term))
            save_term_group(self.reader_app.library, group)
            self.load_terms()
            self.reader_app.say("reading.term_added", word=word, name=group.name)

        self.ask_choice(self.words("reading.term_group_title", word=word), options, chosen)

    # -- the list of keywords -------------------------------------------------------------------

    def keyword_rows(self) -> tuple[KeywordRow, ...]:
        """Term groups and keyphrases under their heads."""
        rows: list[KeywordRow] = []
        for kind, layer, counts in (
            (KeywordKind.TERM, self.overlays.terms, self.term_counts),
            (KeywordKind.KEYPHRASE, self.overlays.keyphrases, self.keyphrase_counts),
        ):
            groups = layer.groups if layer is not None else ()
            if groups or kind is KeywordKind.TERM:
                name = self.words(f"reading.head_{kind.value}")
                rows.append(KeywordRow(kind=KeywordKind.HEADING, name=name))
            rows += [
                KeywordRow(
                    kind=kind,
                    name=group.name,
                    number=number,
                    count=counts[number] if number < len(counts) else None,
                    key=layer.keys[number] if layer is not None else "",
                )
                for number, group in enumerate(groups)
            ]
        return tuple(rows)

    def go_to_keyword(self, row: KeywordRow) -> None:
        """Go to the next place of a keyphrase or term, around the end if need be."""
        is_term = row.kind is KeywordKind.TERM
        layer = self.overlays.terms if is_term else self.overlays.keyphrases
        if layer is None or row.kind is KeywordKind.HEADING:
            return
        offset = layer.step(self.walked_from, group=row.number)
        if offset is None:
            offset = layer.step(-1, group=row.number)
        if offset is None:
            self.reader_app.say("reading.nothing_to_walk", layer=row.name)
            return
        self.become(self.state._replace(walked=Walked.TERMS if is_term else Walked.KEYPHRASES))
        self.go_to(offset, margin=3)
        self.walked_from = offset

    def count_terms(self) -> None:
        """Count keyphrases and terms in a task; the panel shows the figures when they are there."""
        keyphrases, terms = self.overlays.keyphrases, self.overlays.terms
        length = len(self.document.text)

        def work(_: object) -> Message:
            return TermsCounted(
                length,
                keyphrases.count(give_way) if keyphrases is not None else (),
                (terms.places(give_way) or ()) if terms is not None else (),
            )

        start_task(self, self.reader_app.library.path, "terms", work)

    @on(TermsCounted)
    def take_counts(self, event: TermsCounted) -> None:
        """The figures are there."""
        event.stop()
        if event.length == len(self.document.text):
            self.keyphrase_counts = event.keyphrases
            self._take_places(event.terms)
            self.keywords_changed()

    def _take_places(self, places: tuple[tuple[int, int], ...]) -> None:
        """Where the terms stand: their counts, their marks on the map, their density by section."""
        terms = self.overlays.terms
        keys = terms.keys if terms is not None else ()
        counted = Counter(group for _, group in places)
        self.term_counts = tuple(counted[number] for number in range(len(keys)))
        self.term_places = tuple((offset, keys[group]) for offset, group in places)
        self.draw_map()

    def keywords_changed(self) -> None:
        """Terms or their counts are others: the panel shows it."""
