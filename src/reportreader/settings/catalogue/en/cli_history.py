"""Words of the command that tells the history of an annotation."""

MESSAGES = {
    "notes_history_summary": "list what happened to an annotation",
    "notes_history_description": "One change a line, the newest first: time, change, whether it was undone, the note as it was before. Changes older than the last 1,000 of the library are not known.",
    "notes_history_example": "reportreader notes history 01HV…",
    "notes_history_undone": "undone",
}
