"""Words of the commands that take annotations in."""

MESSAGES = {
    "notes_import_summary": "import annotations from JSON",
    "notes_import_description": "Joins the annotations of a file made by export --format json with those of the library, by id. Of each field (note, colour, every tag, deletion) the last change stands, and nothing that only the library has is touched. What has no certain place waits for review; what has no report is told. Two libraries that import each other end equal (export with --with-trash, so that deletions go along). undo takes the whole import back.",
    "notes_import_example": "reportreader notes import notes.json --dry-run",
    "notes_import_word_file": "JSON file",
    "notes_import_option_dry_run": "only show what would change",
    "notes_import_added": "new",
    "notes_import_changed": "changed",
    "notes_import_report-missing": "no such report",
    "notes_import_unplaced": "to be reviewed (passage not found)",
    "notes_import_done": "{added} new, {changed} changed, {unchanged} unchanged, {left_out} left out.",
    "notes_import_would": "Nothing was changed. Would be: {added} new, {changed} changed, {unchanged} unchanged, {left_out} left out.",
}
