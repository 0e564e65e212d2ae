"""The review queue: annotations whose place waits for a decision."""

MESSAGES = {
    "title": "待核对批注 {count} 条",
    "empty": "没有待核对的批注：每条都有确定的位置。",
    "looking": "正在查找原文……",
    "old": "原来的文字",
    "candidate": "候选 {number}/{count}，把握 {percent}%",
    "no_candidate": "新文字里没有相近的内容",
    "what_to_do": "按 p 在报告里手工选定位置；按 - 保留批注但不定位。不作决定，它就一直留在这里。",
    "what_for": "删除线：删去的字；下划线：新增的字。",
    "placing": "按 v 选中文字，再按 Enter 把批注放在这里；q 返回",
    "placed": "位置已定；U 撤销。",
    "kept": "已保留，不定位；U 撤销。",
    "left_by_import": "有 {count} 条批注待核对（C）。",
}
