"""What can be undone and done again, as a phrase."""

MESSAGES = {
    "highlight_added": "highlight “{quote}”",
    "bookmark_added": "add bookmark “{name}”",
    "mark_set": "set mark {name}",
    "report_note_added": "add a note on the report",
    "annotation_edited": "edit the annotation “{quote}”",
    "annotation_moved": "place the annotation “{quote}” anew",
    "annotation_deleted": "delete the annotation “{quote}”",
    "annotation_deleted_several": "delete {count} annotations",
    "annotation_restored": "restore the annotation “{quote}”",
    "annotation_restored_several": "restore {count} annotations",
    "tag_added": "tag {count} annotations with “{tag}”",
    "tag_removed": "take the tag “{tag}” from {count} annotations",
    "report_removed": "move “{title}” to the trash",
    "report_removed_several": "move {count} reports to the trash",
    "report_restored": "restore “{title}” from the trash",
    "report_restored_several": "restore {count} reports from the trash",
    "report_tagged": "change the tags of {count} reports",
    "term_group_saved": "save the term group “{name}”",
    "term_group_deleted": "delete the term group “{name}”",
}
