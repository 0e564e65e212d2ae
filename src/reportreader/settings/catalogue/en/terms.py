"""The screen of the reader's own terms."""

MESSAGES = {
    "title": "Terms",
    "what_for": "Groups that are on are marked in their colours while you read.",
    "empty": "No terms yet. Press a to add a group.",
    "on": "on",
    "off": "off",
    "add_title": "New terms",
    "edit_title": "Edit terms",
    "name_placeholder": "Name, such as local government",
    "how_to_write": "One term a line; other spellings behind “=”; * and ? stand for any characters.",
    "tag_placeholder": "Where: empty for all reports, a #tag, or the number of a report",
    "deleted": "“{name}” deleted; U undoes it.",
    "import_title": "Import terms",
    "import_placeholder": "Path: a .toml file, or a text with a term a line; Tab completes",
    "imported": "Imported {groups} groups with {terms} terms; groups of the same name were replaced.",
    "export_title": "Export all terms",
    "export_placeholder": "Path; .toml keeps everything, .txt is a term a line",
    "exported": "Exported {count} groups to {path}.",
    "only_report": "only report {report}",
}
