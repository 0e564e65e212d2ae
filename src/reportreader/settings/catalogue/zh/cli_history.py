"""Words of the command that tells the history of an annotation."""

MESSAGES = {
    "notes_history_summary": "列出一条批注的改动经过",
    "notes_history_description": "每行一次改动，最近的在前：时间、改动、是否已撤销、改动前的批语。只包括最近 1000 次改动里的。",
    "notes_history_example": "reportreader notes history 01HV…",
    "notes_history_undone": "已撤销",
}
