"""The screen of the reader's own terms."""

MESSAGES = {
    "title": "关注词",
    "what_for": "打开的关注词会在阅读时用各自的颜色标出。",
    "empty": "还没有关注词。按 a 新增一组。",
    "on": "开",
    "off": "关",
    "add_title": "新增关注词",
    "edit_title": "编辑关注词",
    "name_placeholder": "名称，如 基层治理",
    "how_to_write": "每行一个词；别名写在等号后，如“网格员 = 网格长”；* 和 ? 代表任意文字。",
    "tag_placeholder": "用于哪些报告：留空为全部，或 #标签、报告编号",
    "deleted": "已删除“{name}”；U 撤销。",
    "import_title": "读入关注词",
    "import_placeholder": "文件路径：.toml，或每行一个词的文本；Tab 补全",
    "imported": "已读入 {groups} 组，{terms} 个词；同名的组已替换。",
    "export_title": "导出全部关注词",
    "export_placeholder": "文件路径；以 .toml 结尾最完整，.txt 为每行一个词",
    "exported": "已把 {count} 组关注词导出到 {path}。",
    "only_report": "只用于报告 {report}",
}
