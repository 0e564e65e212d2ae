"""Words of the commands that settle where annotations stand after a report has changed."""

MESSAGES = {
    "notes_review_summary": "list annotations whose place waits for a decision",
    "notes_review_description": "Lists the annotations whose passage was changed, is uncertain or was not found in the current text of the report, and below each the candidates: place, confidence, passage. Settle each with notes place or notes keep; nothing leaves the list by itself.",
    "notes_review_example": "reportreader notes review --json",
    "notes_review_none": "No annotation waits for a decision.",
    "notes_place_summary": "say where an annotation stands now",
    "notes_place_description": "Places an annotation at START..END of the current text. Your decision is kept as such; undo takes it back.",
    "notes_place_example": "reportreader notes place 01HV… 120..134",
    "notes_place_word_range": "first character, counted from 0, and the one behind the last",
    "notes_place_done": "Annotation {note} now stands at {start}..{end}.",
    "notes_keep_summary": "keep annotations without a place",
    "notes_keep_description": "Says that annotations have no place in the current text. They keep their quote and note and leave the review list until the report changes again; undo takes it back.",
    "notes_keep_example": "reportreader notes keep 01HV…",
    "notes_keep_done": "{count} annotations kept without a place.",
}
