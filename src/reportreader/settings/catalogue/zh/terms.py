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
    "tag_placeholder": "只用于带此标签的报告；留空则用于全部",
    "deleted": "已删除“{name}”；U 撤销。",
}
