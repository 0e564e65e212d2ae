"""How a person wants a file read, where the file itself would be read otherwise."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """What a person said of a file.

    `encoding` names the one of its text; empty: the bytes tell. `whole_page`: of a web page all that
    it shows, not the article alone. Formats that a wish says nothing to pay it no heed.
    """

    encoding: str = ""
    whole_page: bool = False


AS_FOUND = Manner()
"""Nothing was said."""
