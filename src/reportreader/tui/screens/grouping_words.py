"""What is said of versions and additions, as options to choose from."""

from reportreader.ingest.sanitising import sanitise_line
from reportreader.services.additions import Addition
from reportreader.services.regrouping import ReportVersion
from reportreader.settings.messages import Messages
from reportreader.tui.dialogs.option import Option
from reportreader.tui.screens.note_words import local_time


def version_option(version: ReportVersion, messages: Messages) -> Option[ReportVersion]:
    """A version with the time it was added and its length."""
    name = "grouping.version_current" if version.is_current else "grouping.version_former"
    time = local_time(version.imported)
    label = messages.text(name, number=version.number, time=time)
    return Option(label, version, messages.text("grouping.length", length=f"{version.length:,}"))


def addition_option(addition: Addition, messages: Messages) -> Option[Addition]:
    """An added text with what it was taken for."""
    name = "grouping.added_new" if addition.is_new_report else "grouping.added_version"
    label = messages.text(name, number=addition.number, title=sanitise_line(addition.title))
    return Option(label, addition, local_time(addition.imported))
