"""Completions for text fields: paths of the file system, and lines of a list."""

import asyncio
import os
from collections.abc import Sequence
from pathlib import Path

from textual.suggester import Suggester


def complete_path(typed: str) -> str | None:
    """The first path that begins as `typed` does, folders with a slash at the end; None if none."""
    folder_text, slash, start = typed.rpartition("/")
    folder = Path(folder_text + slash if slash else ".").expanduser()
    try:
        with os.scandir(folder) as entries:
            fitting = sorted(
                (entry.name, entry.is_dir())
                for entry in entries
                if entry.name.startswith(start) and (start or not entry.name.startswith("."))
            )
    except OSError:
        return None
    if not fitting or not (start or slash):
        return None
    name, is_folder = fitting[0]
    return f"{folder_text}{slash}{name}{'/' if is_folder else ''}"


class PathSuggester(Suggester):
    """Completes paths; the file system is read in a thread and always afresh."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """The completed path."""
        return await asyncio.to_thread(complete_path, value)


class WordSuggester(Suggester):
    """Completes a whole line from a list."""

    def __init__(self, known: Sequence[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._known = known

    async def get_suggestion(self, value: str) -> str | None:
        """The first line of the list that begins like this."""
        return next((line for line in self._known if value and line.startswith(value)), None)
