"""Edits a group of terms: name, terms with their other spellings, where it counts, colour."""

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
        scope = scope_text(group)
        yield LineInput(scope, placeholder=self.words("terms.tag_placeholder"), id="term-tag")
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
        self.dismiss(kept_to(group, self.query_one("#term-tag", LineInput).value.strip()))


def scope_text(group: TermGroup) -> str:
    """Where a group is looked for, as it is typed: a tag, the number of a report, or nothing."""
    match group.scope:
        case TermScope.TAG:
            return f"#{group.scope_value}"
        case TermScope.REPORT:
            return group.scope_value
    return ""


def kept_to(group: TermGroup, said: str) -> TermGroup:
    """The group looked for where `said` says: `scope_text` read back; digits are a report."""
    if not said:
        return replace(group, scope=TermScope.EVERYWHERE, scope_value="")
    if said.isascii() and said.isdigit():
        return replace(group, scope=TermScope.REPORT, scope_value=said)
    return replace(group, scope=TermScope.TAG, scope_value=said.lstrip("#"))


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
