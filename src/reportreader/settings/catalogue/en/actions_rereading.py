"""Names of the actions that read the file of a report again, and one sentence each."""

MESSAGES = {
    "read_again": "Read again",
    "read_again_help": "Read the file of this report again, in another text encoding or as a whole page; annotations are carried along.",
    "whole_page": "Whole page",
    "whole_page_help": "Show all of the web page; again shows the article alone.",
}
