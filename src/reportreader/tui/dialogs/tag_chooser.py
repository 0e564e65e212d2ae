"""Chooses a tag for a passage: one used lately by its number, any by a part of its name, or a new one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input

from reportreader.errors import InputError
from reportreader.ingest.sanitising import sanitise_line
from reportreader.notes.tags import parse_tags
from reportreader.services.tag_finding import find_tags
from reportreader.tui.dialogs.choice import LIST_KEYS
from reportreader.tui.dialogs.rows_dialog import RowsDialog
from reportreader.tui.widgets.bar import Part
from reportreader.tui.widgets.numbered_field import NUMBERS, NumberedField
from reportreader.tui.widgets.option_list import OptionRow, OptionRows


@dataclass(frozen=True, slots=True, kw_only=True)
class TagChange:
    """What was chosen: tags to give, or one to take away."""

    tags: tuple[str, ...]
    is_removal: bool = False


class TagChooser(RowsDialog[TagChange]):
    """Typing narrows the list, also by pinyin initials; 1 to 9 choose while nothing is typed.

    `known` are the tags to choose from, the likeliest first. A tag of `borne` is taken away when it
    is chosen. What fits no tag is offered as a new one.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(key, f"move('{action}')", show=False, priority=True)
            for key, action in LIST_KEYS.items()
        ),
        *(
            Binding(number, f"choose_number({number})", show=False, priority=True)
            for number in NUMBERS
        ),
    ]

    def __init__(
        self, title: str, known: Sequence[str], *, borne: Iterable[str] = (), allow_new: bool = True
    ) -> None:
        super().__init__(title)
        self._known = tuple(known)
        self._borne = frozenset(borne)
        self._allow_new = allow_new
        self._shown: list[TagChange] = []

    def body(self) -> Iterable[Widget]:
        """Field and list."""
        placeholder = "tags.chooser_placeholder" if self._allow_new else "tags.filter_placeholder"
        yield NumberedField(placeholder=self.words(placeholder), id="choice-field")
        yield OptionRows(id="choice-list")

    def on_mount(self) -> None:
        """Show all tags."""
        rows = self.query_one(OptionRows)
        rows.can_focus = False
        rows.empty_text = self.words("tags.chooser_empty")
        self._show("")

    def key_parts(self) -> list[Part]:
        """Enter, the numbers, Esc."""
        enter, escape = self.enter_parts("dialogs.choose")
        return [enter, Part(f"{self.words('tags.by_number')}   ", key="1–9 "), escape]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A number is a key only until something is typed."""
        if action == "choose_number":
            return not self.query_one(NumberedField).value
        return super().check_action(action, parameters)

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        """Leave the tags that fit what was typed."""
        event.stop()
        self._show(event.value)

    @on(Input.Submitted)
    def action_accept_dialog(self) -> None:
        """Give back what is under the cursor."""
        row = self.query_one(OptionRows).cursor_row
        if row is not None:
            self.dismiss(self._shown[row.number])

    def action_choose_number(self, number: int) -> None:
        """Give back the tag with this number."""
        if number <= min(len(self._known), len(NUMBERS)):
            self.dismiss(self._shown[number - 1])

    def _show(self, typed: str) -> None:
        """List what fits, with what was typed as a new tag right behind the likeliest.

        What may be pinyin initials is the last thing to become a tag.
        """
        fitting = find_tags(self._known, typed)
        offered = [self._known_option(tag, place, typed) for place, tag in enumerate(fitting)]
        new = new_tags(typed, self._known) if self._allow_new else ()
        if new:
            label = self.words("tags.new", tags=" ".join(f"#{sanitise_line(tag)}" for tag in new))
            place = len(offered) if typed.isascii() else min(1, len(offered))
            offered.insert(place, (label, "", TagChange(tags=new)))
        self._shown = [change for _, _, change in offered]
        rows = [OptionRow(number, label, hint) for number, (label, hint, _) in enumerate(offered)]
        self.query_one(OptionRows).show_rows(rows)

    def _known_option(self, tag: str, place: int, typed: str) -> tuple[str, str, TagChange]:
        label = sanitise_line(tag)
        if not typed:
            label = f"{place + 1 if place < len(NUMBERS) else ' '}  {label}"
        is_borne = tag in self._borne
        hint = self.words("tags.borne") if is_borne else ""
        return label, hint, TagChange(tags=(tag,), is_removal=is_borne)


def new_tags(typed: str, known: Iterable[str]) -> tuple[str, ...]:
    """The tags that were typed in full, unless they are one that is known; none if it says nothing."""
    try:
        tags = parse_tags(typed)
    except InputError:
        return ()
    return () if len(tags) == 1 and tags[0] in frozenset(known) else tags
