"""The settings a reader can make, as one frozen value with a default for each."""

from enum import StrEnum
from typing import NamedTuple


class LanguageChoice(StrEnum):
    """Language of the interface; `auto` follows the locale."""

    AUTO = "auto"
    CHINESE = "zh"
    ENGLISH = "en"


class ThemeChoice(StrEnum):
    """Colours of the screen."""

    DARK = "dark"
    LIGHT = "light"


class ParagraphStyle(StrEnum):
    """How a paragraph is told from the next: two characters of indent, or an empty row."""

    INDENT = "indent"
    GAP = "gap"


class AmbiguousWidth(StrEnum):
    """Cells taken by characters such as “ ” … — ① whose width terminals disagree on."""

    AUTO = "auto"
    NARROW = "1"
    WIDE = "2"


class Settings(NamedTuple):
    """Every setting; a name here is the key in the config file and of `reportreader config`."""

    language: LanguageChoice = LanguageChoice.AUTO
    theme: ThemeChoice = ThemeChoice.DARK
    measure: int = 40
    """Width of the text column in 汉字 (two cells each), 16 to 80."""
    paragraphs: ParagraphStyle = ParagraphStyle.INDENT
    hanging_punctuation: bool = True
    keep_words: bool = False
    """Break lines between words rather than anywhere (按词断行)."""
    full_width_punctuation: bool = False
    """Show ASCII punctuation between 汉字 as full width; offsets do not change."""
    ambiguous_width: AmbiguousWidth = AmbiguousWidth.AUTO
    reading_speed: int = 400
    """字 a minute, for the minutes left."""
    export_folder: str = ""
    """Where `E` writes notes; empty for the current folder."""
    editor: str = ""
    """Command that edits a note; empty for $VISUAL or $EDITOR."""


MEASURE_RANGE = (16, 80)
READING_SPEED_RANGE = (50, 5000)
