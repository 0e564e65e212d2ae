"""The screen of a trend."""

MESSAGES = {
    "title": "Trend of “{name}”",
    "counting": "Counting…",
    "found": "{count} hits; the columns are period, hits, hits per 10,000 characters.",
    "empty": "There are no reports to count in.",
    "undated": "no year",
    "unit_year": "by year",
    "unit_month": "by month",
}
