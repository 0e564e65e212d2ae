"""The help screen."""

MESSAGES = {
    "title": "Help: keys and actions",
    "placeholder": "Find a key, a name or a word of the help",
    "nothing_found": "Nothing found.",
    "palette_only": "in ^p",
    "keymap_hint": 'keymap.toml beside the config file changes keys, e.g. add_reports = "i".',
    "scope_reading": "Reading",
    "scope_visual": "Selecting text",
    "scope_library": "Library",
    "scope_notes": "All notes",
    "scope_search": "Search in all reports",
    "scope_trend": "Trend",
    "scope_concordance": "Concordance",
    "scope_terms": "Terms",
    "scope_review": "Notes to review",
    "scope_placing": "Placing a note by hand",
    "scope_help": "Help",
    "scope_list": "Moving in lists",
    "scope_dialog": "Dialogs",
    "scope_field": "Text fields",
    "scope_general": "Everywhere",
}
