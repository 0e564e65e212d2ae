"""What the module of a command offers."""

from typing import Protocol

from reportreader.cli.arguments import Argument, Options
from reportreader.cli.session import Session
from reportreader.errors import ExitCode


class Command(Protocol):
    """A module of `cli.commands`."""

    ARGUMENTS: tuple[Argument, ...]

    def run(self, session: Session, options: Options) -> ExitCode:
        """Do what the command is for; raises ReportReaderError where it cannot."""
        ...
