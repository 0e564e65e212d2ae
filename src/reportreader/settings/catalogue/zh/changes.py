"""What can be undone and done again, as a phrase."""

MESSAGES = {
    "highlight_added": "标记“{quote}”",
    "bookmark_added": "添加书签“{name}”",
    "mark_set": "设置标记 {name}",
    "report_note_added": "为报告添加批注",
    "annotation_edited": "修改批注“{quote}”",
    "annotation_moved": "重新确定批注“{quote}”的位置",
    "annotation_deleted": "删除批注“{quote}”",
    "annotation_deleted_several": "删除 {count} 条批注",
    "annotation_restored": "恢复批注“{quote}”",
    "annotation_restored_several": "恢复 {count} 条批注",
    "tag_added": "为 {count} 条批注加上标签“{tag}”",
    "tag_removed": "从 {count} 条批注去掉标签“{tag}”",
    "report_removed": "把《{title}》移到回收站",
    "report_removed_several": "把 {count} 篇报告移到回收站",
    "report_restored": "从回收站恢复《{title}》",
    "report_restored_several": "从回收站恢复 {count} 篇报告",
    "report_tagged": "修改 {count} 篇报告的标签",
    "term_group_saved": "保存词组“{name}”",
    "term_group_deleted": "删除词组“{name}”",
}
