"""Words of the commands about saved searches."""

MESSAGES = {
    "searches_list_summary": "查看和更改保存的检索",
    "searches_list_description": "每行一个检索式，最近保存的在前。不写子命令时列出保存的检索。",
    "searches_list_example": "reportreader searches",
    "searches_list_option_history": "列出最近查过的检索式",
    "searches_save_summary": "保存检索",
    "searches_save_description": "保存一个检索式，可用 undo 撤销。",
    "searches_save_example": 'reportreader searches save "党史学习教育 日期:2021"',
    "searches_save_done": "已保存检索“{query}”。",
    "searches_delete_summary": "删除保存的检索",
    "searches_delete_description": "不再保存一个检索式，可用 undo 撤销。没有保存过时退出码为 3。",
    "searches_delete_example": 'reportreader searches delete "党史学习教育 日期:2021"',
    "searches_delete_done": "不再保存检索“{query}”。",
    "searches_delete_none": "没有保存过检索“{query}”。",
}
