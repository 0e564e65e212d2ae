"""Words of the commands that say which texts are one report."""

MESSAGES = {
    "versions_list_summary": "列出、合并、拆分、重新读取报告的版本",
    "versions_list_description": "不写子命令时列出一份报告的各个版本，从旧到新：序号、收入时间、字数、是不是当前版本。",
    "versions_list_example": "reportreader versions 3f2a",
    "versions_list_current": "当前",
    "versions_merge_summary": "把两份报告并为一份",
    "versions_merge_description": "OTHER 的各个版本成为 REPORT 的旧版本，批注、更正、标签和文件一并转入，OTHER 移到回收站。REPORT 现有的文字不变。可用 undo 撤销。",
    "versions_merge_example": "reportreader versions merge 3f2a 7q1c",
    "versions_merge_word_other": "要并入的报告",
    "versions_merge_done": "编号 {other} 的报告已并入编号 {report} 的报告。",
    "versions_split_summary": "把一个版本拆成单独的报告",
    "versions_split_description": "把一个版本（默认是当前版本）连同在其上所作的批注拆成单独的报告，原报告退回前一个版本。输出新报告的编号。可用 undo 撤销。",
    "versions_split_example": "reportreader versions split 3f2a --number 2",
    "versions_split_option_number": "版本序号，见 versions",
    "versions_reread_summary": "按别的编码或整页重新读取报告的文件",
    "versions_reread_description": "重新读取一份报告的文件：--encoding 换一种文字编码，--whole-page 收入整个网页，都不写则按自动辨认的读。读出的文字成为这份报告的新版本，批注和阅读位置随之移过去；文字没有变化时什么也不改。",
    "versions_reread_example": "reportreader versions reread 3f2a --encoding big5",
}
