"""Names of the actions that compare sets of reports, and one sentence each on what they do."""

MESSAGES = {
    "compare_reports": "Compare words",
    "compare_reports_help": "Compare two sets of reports: which phrases each uses clearly more.",
    "list_phrase": "Lines",
    "list_phrase_help": "List every occurrence of this phrase in all reports.",
    "choose_left": "Left",
    "choose_left_help": "Choose the reports on the left: a shelf, tag, issuer, year or a search.",
    "choose_right": "Right",
    "choose_right_help": "Choose the reports on the right.",
    "sort_phrases": "Sort",
    "sort_phrases_help": "Order by difference, count on the left, count on the right or phrase, in turn.",
    "export_phrases": "Export",
    "export_phrases_help": "Write the listed phrases to a CSV file.",
}
