"""The screen of a trend."""

MESSAGES = {
    "title": "“{name}”的趋势",
    "counting": "正在统计……",
    "found": "共 {count} 次；各列为时间、次数、每万字次数。",
    "empty": "没有可统计的报告。",
    "undated": "无年份",
    "unit_year": "按年",
    "unit_month": "按月",
}
