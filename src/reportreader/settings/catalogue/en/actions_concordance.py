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
    "show_trend": "Trend",
    "show_trend_help": "Count this word over the dates of publication, as bars.",
    "open_period": "Lines",
    "open_period_help": "List every occurrence in this year or month.",
    "switch_unit": "Year/month",
    "switch_unit_help": "Switch between years and months.",
    "show_group_trend": "Trend",
    "show_group_trend_help": "Count the terms of this group over the dates of publication, as bars.",
    "export_lines": "Export",
    "export_lines_help": "Write the lines to a Markdown or CSV file.",
}
