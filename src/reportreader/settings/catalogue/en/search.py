"""The search of the whole library."""

MESSAGES = {
    "title": "Search all reports",
    "placeholder": "Words, “a phrase”, word AND word, word OR word, NOT word",
    "how": "Results come as you type; ↓ or Enter goes to them.",
    "nothing": "“{query}” was not found.",
    "found": "{reports} reports, {hits} hits",
    "count": "{count} hits",
    "filter_title": "Which reports to search",
    "recall_title": "Earlier searches",
    "is_saved": "saved",
    "saved": "Search “{query}” saved.",
    "forgotten": "Search “{query}” is no longer saved; U undoes it.",
    "order_relevance": "by relevance",
    "order_date": "by date",
    "order_title": "by title",
}
