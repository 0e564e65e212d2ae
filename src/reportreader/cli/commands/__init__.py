"""The commands, one module each, imported when its name is given.

A module holds `ARGUMENTS` and `run(session, options)`. The table names each by the catalogue and
the beginning of its messages (`…_summary`, `…_description`, `…_example`), which ends in the name
of the module. A command with subcommands is a table of them; the empty name stands for the one
that is meant where none is given.
"""

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from reportreader.cli.command import Command

COMMANDS: dict[str, str | dict[str, str]] = {
    "add": "cli_reports.add",
    "list": "cli_reports.list",
    "show": "cli_reports.show",
    "outline": "cli_reports.outline",
    "search": "cli_search.search",
    "searches": {
        "": "cli_searches.searches_list",
        "list": "cli_searches.searches_list",
        "save": "cli_searches.searches_save",
        "delete": "cli_searches.searches_delete",
    },
    "keywords": "cli_search.keywords",
    "figures": "cli_search.figures",
    "concordance": "cli_search.concordance",
    "trend": "cli_trends.trend",
    "keyness": "cli_trends.keyness",
    "correct": {
        "": "cli_corrections.correct_list",
        "list": "cli_corrections.correct_list",
        "heading": "cli_corrections.correct_heading",
        "no-heading": "cli_corrections.correct_no_heading",
        "level": "cli_corrections.correct_level",
        "join": "cli_corrections.correct_join",
        "rename": "cli_corrections.correct_rename",
        "set": "cli_corrections.correct_set",
        "remove": "cli_corrections.correct_remove",
    },
    "notes": {
        "": "cli_notes.notes_list",
        "list": "cli_notes.notes_list",
        "add": "cli_notes.notes_add",
        "edit": "cli_notes.notes_edit",
        "delete": "cli_notes.notes_delete",
        "restore": "cli_notes.notes_restore",
        "unsaved": "cli_unsaved.notes_unsaved",
        "recover": "cli_unsaved.notes_recover",
        "review": "cli_review.notes_review",
        "place": "cli_review.notes_place",
        "keep": "cli_review.notes_keep",
        "import": "cli_exchange.notes_import",
        "history": "cli_history.notes_history",
    },
    "bookmarks": {
        "": "cli_notes.bookmarks_list",
        "list": "cli_notes.bookmarks_list",
        "add": "cli_notes.bookmarks_add",
    },
    "tags": {
        "": "cli_codebook.tags_list",
        "list": "cli_codebook.tags_list",
        "add": "cli_notes.tags_add",
        "remove": "cli_notes.tags_remove",
        "rename": "cli_codebook.tags_rename",
        "merge": "cli_codebook.tags_merge",
        "delete": "cli_codebook.tags_delete",
        "describe": "cli_codebook.tags_describe",
        "export": "cli_codebook.tags_export",
        "import": "cli_codebook.tags_import",
    },
    "terms": {
        "": "cli_search.terms_list",
        "list": "cli_search.terms_list",
        "save": "cli_search.terms_save",
        "delete": "cli_search.terms_delete",
        "export": "cli_search.terms_export",
        "import": "cli_search.terms_import",
    },
    "export": "cli_notes.export",
    "verify": "cli_notes.verify",
    "open": "cli_reports.open",
    "versions": {
        "": "cli_versions.versions_list",
        "list": "cli_versions.versions_list",
        "merge": "cli_versions.versions_merge",
        "split": "cli_versions.versions_split",
        "reread": "cli_versions.versions_reread",
    },
    "remove": "cli_reports.remove",
    "undo": "cli_reports.undo",
    "redo": "cli_reports.redo",
    "backup": "cli_library.backup",
    "restore": "cli_library.restore",
    "check": "cli_library.check",
    "config": {
        "": "cli_library.config_list",
        "list": "cli_library.config_list",
        "get": "cli_library.config_get",
        "set": "cli_library.config_set",
    },
}


def help_id(path: Sequence[str]) -> str:
    """Where the messages of a command are; `path` is its name and that of the subcommand."""
    entry = COMMANDS[path[0]]
    return entry if isinstance(entry, str) else entry[path[1] if len(path) > 1 else ""]


def load_command(path: Sequence[str]) -> "Command":
    """The module of a command."""
    module = help_id(path).partition(".")[2]
    return cast("Command", import_module(f"{__name__}.{module}"))
