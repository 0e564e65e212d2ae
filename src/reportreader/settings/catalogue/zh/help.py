"""The help screen."""

MESSAGES = {
    "title": "帮助：按键与操作",
    "placeholder": "查找按键、名称或说明",
    "nothing_found": "没有找到。",
    "palette_only": "^p 中",
    "keymap_hint": '配置文件旁的 keymap.toml 可以更改按键，例如 add_reports = "i"。',
    "scope_reading": "阅读",
    "scope_visual": "选择文字",
    "scope_library": "书库",
    "scope_notes": "全部批注",
    "scope_search": "全库检索",
    "scope_trend": "趋势",
    "scope_concordance": "用例",
    "scope_terms": "关注词",
    "scope_review": "待核对的批注",
    "scope_placing": "手工给批注定位",
    "scope_help": "帮助",
    "scope_list": "列表中移动",
    "scope_dialog": "对话框",
    "scope_field": "输入框",
    "scope_general": "随处可用",
}
