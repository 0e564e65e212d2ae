"""Names of the actions of the concordance, and one sentence each on what they do."""

MESSAGES = {
    "show_concordance": "Concordance",
    "show_concordance_help": "List every occurrence of the selection or query in all reports, the word in the middle.",
    "open_line": "Open",
    "open_line_help": "Open the report at this place.",
    "edit_keyword": "Edit",
    "edit_keyword_help": "Go back to the field and change the word.",
    "sort_lines": "Sort",
    "sort_lines_help": "Order the lines by place, left context, right context or date, in turn.",
    "export_lines": "Export",
    "export_lines_help": "Write the lines to a Markdown or CSV file.",
}
