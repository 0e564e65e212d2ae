"""What a search has to say."""

MESSAGES = {
    "relaxed_to_all": "没有找到整句，已改为查找包含全部词语的报告。",
    "relaxed_to_any": "没有找到整句，已改为查找包含任一词语的报告。",
}
