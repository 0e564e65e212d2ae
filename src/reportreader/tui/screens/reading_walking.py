"""The walk along hits and other layers, and from the last hit on into the next report."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from reportreader.services.reading import OpenedReport
from reportreader.tui.reading.layers import Layer
from reportreader.tui.reading.state import SWITCHED_LAYERS, Mode, Walked
from reportreader.tui.reading.walking import walk
from reportreader.tui.screens.reading_asking import Asked
from reportreader.tui.screens.reading_searching import ReadingSearching
from reportreader.tui.tasks import start_task

if TYPE_CHECKING:
    from reportreader.services.opening import Library
    from reportreader.tui.reading.search_question import SearchQuestion

_WALKED_OF = (Walked.KEYPHRASES, Walked.TERMS, Walked.ANNOTATIONS, Walked.HITS, Walked.FIGURES)


@dataclass
class NeighbourFound(Message):
    """A task has read the next report of an answer, or found that there is none."""

    opened: OpenedReport | None
    offset: int
    step: int


class ReadingWalking(ReadingSearching):
    """Everything that goes from one place of a layer to the next."""

    @dataclass
    class HitsLeadOn(Message):
        """The walk along hits leaves the report for a hit in another one."""

        pane: "ReadingWalking"
        opened: OpenedReport
        offset: int

    # -- walking along a layer ------------------------------------------------------------------

    def action_next_hit(self) -> None:
        """Go to the next hit, in the direction of the search."""
        self._walk(backwards=self.state.search.backwards)

    def action_previous_hit(self) -> None:
        """Go the other way."""
        self._walk(backwards=not self.state.search.backwards)

    def _walk(self, *, backwards: bool) -> None:
        state = self.state
        if state.walked is Walked.HITS and state.search.hits:
            count = -state.times if backwards else state.times
            search, wrapped = state.search.stepped(count, self.here)
            if wrapped and self.question is not None and search.query == self.question.query:
                self._lead_on(self.question, step=1 if count > 0 else -1)
                return
            self.become(state._replace(search=search, typed_count=None, lit=None))
            hit = search.current_hit
            if hit is not None:
                self.go_to(hit[0], margin=3)
            self._tell_position()
            if wrapped:
                self.reader_app.say(
                    "reading.hit_wrapped",
                    number=(search.current or 0) + 1,
                    count=len(search.hits),
                )
            return
        offset = walk(self.overlays, state.walked, self.walked_from, backwards=backwards)
        self.become(state._replace(typed_count=None, lit=None))
        name = self.words(f"reading.layer_{state.walked.value}")
        if offset is None:
            self.reader_app.say("reading.nothing_to_walk", layer=name)
            return
        self.go_to(offset, margin=3)
        self.walked_from = offset
        self.reader_app.say("reading.walked", layer=name)

    def _lead_on(self, question: "SearchQuestion", *, step: int) -> None:
        """Go on to the first hit of the next report of the answer, or back to the last of the one before."""
        report_id, words = self.opened.report_id, self.reader_app.segmenter
        self.become(self.state._replace(typed_count=None))

        def work(library: "Library") -> Message:
            from reportreader.tui.screens.search_asking import find_neighbour

            opened, offset = find_neighbour(library, question, report_id, words, step=step)
            return NeighbourFound(opened, offset, step)

        start_task(self, self.reader_app.library.path, "neighbour", work)

    @on(NeighbourFound)
    def take_neighbour(self, event: NeighbourFound) -> None:
        """Let the screen show the other report in the place of this one."""
        event.stop()
        if event.opened is None:
            self.reader_app.say(f"search.no_report_{'behind' if event.step > 0 else 'before'}")
        else:
            self.post_message(self.HitsLeadOn(self, event.opened, event.offset))

    @property
    def walked_from(self) -> int:
        """Where the next step of a walk starts: the last one's end if it is still in view."""
        start, end = self.view.seen
        last = self._walked_to
        if last is not None and start <= last < end and self.state.mode is Mode.READING:
            return last
        return self.here - 1 if self.state.mode is Mode.READING else self.here

    @walked_from.setter
    def walked_from(self, offset: int) -> None:
        self._walked_to = offset

    _walked_to: int | None = None

    # -- layers ---------------------------------------------------------------------------------

    def action_switch_layer(self) -> None:
        """Choose which layers are shown, and which one `n` walks."""
        options: list[Asked[Layer | Walked]] = []
        for layer, walked in zip(SWITCHED_LAYERS, _WALKED_OF, strict=True):
            name = self.words(f"reading.layer_{walked.value}")
            shown = "reading.hide_layer" if self.state.shows(layer) else "reading.show_layer"
            options.append((self.words(shown, layer=name), layer, ""))
            options.append((self.words("reading.walk_layer", layer=name), walked, ""))
        self.ask_choice(self.words("reading.layers_title"), options, self._switch)

    def _switch(self, chosen: Layer | Walked) -> None:
        if isinstance(chosen, Layer):
            self.become(self.state.switched(chosen))
        else:
            self.become(self.state._replace(walked=chosen))
