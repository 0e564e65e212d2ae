"""Names of the actions of the concordance, and one sentence each on what they do."""

MESSAGES = {
    "show_concordance": "用例",
    "show_concordance_help": "逐行列出选中文字或检索词在全库的每处用例，词在正中。",
    "open_line": "打开",
    "open_line_help": "打开报告并跳到这一处。",
    "edit_keyword": "改词",
    "edit_keyword_help": "回到输入框，修改要列出的词。",
    "sort_lines": "排序",
    "sort_lines_help": "依次按位置、上文、下文、日期排列各行。",
    "show_trend": "趋势",
    "show_trend_help": "按发布日期统计这个词，画成条形。",
    "open_period": "列出用例",
    "open_period_help": "列出这一年或这一月的每处用例。",
    "switch_unit": "年或月",
    "switch_unit_help": "在按年与按月之间切换。",
    "show_group_trend": "趋势",
    "show_group_trend_help": "按发布日期统计这组关注词，画成条形。",
    "export_lines": "导出",
    "export_lines_help": "把列出的各行导出为 Markdown 或 CSV 文件。",
}
