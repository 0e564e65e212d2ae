"""Names of the actions that narrow and repeat searches, and one sentence each on what they do."""

MESSAGES = {
    "filter_hits": "Filter",
    "filter_hits_help": "Search only the reports of a shelf, tag, issuer or year, such as the unread or those with notes.",
    "switch_whole_words": "Whole words",
    "switch_whole_words_help": "Find whole words only, not parts of longer ones; once more to undo.",
    "recall_search": "Earlier",
    "recall_search_help": "Choose one of the saved and the latest searches and do it again.",
    "save_search": "Save",
    "save_search_help": "Save this search; one that is saved is forgotten, which can be undone.",
}
