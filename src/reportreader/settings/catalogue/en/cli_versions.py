"""Words of the commands that say which texts are one report."""

MESSAGES = {
    "versions_list_summary": "list, merge, split and reread the versions of reports",
    "versions_list_description": "Without a subcommand lists the versions of a report, oldest first: number, time of import, length, whether it is the current one.",
    "versions_list_example": "reportreader versions 3f2a",
    "versions_list_current": "current",
    "versions_merge_summary": "make two reports one",
    "versions_merge_description": "The versions of OTHER become earlier versions of REPORT; annotations, corrections, tags and files go along, and OTHER goes to the trash. The current text of REPORT stays. undo takes it back.",
    "versions_merge_example": "reportreader versions merge 3f2a 7q1c",
    "versions_merge_word_other": "report to merge into it",
    "versions_merge_done": "Report {other} was merged into report {report}.",
    "versions_split_summary": "make a version a report of its own",
    "versions_split_description": "Splits off a version (the current one unless --number is given) with the annotations made on it; the report falls back to the version before. Prints the id of the new report. undo takes it back.",
    "versions_split_example": "reportreader versions split 3f2a --number 2",
    "versions_split_option_number": "number of the version, see versions",
    "versions_reread_summary": "read the file of a report again, in another encoding or as a whole page",
    "versions_reread_description": "Reads the file of a report again: with --encoding in another text encoding, with --whole-page all of a web page, with neither as the file itself says. The text becomes a new version of the report, and annotations and the reading place are carried along; a text that is the same changes nothing.",
    "versions_reread_example": "reportreader versions reread 3f2a --encoding big5",
}
