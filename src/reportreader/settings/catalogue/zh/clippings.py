"""What is said of clippings that have no one place in their report."""

MESSAGES = {
    "kept_several": "（{source} 摘录，{where}：原文在本报告里有多处，未能定位。）",
    "kept_nowhere": "（{source} 摘录，{where}：在本报告里没有找到原文。）",
}
