"""The command palette: every action that applies, and every report, by name."""

from collections.abc import Sequence

from reportreader.ingest.sanitising import sanitise_line
from reportreader.notes.annotation import ReportId
from reportreader.services.browsing import ReportFilter, ReportOrder, list_reports
from reportreader.tui.actions import Action
from reportreader.tui.actions.key_names import keys_text
from reportreader.tui.dialogs.choice import Choice
from reportreader.tui.dialogs.option import Option
from reportreader.tui.screens.app_screen import AppScreen

Target = Action | ReportId
_REPORTS_OFFERED = 30


def show_palette(screen: AppScreen) -> None:
    """Let the reader choose, and do what was chosen on this screen."""

    def find_reports(typed: str) -> Sequence[Option[Target]]:
        found = list_reports(
            screen.reader_app.library,
            ReportFilter(text=typed),
            ReportOrder.OPENED,
            limit=_REPORTS_OFFERED,
        )
        return [
            Option(
                screen.words("general.command_report", title=sanitise_line(summary.title)),
                summary.report_id,
                sanitise_line(summary.date[:10]),
            )
            for summary in found
        ]

    def run(target: Target | None) -> None:
        if isinstance(target, Action):
            screen.call_later(screen.run_action, target.call)
        elif target is not None:
            screen.reader_app.open_report(target)

    dialog = Choice[Target](
        screen.words("general.command_title"),
        command_options(screen),
        placeholder=screen.words("general.command_placeholder"),
        more=find_reports,
    )
    screen.app.push_screen(dialog, run)


def command_options(screen: AppScreen) -> list[Option[Target]]:
    """The actions that apply on a screen, found by name, key and help."""
    return [
        Option(
            screen.words(action.label),
            action,
            keys_text(action.keys),
            f"{action.id} {screen.words(action.help)}",
        )
        for action in screen.offered_actions()
        if action.palette
    ]
