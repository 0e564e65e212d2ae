"""Edits a group of terms: name, terms with their other spellings, tag it is kept to, colour."""

from collections.abc import Iterable
from dataclasses import replace

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static, TextArea

from reportreader.analysis.terms import Term, TermGroup, TermScope
from reportreader.notes.annotation import Colour
from reportreader.tui.dialogs.dialog import Dialog
from reportreader.tui.widgets.colour_picker import ColourPicker
from reportreader.tui.widgets.line_input import LineInput

_ALIAS_SIGN = "="
_PATTERN_SIGNS = frozenset("*?")


class TermEditor(Dialog[TermGroup]):
    """`^s` gives the group back."""

    def __init__(self, title: str, group: TermGroup) -> None:
        super().__init__(title)
        self._group = group

    def body(self) -> Iterable[Widget]:
        """Name, terms, tag, colour."""
        group = self._group
        yield LineInput(
            group.name, placeholder=self.words("terms.name_placeholder"), id="term-name"
        )
        yield Static(Content(self.words("terms.how_to_write")), id="note-quote")
        yield TextArea(terms_text(group), compact=True, highlight_cursor_line=False, id="note-body")
        tag = group.scope_value if group.scope is TermScope.TAG else ""
        yield LineInput(tag, placeholder=self.words("terms.tag_placeholder"), id="term-tag")
        names = {colour: self.words(f"dialogs.colour_{colour.value}") for colour in Colour}
        yield ColourPicker(Colour(group.colour), names, id="note-colour")

    def on_mount(self) -> None:
        """Begin with the name."""
        self.query_one(TextArea).cursor_blink = False
        self.query_one("#term-name", LineInput).focus()

    def action_accept_dialog(self) -> None:
        """Give the group back; without a name there is none."""
        name = self.query_one("#term-name", LineInput).value.strip()
        if not name:
            self.query_one("#term-name", LineInput).focus()
            return
        terms, patterns = parse_terms(self.query_one(TextArea).text)
        group = replace(
            self._group,
            name=name,
            terms=terms,
            patterns=patterns,
            colour=self.query_one(ColourPicker).colour.value,
        )
        self.dismiss(self._kept_to(group, self.query_one("#term-tag", LineInput).value.strip()))

    def _kept_to(self, group: TermGroup, tag: str) -> TermGroup:
        if tag:
            return replace(group, scope=TermScope.TAG, scope_value=tag.lstrip("#"))
        if group.scope is TermScope.TAG:
            return replace(group, scope=TermScope.EVERYWHERE, scope_value="")
        return group


def terms_text(group: TermGroup) -> str:
    """A line for each term, its other spellings behind `=`, then the patterns."""
    sign = f" {_ALIAS_SIGN} "
    return "\n".join((*(sign.join(term.spellings) for term in group.terms), *group.patterns))


def parse_terms(text: str) -> tuple[tuple[Term, ...], tuple[str, ...]]:
    """Terms and patterns of lines as `terms_text` writes them; a line with `*` or `?` is a pattern."""
    terms, patterns = [], []
    for line in text.splitlines():
        spellings = [part.strip() for part in line.split(_ALIAS_SIGN) if part.strip()]
        if not spellings:
            continue
        if _PATTERN_SIGNS & set(line):
            patterns.append(line.strip())
        else:
            terms.append(Term(text=spellings[0], aliases=tuple(spellings[1:])))
    return tuple(terms), tuple(patterns)
