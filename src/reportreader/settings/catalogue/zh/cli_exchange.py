"""Words of the commands that take annotations in."""

MESSAGES = {
    "notes_import_summary": "从 JSON 导入批注",
    "notes_import_description": "把 export --format json 导出的批注按编号并入书库。每项内容（批语、颜色、每个标签、删除）以后改的为准，只在书库里有的不受影响。找不到原文的批注进入待核对，找不到报告的逐条说明。两台机器互相导入后内容相同（导出时加 --with-trash，删除也会带过去）。整次导入可用 undo 撤销。",
    "notes_import_example": "reportreader notes import 批注.json --dry-run",
    "notes_import_word_file": "JSON 文件",
    "notes_import_option_dry_run": "只显示会有什么变化",
    "notes_import_added": "新增",
    "notes_import_changed": "更新",
    "notes_import_report-missing": "没有这份报告",
    "notes_import_unplaced": "待核对（找不到原文）",
    "notes_import_done": "新增 {added} 条，更新 {changed} 条，未变 {unchanged} 条，未导入 {left_out} 条。",
    "notes_import_would": "未作改动。将新增 {added} 条，更新 {changed} 条，未变 {unchanged} 条，未导入 {left_out} 条。",
}
