"""Names of the actions with versions, and one sentence each on what they do."""

MESSAGES = {
    "show_versions": "Versions",
    "show_versions_help": "List the versions of this report with their dates; open a former one, or split one off.",
    "merge_reports": "Merge",
    "merge_reports_help": "Make the two selected reports versions of one; all notes are kept.",
    "show_told_files": "Files not read",
    "show_told_files_help": "List the files of the last addition that were refused or read with a loss, with the reason.",
    "show_additions": "Added lately",
    "show_additions_help": "List the texts added lately with what each was taken for, and change it.",
}
