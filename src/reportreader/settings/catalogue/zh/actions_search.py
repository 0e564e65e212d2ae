"""Names of the actions that narrow and repeat searches, and one sentence each on what they do."""

MESSAGES = {
    "filter_hits": "范围",
    "filter_hits_help": "只检索某个书架、标签、发布单位或年份的报告，如未读的、有批注的。",
    "switch_whole_words": "整词",
    "switch_whole_words_help": "只找完整的词，“党建”不再算作“劳动党建设”里的一段；再按恢复。",
    "recall_search": "以前的检索",
    "recall_search_help": "从保存的检索和最近的检索里选一个再查。",
    "save_search": "保存检索",
    "save_search_help": "保存当前的检索；已保存的则不再保存，可以撤销。",
}
