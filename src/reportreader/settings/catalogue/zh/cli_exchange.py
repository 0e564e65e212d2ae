"""Words of the commands that take annotations in."""

MESSAGES = {
    "notes_import_summary": "导入批注和摘录",
    "notes_import_description": "按内容认出文件：本程序导出的 JSON、REFI-QDA 项目（qdpx），以及 Kindle（My Clippings.txt）、KOReader（metadata.lua，导出的 JSON、Markdown、HTML）和 Readest（JSON、Markdown）的摘录。本程序的批注按编号并入：每项内容（批语、颜色、每个标签、删除）以最后一次改动为准，只在书库里有的不受影响，两台机器互相导入后内容相同（导出时加 --with-trash，删除也会带过去）。摘录按原文在书库的报告里定位；有多处或找不到的存为报告批注，没有报告的逐条说明，再次导入不会有重复。整次导入可用 undo 撤销。",
    "notes_import_example": "reportreader notes import 批注.json --dry-run",
    "notes_import_word_file": "JSON、qdpx、My Clippings.txt、metadata.lua、Markdown 或 HTML 文件",
    "notes_import_option_dry_run": "只显示会有什么变化",
    "notes_import_added": "新增",
    "notes_import_changed": "更新",
    "notes_import_report-missing": "没有这份报告",
    "notes_import_unplaced": "待核对（找不到原文）",
    "notes_import_several-places": "多处，存为报告批注",
    "notes_import_not-found": "找不到，存为报告批注",
    "notes_import_project": "项目里有标签 {codes} 个；新收入全文 {added} 份，缺全文 {missing} 份；图片、音视频等处的选段 {passed_over} 条未导入。",
    "notes_import_done": "新增 {added} 条，更新 {changed} 条，未变 {unchanged} 条，待核对或存为报告批注 {kept} 条，未导入 {left_out} 条。",
    "notes_import_would": "未作改动。将新增 {added} 条，更新 {changed} 条，未变 {unchanged} 条，待核对或存为报告批注 {kept} 条，未导入 {left_out} 条。",
}
