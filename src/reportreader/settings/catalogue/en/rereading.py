"""What a reader is told about a report whose file is read again."""

MESSAGES = {
    "title": "Read again",
    "detect": "Find out the encoding",
    "whole_page": "Whole page",
    "unchanged": "Read so, the text is the same as now.",
    "done": "Read again as a new version.",
    "done_carried": "Read again; annotations carried along: {count}.",
    "done_review": "Read again; annotations carried along: {count}, of which to be reviewed (C): {unsettled}.",
}
