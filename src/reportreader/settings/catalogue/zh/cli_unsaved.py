"""Commands for notes that were not saved."""

MESSAGES = {
    "notes_unsaved_summary": "列出没有存入书库的批注",
    "notes_unsaved_description": "编辑批注时文字会随时暂存。程序中断或书库写不进去时，暂存的批注列在这里：编号、报告与位置、原文、批注。用 notes recover 存入书库。",
    "notes_unsaved_example": "reportreader notes unsaved",
    "notes_unsaved_none": "没有暂存的批注，都已存入书库。",
    "notes_word_unsaved": "暂存批注的编号或编号结尾；不写则是全部",
    "notes_recover_summary": "把暂存的批注存入书库",
    "notes_recover_description": "把没有存成的批注存入书库，输出批注编号。原批注如果已在别处改动，不会被覆盖，暂存的文字另成一条批注。",
    "notes_recover_example": "reportreader notes recover",
    "notes_recover_done": "{count} 条批注已存入书库。",
}
