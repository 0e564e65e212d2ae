"""The search of the whole library."""

MESSAGES = {
    "title": "全库检索",
    "placeholder": "词语、“整句”、词 AND 词、词 OR 词、NOT 词",
    "how": "边输入边检索；↓ 或 Enter 进入结果。",
    "nothing": "没有找到“{query}”。",
    "found": "{reports} 篇报告，{hits} 处",
    "count": "{count} 处",
    "order_relevance": "按相关程度",
    "order_date": "按日期",
    "order_title": "按标题",
}
