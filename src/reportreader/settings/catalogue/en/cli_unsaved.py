"""Commands for notes that were not saved."""

MESSAGES = {
    "notes_unsaved_summary": "list notes that did not reach the library",
    "notes_unsaved_description": "What is being written in a note is kept aside all the while. Where the program was cut off or the library could not be written, the notes kept aside are listed here: id, report and place, passage, note. Put them into the library with notes recover.",
    "notes_unsaved_example": "reportreader notes unsaved",
    "notes_unsaved_none": "No note is kept aside; all are in the library.",
    "notes_word_unsaved": "ids of unsaved notes, or how they end; all if none is given",
    "notes_recover_summary": "put notes that were kept aside into the library",
    "notes_recover_description": "Puts notes that could not be saved into the library and prints the ids of the annotations. An annotation that was changed elsewhere meanwhile is not overwritten: what was kept aside becomes one of its own.",
    "notes_recover_example": "reportreader notes recover",
    "notes_recover_done": "{count} notes put into the library.",
}
