"""What holds in an RTF group until its end, and the control words that change it."""

from collections.abc import Mapping
from dataclasses import dataclass

from reportreader.ingest.formats.rtf_styles import BODY, RtfStyle

_SWITCHES = {"b": "is_strong", "v": "is_hidden", "deleted": "is_deleted", "intbl": "is_in_table"}
_MOST_FALLBACK_BYTES = 16
_BODY_LEVEL = 9
STATE_WORDS = frozenset(
    {*_SWITCHES, "ab", "dbch", "f", "ltrch", "outlinelevel", "pard", "plain", "rtlch", "s", "uc"}
)


@dataclass(slots=True)
class RtfState:
    """The state of one group; `outline_level` counts from 0, `codec` reads bytes of text."""

    codec: str = "cp1252"
    fallback_bytes: int = 1
    is_strong: bool = False
    is_hidden: bool = False
    is_deleted: bool = False
    is_field_code: bool = False
    is_link: bool = False
    is_starred: bool = False
    is_in_table: bool = False
    is_complex_script: bool = False
    outline_level: int | None = None
    style: RtfStyle = BODY

    @property
    def heading_level(self) -> int:
        """Level from 1 of the heading that a paragraph is; 0 for other paragraphs."""
        level = self.outline_level
        if level is None:
            level = self.style.outline_level
        return level + 1 if level is not None and 0 <= level < _BODY_LEVEL else 0

    def change(
        self,
        word: str,
        number: int | None,
        *,
        codecs: Mapping[int, str],
        default_codec: str,
        styles: Mapping[int, RtfStyle],
    ) -> None:
        """Do what one of STATE_WORDS says."""
        if word in _SWITCHES:
            setattr(self, _SWITCHES[word], number != 0)
        match word:
            case "uc":
                self.fallback_bytes = min(max(number or 0, 0), _MOST_FALLBACK_BYTES)
            case "ab" if not self.is_complex_script:
                self.is_strong = number != 0
            case "rtlch" | "ltrch" | "dbch":
                self.is_complex_script = word == "rtlch"
            case "f":
                self.codec = codecs.get(number or 0, default_codec)
            case "s":
                self.style = styles.get(number or 0, BODY)
            case "outlinelevel":
                self.outline_level = number
            case "plain":
                self.is_strong = self.is_hidden = self.is_deleted = False
            case "pard":
                self.is_in_table, self.outline_level, self.style = False, None, BODY
