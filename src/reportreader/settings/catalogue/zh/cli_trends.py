"""Words of the commands that compare over time and between sets of reports."""

MESSAGES = {
    "trend_summary": "统计一个词在各个时期出现的次数",
    "trend_description": "按发布日期统计每期出现的次数和每万字次数，并画成条形；没有年份的报告单独计。没有结果时退出码为 3。",
    "trend_example": "reportreader trend 乡村振兴 脱贫攻坚 --by year",
    "trend_word_term": "词或检索式，可以有多个",
    "trend_option_group": "统计这个关注词组的全部词，可多次给出",
    "trend_option_by": "按年或按月",
    "trend_undated": "无年份",
    "keyness_summary": "比较两组报告的用词",
    "keyness_description": "列出一组明显多于另一组的词语（对数似然值，差异出于偶然的可能低于万分之一）：左组的在前，右组的在后。没有明显差异时退出码为 3。",
    "keyness_example": "reportreader keyness --left 日期:2021 --right 日期:2022",
    "keyness_option_left": "左组：符合这个检索式的报告",
    "keyness_option_right": "右组：符合这个检索式的报告",
    "keyness_option_top": "每组最多 N 个",
    "keyness_sets": "左组 {left} 份报告，右组 {right} 份报告。",
}
