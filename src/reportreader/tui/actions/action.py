"""One thing a reader can do: its name, its keys, and where it applies."""

from enum import StrEnum
from typing import NamedTuple


class Scope(StrEnum):
    """Where an action applies; the order is that of the help screen."""

    READING = "reading"
    VISUAL = "visual"
    LIBRARY = "library"
    NOTES = "notes"
    TAGS = "tags"
    TAG_PAIRS = "tag_pairs"
    SEARCH = "search"
    CONCORDANCE = "concordance"
    TREND = "trend"
    KEYNESS = "keyness"
    TERMS = "terms"
    REVIEW = "review"
    PLACING = "placing"
    """Reading in order to place an annotation by hand."""
    HELP = "help"
    LIST = "list"
    """Moving in any list."""
    DIALOG = "dialog"
    FIELD = "field"
    """Fields that text is typed into."""
    GENERAL = "general"
    """Everywhere."""


class Action(NamedTuple):
    """What a key, a line of the footer, of the help screen and of the palette all stand for.

    `id` is unique over all scopes; the screen (or widget) of the scope has a method `action_<id>`,
    for `GENERAL` the app has. `keys` are names as Textual knows them or single characters; empty
    where only the palette offers it. `topic` is the catalogue that holds the label under `<id>`
    and the sentence of help under `<id>_help`. `footer` ranks it in the footer: 1 is shown first,
    0 never. `priority` lets it win over what a focused text field does with the key. `palette`
    is False for what makes no sense there, such as moving by a line. `by_screen` is True for what
    the screen does whichever of its panes has the keys.
    """

    id: str
    scope: Scope
    keys: tuple[str, ...] = ()
    topic: str = "actions"
    footer: int = 0
    priority: bool = False
    palette: bool = True
    by_screen: bool = False

    @property
    def label(self) -> str:
        """Message id of its short name."""
        return f"{self.topic}.{self.id}"

    @property
    def help(self) -> str:
        """Message id of the sentence that says what it does."""
        return f"{self.topic}.{self.id}_help"

    @property
    def call(self) -> str:
        """What Textual is asked to run."""
        if self.scope is Scope.GENERAL:
            return f"app.{self.id}"
        return f"screen.{self.id}" if self.by_screen else self.id

    def with_keys(self, keys: tuple[str, ...]) -> "Action":
        """The same action under other keys."""
        return self._replace(keys=keys)
