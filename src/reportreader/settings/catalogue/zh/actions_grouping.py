"""Names of the actions with versions, and one sentence each on what they do."""

MESSAGES = {
    "show_versions": "版本",
    "show_versions_help": "列出当前报告的各个版本及日期，可打开旧版，或拆成单独的报告。",
    "merge_reports": "合并",
    "merge_reports_help": "把选中的两篇报告合为一篇的两个版本，批注一并保留。",
    "show_told_files": "未读入的文件",
    "show_told_files_help": "列出上次添加时没有读入或没有读全的文件和原因。",
    "show_additions": "最近添加",
    "show_additions_help": "列出最近添加的文字各被当作新报告还是新版本，并可更改。",
}
