"""Words of the commands that take annotations in."""

MESSAGES = {
    "notes_import_summary": "import annotations and clippings",
    "notes_import_description": "Knows the file by what it holds: JSON of this program, a REFI-QDA project (qdpx), clippings of Kindle (My Clippings.txt), KOReader (metadata.lua; exported JSON, Markdown, HTML) and Readest (JSON, Markdown). Annotations of this program are joined by id: of each field (note, colour, every tag, deletion) the last change stands, nothing that only the library has is touched, and two libraries that import each other end equal (export with --with-trash, so that deletions go along). Clippings are placed by their words; what stands in several places or nowhere is kept as a note of its report, what has no report is told, and importing again adds nothing twice. undo takes the whole import back.",
    "notes_import_example": "reportreader notes import notes.json --dry-run",
    "notes_import_word_file": "JSON, qdpx, My Clippings.txt, metadata.lua, Markdown or HTML file",
    "notes_import_option_dry_run": "only show what would change",
    "notes_import_added": "new",
    "notes_import_changed": "changed",
    "notes_import_report-missing": "no such report",
    "notes_import_unplaced": "to be reviewed (passage not found)",
    "notes_import_several-places": "in several places, kept as a note of the report",
    "notes_import_not-found": "not found, kept as a note of the report",
    "notes_import_project": "The project has {codes} codes; {added} texts were added, {missing} have no text in the file; {passed_over} selections in pictures, sound and the like were passed over.",
    "notes_import_done": "{added} new, {changed} changed, {unchanged} unchanged, {kept} to be reviewed or kept as notes of reports, {left_out} left out.",
    "notes_import_would": "Nothing was changed. Would be: {added} new, {changed} changed, {unchanged} unchanged, {kept} to be reviewed or kept as notes of reports, {left_out} left out.",
}
