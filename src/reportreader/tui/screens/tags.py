"""The codebook: what is done with tags. See their passages, make, name, describe, move, merge, delete."""

from functools import partial

from textual import on

from reportreader.ingest.sanitising import sanitise_line
from reportreader.notes.annotation import Colour, ReportId
from reportreader.notes.tags import is_within
from reportreader.services.codebook import (
    create_tag,
    delete_tags,
    describe_tag,
    merge_tag,
    move_tags,
    rename_tag,
    uncolour_tag,
)
from reportreader.services.noting import AnnotationFilter
from reportreader.services.tag_tree import tag_details
from reportreader.tui.actions import Scope, bindings_for
from reportreader.tui.actions.tags import CODEBOOK
from reportreader.tui.dialogs.choice import Choice
from reportreader.tui.dialogs.confirm import Confirm
from reportreader.tui.dialogs.option import Option
from reportreader.tui.dialogs.tag_chooser import TagChange, TagChooser
from reportreader.tui.dialogs.tag_editor import TagEditor
from reportreader.tui.dialogs.text_prompt import TextPrompt
from reportreader.tui.screens.app_screen import reports_errors
from reportreader.tui.screens.passages import PassagesScreen
from reportreader.tui.screens.tag_exchange import TagExchangeScreen
from reportreader.tui.widgets.row_list import RowList
from reportreader.tui.widgets.tag_list import TagList

_NEED_A_TAG = frozenset(action.id for action in CODEBOOK) - {
    "create_tag",
    "import_codebook",
    "filter_tags",
    "sort_tags",
}


