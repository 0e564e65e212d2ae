"""What a check of the library finds."""

MESSAGES = {
    "file": "The file is damaged: {reason}.",
    "reference": "Row {row} of table {table} points to something that is not there.",
    "note": "The annotation {annotation} (“{quote}”) is not what was saved.",
    "note_unreadable": "An annotation cannot be read.",
    "text": "The text of report {report}, “{title}”, is not what was added.",
    "unplaced": "The annotation {annotation} has no recorded place in the current version.",
    "index_old": "The full-text index was built by an older program. Run reportreader check --rebuild-index.",
    "index": "The full-text index is damaged: {reason}. Run reportreader check --rebuild-index.",
}
