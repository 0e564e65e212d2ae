"""Words of the commands that compare over time and between sets of reports."""

MESSAGES = {
    "trend_summary": "count a term over the dates of publication",
    "trend_description": "A line for each period: hits, hits per 10,000 characters, a bar; reports without a year are counted apart. The exit code is 3 if there are none.",
    "trend_example": "reportreader trend 乡村振兴 脱贫攻坚 --by year",
    "trend_word_term": "words or queries",
    "trend_option_group": "count all terms of this term group; may be given several times",
    "trend_option_by": "by year or by month",
    "trend_undated": "no year",
    "keyness_summary": "compare the words of two sets of reports",
    "keyness_description": "Phrases that one set uses more than the other (log-likelihood; by chance in less than 1 of 10,000 cases): those of the left set first, then those of the right. The exit code is 3 if nothing differs so much.",
    "keyness_example": "reportreader keyness --left 日期:2021 --right 日期:2022",
    "keyness_option_left": "left set: the reports that fit this query",
    "keyness_option_right": "right set: the reports that fit this query",
    "keyness_option_top": "at most N phrases of each",
    "keyness_sets": "{left} reports on the left, {right} on the right.",
}
