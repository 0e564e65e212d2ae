"""Patterns that are compiled when they are first used, so that importing the room costs nothing."""

import re
from collections.abc import Callable, Iterator
from typing import Any


class Pattern:
    """A regular expression over the folded view; its methods are those of `re.Pattern`.

    They do not exist until one of them is asked for: then the source is compiled, and they become
    those of the compiled pattern, without any further cost.
    """

    __slots__ = ("_flags", "_source", "finditer", "match", "search")

    match: Callable[..., re.Match[str] | None]
    search: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]

    def __init__(self, source: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in ("match", "search", "finditer"):
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        self.match = compiled.match
        self.search = compiled.search
        self.finditer = compiled.finditer
        return getattr(self, name)
