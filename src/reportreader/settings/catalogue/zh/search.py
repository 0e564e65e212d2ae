"""The search of the whole library."""

MESSAGES = {
    "title": "全库检索",
    "placeholder": "词语、“整句”、词 AND 词、词 OR 词、NOT 词",
    "how": "边输入边检索；↓ 或 Enter 进入结果。",
    "nothing": "没有找到“{query}”。",
    "found": "{reports} 篇报告，{hits} 处",
    "count": "{count} 处",
    "filter_title": "检索哪些报告",
    "recall_title": "以前的检索",
    "is_saved": "已保存",
    "saved": "已保存检索“{query}”。",
    "forgotten": "不再保存检索“{query}”；U 撤销。",
    "order_relevance": "按相关程度",
    "order_date": "按日期",
    "order_title": "按标题",
}
