"""Sentences about outlines, in Chinese: why a passage was taken for a heading."""

MESSAGES = {
    "reason_numbered_siblings": "带有编号，与同级编号前后相接，下面跟着正文。",
    "reason_numbered_run_in": "编号之后先用一个短句点题，再展开说明，同级各条都是如此。",
    "reason_numbered_inline": "连排的文字中，编号与短语依次出现，短语之后是说明。",
    "reason_numbered_alone": "只有这一个编号，但它的写法和位置都像标题。",
    "reason_short_line_siblings": "独占一行的短语，下面跟着正文，文中还有同样的短行。",
    "reason_short_line_alone": "独占一行的短语，下面跟着正文；文本在后面中断，看不到其他标题。",
    "reason_apparatus": "“前言”“结语”“参考文献”一类的词独占一行。",
    "reason_annex_title": "正文签发之后的附件标题，或标题中提到的文件名称。",
    "reason_lead_dash": "段落开头的短语用破折号隔开，相邻各段也是这样。",
    "reason_lead_colon": "段落开头的短语用冒号隔开，相邻各段也是这样。",
    "reason_lead_bracketed": "段落开头用【】标出条目名称。",
    "reason_lead_parted": "段首短语与下文以竖线或空格隔开，前后几段都是如此。",
    "reason_lead_slogan": "段落以点题短句开头，相邻各段的短句结构相同。",
    "reason_inline_blank": "连排的文字中，短语与前后文以空格隔开，全文不止一处。",
    "reason_inline_slogan": "连排的文字中的短句，与另外几处领起下文的短句句式相同。",
    "reason_article_headline": "版面上一篇文章的标题，下面是署名或图片说明。",
    "reason_column": "版面上的栏目名称。",
    "reason_markup": "文件本身用标题格式标出。",
    "reason_reader": "读者自己定的标题。",
    "reason_unknown": "没有记下理由。",
}
