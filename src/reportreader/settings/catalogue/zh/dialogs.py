"""Dialogs."""

MESSAGES = {
    "yes": "是",
    "no": "否",
    "accept": "确定",
    "choose": "选定",
    "type_to_narrow": "输入文字缩小范围",
    "nothing_fits": "没有符合的项。",
    "note_placeholder": "在这里写批注，可用 Markdown。",
    "tags_placeholder": "标签，用空格隔开，斜线分级，如 民生/饮水",
    "discard_title": "放弃修改？",
    "discard_question": "刚才写的内容还没有保存。",
    "discard": "放弃",
    "note_kept_aside": "{problem}这条批注还没有存入书库，文字已另存到 {path}，可以稍后再存。",
    "note_only_here": "{problem}这条批注还没有存入书库，也无处另存，请不要关闭窗口，先复制文字。",
    "go_on_writing": "继续写",
    "colour_yellow": "黄",
    "colour_green": "绿",
    "colour_blue": "蓝",
    "colour_red": "红",
    "colour_purple": "紫",
}