class TagsScreen(TagExchangeScreen):
    """The tags of the library."""

    SCOPES = (Scope.TAGS, Scope.LIST)
    BINDINGS = bindings_for(Scope.TAGS)

    # -- passages -------------------------------------------------------------------------------

    @on(RowList.RowChosen)
    @reports_errors
    def show_chosen(self, event: RowList.RowChosen) -> None:
        """A double click shows the passages."""
        event.stop()
        self.action_show_tag_passages()

    def action_show_tag_passages(self) -> None:
        """List all passages of the tag under the cursor."""
        current = self.current()
        if current is not None:
            self._show_passages(current.name, None)

    def action_show_tag_reports(self) -> None:
        """Count the passages of the tag in each report; Enter lists those of one."""
        current = self.current_name()
        details = tag_details(self.reader_app.library, current)
        options = [
            Option(sanitise_line(title), report_id, f"{count:,}")
            for report_id, title, count in details.reports
        ]
        title = self.words("tags.reports_title", tag=sanitise_line(current), count=len(options))
        dialog = Choice[ReportId](title, options)
        self.app.push_screen(dialog, partial(self._show_in_report, current))

    def _show_in_report(self, tag: str, report_id: ReportId | None) -> None:
        if report_id is not None:
            self._show_passages(tag, report_id)

    def _show_passages(self, tag: str, report_id: ReportId | None) -> None:
        self.app.push_screen(PassagesScreen(AnnotationFilter(tag=tag, report_id=report_id)))

    def action_show_tag_pairs(self) -> None:
        """Count which tags stand together."""
        from reportreader.tui.screens.tag_pairs import TagPairsScreen

        self.app.push_screen(TagPairsScreen())

    # -- one tag --------------------------------------------------------------------------------

    def action_create_tag(self) -> None:
        """Make a tag, below the one under the cursor if its name is left standing."""
        prompt = TextPrompt(
            self.words("tags.create_title"),
            placeholder=self.words("tags.name_placeholder"),
            suggestions=[f"{entry.name}/" for entry in self.entries],
        )
        self.app.push_screen(prompt, self._create)

    @reports_errors
    def _create(self, typed: str | None) -> None:
        if typed:
            name = create_tag(self.reader_app.library, typed)
            self.reload(to=name)
            self.reader_app.say("tags.created", tag=name)

    def action_rename_tag(self) -> None:
        """Call the tag under the cursor, and all below it, something else."""
        current = self.current_name()
        title = self.words("tags.rename_title", tag=sanitise_line(current))
        prompt = TextPrompt(title, current, placeholder=self.words("tags.name_placeholder"))
        self.app.push_screen(prompt, partial(self._ask_rename, current))

    @reports_errors
    def _ask_rename(self, old: str, new: str | None) -> None:
        if not new or new == old:
            return
        if not any(entry.name == new for entry in self.entries) or is_within(new, old):
            self._rename(old, new, answer=True)
            return
        question = Confirm(
            self.words("tags.merge_title"),
            self.words("tags.rename_merges", old=sanitise_line(old), new=sanitise_line(new)),
            yes=self.words("tags.merge_yes"),
        )
        self.app.push_screen(question, lambda answer: self._rename(old, new, answer=answer))

    @reports_errors
    def _rename(self, old: str, new: str, *, answer: bool | None) -> None:
        if answer:
            rename_tag(self.reader_app.library, old, new)
            self.reload(to=new)
            self.reader_app.say("tags.renamed", old=old, new=new)

    def action_describe_tag(self) -> None:
        """Write what the tag under the cursor is given to."""
        current = self.current()
        if current is not None:
            title = self.words("tags.describe_title", tag=sanitise_line(current.name))
            editor = TagEditor(title, current.description)
            self.app.push_screen(editor, partial(self._describe, current.name))

    @reports_errors
    def _describe(self, tag: str, description: str | None) -> None:
        if description is not None:
            describe_tag(self.reader_app.library, tag, description=description)
            self.reload(to=tag)
            self.reader_app.say("tags.described", tag=tag)

    def action_colour_tag_yellow(self) -> None:
        """Give the tag under the cursor yellow."""
        self._colour(Colour.YELLOW)

    def action_colour_tag_green(self) -> None:
        """Give the tag under the cursor green."""
        self._colour(Colour.GREEN)

    def action_colour_tag_blue(self) -> None:
        """Give the tag under the cursor blue."""
        self._colour(Colour.BLUE)

    def action_colour_tag_red(self) -> None:
        """Give the tag under the cursor red."""
        self._colour(Colour.RED)

    def action_colour_tag_purple(self) -> None:
        """Give the tag under the cursor purple."""
        self._colour(Colour.PURPLE)

    def action_uncolour_tag(self) -> None:
        """Take the colour from the tag under the cursor."""
        self._colour(None)

    def _colour(self, colour: Colour | None) -> None:
        tag = self.current_name()
        library = self.reader_app.library
        if colour is None:
            uncolour_tag(library, tag)
        else:
            describe_tag(library, tag, colour=colour)
        self.reload(to=tag)
        self.reader_app.say("tags.coloured", tag=tag)

    # -- several tags ---------------------------------------------------------------------------

    def action_move_tags(self) -> None:
        """Put the chosen tags below another, or on the top."""
        chosen = self.chosen_names()
        targets = [
            Option(sanitise_line(entry.name), entry.name)
            for entry in self.entries
            if not any(is_within(entry.name, one) for one in chosen)
        ]
        options = [Option(self.words("tags.top"), ""), *targets]
        title = self.words("tags.move_title", what=self._named(chosen))
        self.app.push_screen(Choice[str](title, options), partial(self._move, chosen))

    @reports_errors
    def _move(self, chosen: tuple[str, ...], parent: str | None) -> None:
        if parent is not None:
            move_tags(self.reader_app.library, chosen, parent)
            self._after_change(to=parent)
            self.reader_app.say("tags.moved", count=len(chosen))

    def action_merge_tags(self) -> None:
        """Make the chosen tags one."""
        chosen = self.chosen_names()
        known = [entry.name for entry in self.entries if entry.name not in chosen]
        if len(chosen) > 1:
            known = [*chosen, *known]
        title = self.words("tags.merge_into", what=self._named(chosen))
        self.app.push_screen(TagChooser(title, known), partial(self._merge, chosen))

    @reports_errors
    def _merge(self, chosen: tuple[str, ...], target: TagChange | None) -> None:
        if target is not None:
            (into, *_) = target.tags
            sources = [one for one in chosen if one != into]
            merge_tag(self.reader_app.library, sources, into)
            self._after_change(to=into)
            self.reader_app.say("tags.merged", count=len(sources), tag=into)

    def action_delete_tags(self) -> None:
        """Take the chosen tags from everything, and drop them."""
        chosen = self.chosen_names()
        delete_tags(self.reader_app.library, chosen)
        self._after_change()
        self.reader_app.say("tags.deleted", what=self._named(chosen))

    def _after_change(self, *, to: str = "") -> None:
        self.query_one(TagList).select(frozenset())
        self.reload(to=to)

    def _named(self, chosen: tuple[str, ...]) -> str:
        """One tag by its name, several by their number."""
        if len(chosen) == 1:
            return f"#{sanitise_line(chosen[0])}"
        return self.words("tags.several", count=len(chosen))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Most need a tag."""
        del parameters
        return bool(self.shown) or action not in _NEED_A_TAG
