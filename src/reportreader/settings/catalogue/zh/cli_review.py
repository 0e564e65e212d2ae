"""Words of the commands that settle where annotations stand after a report has changed."""

MESSAGES = {
    "notes_review_summary": "列出位置待核对的批注",
    "notes_review_description": "列出在报告现有文字里有改动、位置不确定或找不到原文的批注，每条之下是候选位置：起止、把握、文字。用 notes place 或 notes keep 逐条决定；不作决定就一直留在这里。",
    "notes_review_example": "reportreader notes review --json",
    "notes_review_none": "没有待核对的批注。",
    "notes_place_summary": "指定批注现在的位置",
    "notes_place_description": "把批注放到现有文字的 START..END。所作决定会记为由你指定，可用 undo 撤销。",
    "notes_place_example": "reportreader notes place 01HV… 120..134",
    "notes_place_word_range": "起点（字数，从 0 起）和终点（不含）",
    "notes_place_done": "批注 {note} 的位置已定为 {start}..{end}。",
    "notes_keep_summary": "保留没有位置的批注",
    "notes_keep_description": "说明批注在现有文字里没有位置。引文和批语都保留，报告再次改动之前不再待核对；可用 undo 撤销。",
    "notes_keep_example": "reportreader notes keep 01HV…",
    "notes_keep_done": "已保留 {count} 条没有位置的批注。",
}
