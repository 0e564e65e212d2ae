"""Which texts are versions of one report: shown, split off, merged; every change can be undone."""

from collections.abc import Sequence
from functools import partial

from reportreader.ingest.sanitising import sanitise_line
from reportreader.notes.annotation import ReportId, VersionId
from reportreader.services.browsing import ReportFilter, get_report, list_reports
from reportreader.tui.screens.app_screen import reports_errors
from reportreader.tui.screens.report_adding import AddingScreen

_REPORTS_OFFERED = 100
_OPEN, _SPLIT, _MERGE = "open", "split", "merge"


class GroupingScreen(AddingScreen):
    """A list of reports whose versions can be looked at and put right."""

    # -- versions of a report -------------------------------------------------------------------

    def action_show_versions(self) -> None:
        """List the versions of the report under the cursor."""
        from reportreader.services.regrouping import ReportVersion, list_versions
        from reportreader.tui.dialogs.choice import Choice
        from reportreader.tui.screens.grouping_words import version_option

        summary = self.current_summary()
        if summary is None:
            return
        versions = list_versions(self.reader_app.library, summary.report_id)
        options = [version_option(version, self.messages) for version in reversed(versions)]
        title = self.words("grouping.versions_title", title=sanitise_line(summary.title))

        def ask(version: ReportVersion | None) -> None:
            if version is not None:
                self._ask_what(summary.report_id, version.version_id, len(versions))

        self.app.push_screen(Choice(title, options), ask)

    def action_show_additions(self) -> None:
        """List what was added lately, and what each text was taken for."""
        from reportreader.services.additions import Addition, list_additions
        from reportreader.tui.dialogs.choice import Choice
        from reportreader.tui.screens.grouping_words import addition_option

        options = [
            addition_option(one, self.messages) for one in list_additions(self.reader_app.library)
        ]

        def ask(addition: Addition | None) -> None:
            if addition is not None:
                count = addition.version_count
                self._ask_what(addition.report_id, addition.version_id, count)

        self.app.push_screen(Choice(self.words("grouping.additions_title"), options), ask)

    def _ask_what(self, report_id: ReportId, version_id: VersionId, count: int) -> None:
        """What is to be done with one version: open, split off, or merge its report."""
        from reportreader.tui.dialogs.choice import Choice, Option

        wishes = [_OPEN, *([_SPLIT] if count > 1 else []), _MERGE]
        options = [Option(self.words(f"grouping.do_{wish}"), wish) for wish in wishes]
        title = sanitise_line(get_report(self.reader_app.library, report_id).title)
        answered = partial(self._do, report_id, version_id)
        self.app.push_screen(Choice(title, options), answered)

    @reports_errors
    def _do(self, report_id: ReportId, version_id: VersionId, wish: str | None) -> None:
        if wish == _OPEN:
            self._open_version(report_id, version_id)
        elif wish == _SPLIT:
            self._ask_split(report_id, version_id)
        elif wish == _MERGE:
            self._choose_other(report_id)

    def _open_version(self, report_id: ReportId, version_id: VersionId) -> None:
        from reportreader.services.regrouping import list_versions
        from reportreader.tui.screens.former_version import FormerVersionScreen

        versions = list_versions(self.reader_app.library, report_id)
        chosen = next(one for one in versions if one.version_id == version_id)
        if chosen.is_current:
            self.reader_app.open_report(report_id)
        else:
            title = get_report(self.reader_app.library, report_id).title
            self.app.push_screen(FormerVersionScreen(title, chosen))

    # -- splitting and merging ------------------------------------------------------------------

    def _ask_split(self, report_id: ReportId, version_id: VersionId) -> None:
        from reportreader.tui.dialogs.confirm import Confirm

        question = Confirm(
            self.words("grouping.split_title"),
            self.words("grouping.split_question"),
            yes=self.words("grouping.split_yes"),
        )
        self.app.push_screen(question, partial(self._split, report_id, version_id))

    @reports_errors
    def _split(self, report_id: ReportId, version_id: VersionId, answer: bool | None) -> None:  # noqa: FBT001 - Textual's
        from reportreader.services.regrouping import split_version

        if answer:
            new = split_version(self.reader_app.library, report_id, version_id)
            self.unselect()
            self.reader_app.say("grouping.split", id=new)

    def action_merge_reports(self) -> None:
        """Make two reports versions of one: the two selected, or this one and another."""
        chosen = self.chosen_ids()
        if len(chosen) == 1:
            self._choose_other(chosen[0])
        elif len(chosen) == 2:
            self._choose_kept(chosen)
        else:
            self.reader_app.say("grouping.select_two")

    def _choose_other(self, report_id: ReportId) -> None:
        from reportreader.tui.dialogs.choice import Choice, Option

        def find(typed: str) -> Sequence[Option[ReportId]]:
            found = list_reports(
                self.reader_app.library, ReportFilter(text=typed), limit=_REPORTS_OFFERED
            )
            return [
                Option(sanitise_line(one.title), one.report_id, sanitise_line(one.date[:10]))
                for one in found
                if one.report_id != report_id
            ]

        def merge_with(other: ReportId | None) -> None:
            if other is not None:
                self._choose_kept((report_id, other))

        title = sanitise_line(get_report(self.reader_app.library, report_id).title)
        dialog = Choice[ReportId](self.words("grouping.other_title", title=title), [], more=find)
        self.app.push_screen(dialog, merge_with)

    @reports_errors
    def _choose_kept(self, reports: Sequence[ReportId]) -> None:
        from reportreader.tui.dialogs.choice import Choice, Option

        summaries = [get_report(self.reader_app.library, one) for one in reports]
        latest_first = sorted(summaries, key=lambda one: one.added, reverse=True)
        options = [
            Option(
                sanitise_line(one.title),
                one.report_id,
                self.words("grouping.added_on", date=one.added[:10], length=f"{one.length:,}"),
            )
            for one in latest_first
        ]
        dialog = Choice[ReportId](self.words("grouping.kept_title"), options)
        self.app.push_screen(dialog, partial(self._ask_merge, reports))

    def _ask_merge(self, reports: Sequence[ReportId], kept: ReportId | None) -> None:
        from reportreader.tui.dialogs.confirm import Confirm

        if kept is None:
            return
        (other,) = (one for one in reports if one != kept)
        title = sanitise_line(get_report(self.reader_app.library, kept).title)
        question = Confirm(
            self.words("grouping.merge_title"),
            self.words("grouping.merge_question", title=title),
            yes=self.words("grouping.merge_yes"),
        )
        self.app.push_screen(question, partial(self._merge, kept, other))

    @reports_errors
    def _merge(self, kept: ReportId, other: ReportId, answer: bool | None) -> None:  # noqa: FBT001 - Textual's
        from reportreader.services.regrouping import merge_reports

        if answer:
            merge_reports(self.reader_app.library, kept, other)
            self.unselect()
            self.reader_app.say("grouping.merged")
