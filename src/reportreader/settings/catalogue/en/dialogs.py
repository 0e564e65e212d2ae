"""Dialogs."""

MESSAGES = {
    "yes": "Yes",
    "no": "No",
    "accept": "OK",
    "choose": "Choose",
    "type_to_narrow": "Type to narrow the list",
    "nothing_fits": "Nothing fits.",
    "note_placeholder": "Write your note here; Markdown is welcome.",
    "tags_placeholder": "Tags, divided by blanks; a slash makes levels: welfare/water",
    "discard_title": "Discard changes?",
    "discard_question": "What you have written has not been saved.",
    "discard": "Discard",
    "note_kept_aside": "{problem} The note is not in the library yet; its text is kept in {path}, so save it later.",
    "note_only_here": "{problem} The note is not in the library yet and no folder takes it: copy the text before you close this window.",
    "go_on_writing": "Go on writing",
    "colour_yellow": "yellow",
    "colour_green": "green",
    "colour_blue": "blue",
    "colour_red": "red",
    "colour_purple": "purple",
}
