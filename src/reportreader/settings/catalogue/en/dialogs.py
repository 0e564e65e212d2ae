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
    "go_on_writing": "Go on writing",
    "colour_yellow": "yellow",
    "colour_green": "green",
    "colour_blue": "blue",
    "colour_red": "red",
    "colour_purple": "purple",
}
