"""Names of the actions that compare sets of reports, and one sentence each on what they do."""

MESSAGES = {
    "compare_reports": "比较用词",
    "compare_reports_help": "比较两组报告的用词：各自明显多用哪些说法。",
    "list_phrase": "列出用例",
    "list_phrase_help": "逐行列出这个说法在全库的每处用例。",
    "choose_left": "左组",
    "choose_left_help": "选择左边比较哪些报告：书架、标签、发布单位、年份或一个检索。",
    "choose_right": "右组",
    "choose_right_help": "选择右边比较哪些报告。",
    "sort_phrases": "排序",
    "sort_phrases_help": "依次按差异、左组次数、右组次数、说法排列。",
    "export_phrases": "导出",
    "export_phrases_help": "把列出的说法导出为 CSV 文件。",
}
