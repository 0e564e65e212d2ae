"""What a check of the library finds."""

MESSAGES = {
    "file": "文件结构有损坏：{reason}。",
    "reference": "表 {table} 的第 {row} 行指向不存在的内容。",
    "note": "批注 {annotation}（“{quote}”）与保存时不一致。",
    "note_unreadable": "有一条批注读不出来。",
    "text": "报告 {report}《{title}》的正文与收入时不一致。",
    "unplaced": "批注 {annotation} 在当前版本中没有位置记录。",
    "index_old": "全文索引由旧版程序建立。请运行 reportreader check --rebuild-index。",
    "index": "全文索引有损坏：{reason}。请运行 reportreader check --rebuild-index。",
}
