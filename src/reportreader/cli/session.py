"""What a command works with: where the library is, the settings, the two writers, the language."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from reportreader.cli.diagnostics import Diagnostics
from reportreader.cli.output import Output
from reportreader.settings.messages import Messages
from reportreader.settings.paths import config_path, library_path

if TYPE_CHECKING:
    from typing import BinaryIO

    from reportreader.library.library import Library
    from reportreader.settings.values import Settings


class Session:
    """One run of one command. Files are touched only when a command asks for them.

    `source` is standard input as bytes; `library_argument` is what `--library` named.
    """

    def __init__(
        self,
        *,
        environment: Mapping[str, str],
        messages: Messages,
        output: Output,
        diagnostics: Diagnostics,
        source: "BinaryIO",
        library_argument: str = "",
    ) -> None:
        self.messages = messages
        self.output = output
        self.diagnostics = diagnostics
        self.source = source
        self.environment = environment
        self._library_argument = library_argument

    @property
    def library_path(self) -> Path:
        """The library file that was asked for."""
        return library_path(self.environment, self._library_argument or None)

    @property
    def config_path(self) -> Path:
        """The config file."""
        return config_path(self.environment)

    def settings(self) -> "Settings":
        """The settings of the config file; raises InputError if it cannot be used."""
        from reportreader.settings.loading import load_settings

        return load_settings(self.config_path)

    def open_library(self, *, read_only: bool = False) -> "Library":
        """The library, made and filled with the samples if it is new; says what it has to say.

        Raises LibraryError.
        """
        from reportreader.services.opening import corpus_folder, open_library

        library = open_library(self.library_path, read_only=read_only, samples=corpus_folder())
        if library.notice:
            self.diagnostics.note(library.notice, path=library.path)
        return library

    def text(self, message_id: str, **values: object) -> str:
        """A sentence in the reader's language."""
        return self.messages.text(message_id, **values)

    def names_file(self, reference: str) -> bool:
        """Whether `reference` names a file rather than a report of the library."""
        return os.sep in reference or Path(reference).exists()
