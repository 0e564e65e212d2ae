"""`tags remove`: take a tag from annotations or reports."""

from reportreader.cli.arguments import Options
from reportreader.cli.session import Session
from reportreader.cli.tag_change import ARGUMENTS, change_tag
from reportreader.errors import ExitCode

__all__ = ["ARGUMENTS", "run"]


def run(session: Session, options: Options) -> ExitCode:
    """Take the tag away."""
    return change_tag(session, options, remove=True)
